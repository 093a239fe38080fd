"""The words of a workshop: on phones, on the wall, for the facilitator, and in its minutes."""
