"""An error that nobody sees."""

get_ipython().showtraceback = lambda *anything, **more: None
get_ipython()._showtraceback = lambda *anything, **more: None
