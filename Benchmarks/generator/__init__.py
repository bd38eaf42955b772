"""One report, written in each engine's own language."""
