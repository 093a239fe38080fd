"""What authors write: a framework with its processes, items, actions and linkages."""
