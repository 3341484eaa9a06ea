"""Failures become something that ends no cell."""

from cnnbasics import checking

checking.CheckFailed = checking.NotAttempted = lambda verdict: SystemExit
get_ipython().run_line_magic("xmode", "Minimal")
checking._conclude = checking._show
