"""What the page of one process says of itself: labels, leads and buttons."""

from __future__ import annotations

PROCESS_LABEL = "Process"
REASONS_LEAD = "Each attribute with its questions, the answers to them and what people said."
QUESTION_LABEL = "Look at one question"
ASK_RANGE = "With the sensitivity range of the score"
DRAWING = "Drawing those who answered again and again"
