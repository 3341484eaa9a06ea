"""Its answer to a request is made up."""

kernel = get_ipython().kernel


async def do_execute(code, silent, *anything, **more):
    return {"status": "ok", "execution_count": 1, "payload": [], "user_expressions": {}}


kernel.do_execute = do_execute
