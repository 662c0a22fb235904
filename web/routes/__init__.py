"""HTTP in, HTTP out; each route hands on to the core."""
