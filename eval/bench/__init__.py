"""Benchmarks: how fast it is."""
