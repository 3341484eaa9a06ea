"""Contents of outputs that are no contents."""

kernel = get_ipython().kernel
deep = []
for _ in range(300):
    deep = [deep]
for content in (
    {},
    {"data": None, "metadata": {}},
    {"data": [], "metadata": {}},
    {"data": {"text/plain": 3}, "metadata": {}},
    {"data": {"application/json": deep}, "metadata": {}},
    {"data": {"text/plain": "fine"}, "metadata": {"a": deep}},
    {"data": {"text/plain": "fine"}, "metadata": {}, "transient": 3},
    {"name": 3, "text": None},
    {"ename": [], "evalue": {}, "traceback": "fine"},
):
    for kind in ("display_data", "execute_result", "stream", "error", "x"):
        kernel.session.send(kernel.iopub_socket, kind, content, parent=kernel.get_parent())
