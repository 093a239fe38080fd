"""What a bundle says of itself, and the names of its parts."""

from __future__ import annotations

PARTS = "Parts"
PROCESSES = "Process by process"
PROCESSES_LEAD = "Open a process for what holds it, what leads to the next level and how sure its level is."
OFFLINE = "This file holds everything it shows: it asks for nothing, runs nothing and can be read without a network."
READ_ONLY = "No respondent is named in it: who answered what, and what few people said, stays with the facilitator."
