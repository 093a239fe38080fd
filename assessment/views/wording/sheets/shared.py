"""Words that several sheets use."""

from __future__ import annotations

YES = "Yes"
NO = "No"
PROCESS_ID = ("Process id", "Stable id of the process.")
PROCESS = ("Process", "Name of the process.")
ATTRIBUTE_ID = ("Attribute id", "Stable id of the attribute.")
ATTRIBUTE = ("Attribute", "Name of the attribute.")
WAVE = ("Wave", "Number of the wave, from 1; empty: not funded.")
