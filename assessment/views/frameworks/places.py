"""Where something of a framework is shown. The values are ids of the URL."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """What of a framework is shown."""

    PROCESSES = "processes"
    GLOSSARY = "glossary"
    TRANSITIONS = "transitions"
    SCENARIOS = "scenarios"
    SCALES = "scales"
    PAPER = "paper"
    FEEDBACK = "feedback"


class ProcessPart(StrEnum):
    """What of a process is shown."""

    ABOUT = "about"
    QUESTIONS = "questions"
    ACTIONS = "actions"
    LINKAGES = "linkages"
    GUIDE = "guide"
