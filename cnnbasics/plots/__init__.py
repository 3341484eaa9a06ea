"""The figures of the course.

Every ``show_...`` function draws one figure and shows it, with a text alternative; its attribute
``picture`` makes the same figure and returns it as a `Picture` without showing it. A *window* is
``(row, column, height, width)``. A matrix with fewer than 60 cells has its numbers written in.
Every number in a figure is computed from the arguments, with `cnnbasics.layers`.
"""

from cnnbasics.plots.channels import show_channels, show_memory, show_wraparound
from cnnbasics.plots.classification import show_reliability
from cnnbasics.plots.curves import show_biases, show_curves
from cnnbasics.plots.dense import show_votes
from cnnbasics.plots.detection import show_boxes
from cnnbasics.plots.flatten import show_flatten
from cnnbasics.plots.inside import show_cover, show_heat
from cnnbasics.plots.lines import show_lines
from cnnbasics.plots.matrices import show_difference, show_grid, show_grids
from cnnbasics.plots.medical import show_masks, show_roc, show_threshold
from cnnbasics.plots.network import show_passage
from cnnbasics.plots.normalization import show_levels, show_spread
from cnnbasics.plots.photographs import show_filters, show_images, show_profile, show_zoom
from cnnbasics.plots.pooling import show_effects, show_pool, show_reads, show_strides, show_winners
from cnnbasics.plots.regularization import show_gaps, show_stop
from cnnbasics.plots.scores import show_bars, show_confusion
from cnnbasics.plots.sheet import GRAYS, SIGNED, WINDOW, Picture
from cnnbasics.plots.tables import show_table
from cnnbasics.plots.training import show_tangent, show_training
from cnnbasics.plots.transfer import show_layers, show_runs
from cnnbasics.plots.verification import show_pairs, show_points, show_rates
from cnnbasics.plots.video import play_clip, show_film, show_motion
from cnnbasics.plots.windows import show_receptive_field, show_starts, show_walk, show_window

__all__ = [
    "GRAYS",
    "SIGNED",
    "WINDOW",
    "Picture",
    "play_clip",
    "show_bars",
    "show_biases",
    "show_boxes",
    "show_channels",
    "show_confusion",
    "show_cover",
    "show_curves",
    "show_difference",
    "show_effects",
    "show_film",
    "show_filters",
    "show_flatten",
    "show_gaps",
    "show_grid",
    "show_grids",
    "show_heat",
    "show_images",
    "show_layers",
    "show_levels",
    "show_lines",
    "show_masks",
    "show_memory",
    "show_motion",
    "show_pairs",
    "show_passage",
    "show_points",
    "show_pool",
    "show_profile",
    "show_rates",
    "show_reads",
    "show_receptive_field",
    "show_reliability",
    "show_roc",
    "show_runs",
    "show_spread",
    "show_starts",
    "show_stop",
    "show_strides",
    "show_table",
    "show_tangent",
    "show_threshold",
    "show_training",
    "show_votes",
    "show_walk",
    "show_window",
    "show_winners",
    "show_wraparound",
    "show_zoom",
]
