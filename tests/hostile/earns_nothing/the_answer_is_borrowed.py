"""What `use_reference` lends earns nothing for its own exercise."""

from cnnbasics import use_reference

window_dot = use_reference("window_dot")
