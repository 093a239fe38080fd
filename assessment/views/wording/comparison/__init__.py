"""The words of a comparison: what moved and why, the plan against what was reached, several in a row."""
