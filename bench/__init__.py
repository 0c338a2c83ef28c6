"""Benchmarks: figures as ratios, with the raw floor and a fixed Python loop beside them in one run."""
