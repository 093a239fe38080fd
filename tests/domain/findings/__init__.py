"""Findings: hand-worked cases, and a second reckoning of random organisations."""
