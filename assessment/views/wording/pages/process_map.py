"""What the map of the Results page says that is not of the facts it shows."""

from __future__ import annotations

COLOUR_BY = "Colour by"
PROCESS = "Process"
HAND_OFFS = "Its hand-offs in words"
