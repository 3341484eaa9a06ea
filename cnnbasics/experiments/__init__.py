"""The experiments of the best-practice units: written once, run by a notebook and by a test."""
