"""The ways in which a right draft is changed; `qa/tuning/data/changes.py` lists them."""
