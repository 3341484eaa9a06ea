"""The instructor's desk: what became of a class, as pages and tables."""
