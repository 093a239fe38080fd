"""From gaps to a roadmap: priorities, leverage, steps, waves, and how firm the order is."""
