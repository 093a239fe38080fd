"""What may be shown of whom, to anybody but the facilitator: people, words, and numbers that come from few people."""
