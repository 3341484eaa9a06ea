"""`exit()` ends a notebook's kernel."""

exit()
