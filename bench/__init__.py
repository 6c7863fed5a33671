"""Benchmarks: a workspace of any size, and the figures measured on it."""
