"""What the benchmarks make up: sites of articles, and endless passages."""
