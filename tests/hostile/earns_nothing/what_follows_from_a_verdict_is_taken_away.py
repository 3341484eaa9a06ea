"""A verdict that raises nothing."""

from cnnbasics import checking

checking._conclude = print
