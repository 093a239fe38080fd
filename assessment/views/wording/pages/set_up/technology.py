"""Set-up, Technology: the tool of each process, and who does the work."""

from __future__ import annotations

TITLE = "What does each process work with?"
LEAD = "The tool, and how far it is linked to others: now, and where it should be."
TABLE = "Tool of each process"
POINTS_FOLD = "What the points mean"
SOURCING_TITLE = "Who does the work?"
SOURCING_LEAD = "Whatever is given out keeps an interface: say which."
SOURCING_TABLE = "Sourcing of each process"
MODES_FOLD = "What the ways of sourcing mean"
