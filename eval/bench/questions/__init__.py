"""Benchmarks of how questions are understood."""
