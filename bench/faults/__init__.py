"""Faults that runs are broken by, and the beds that they are tried in; `python bench/break_runs.py` does it all."""
