"""What is measured, and how. `make bench` writes results.md, `make soak` writes soak.md; both name the machine."""
