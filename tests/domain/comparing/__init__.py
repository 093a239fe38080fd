"""Two assessments side by side: what moved, why, and what nobody learns from it."""
