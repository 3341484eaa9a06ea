"""Experiments that a notebook shows and a test repeats on fresh seeds: data, network, training."""
