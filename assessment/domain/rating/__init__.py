"""From answers to levels: consensus, attributes, levels, scores, targets, roll-ups."""
