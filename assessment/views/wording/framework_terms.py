"""What is said around the terms, transitions, scenarios and scales of a framework."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.authored.content import Origin
from assessment.views.wording.numbers import counted

GLOSSARY_QUESTION = "What do the words mean here?"
GLOSSARY_TITLE = "Glossary"
GLOSSARY_LEAD = "Every word that means something particular here."
TERM_COLUMN, MEANING_HERE_COLUMN = "Term", "Meaning here"
NO_TERM = "No term is explained."

TRANSITIONS_QUESTION = "Which attitudes change?"
TRANSITIONS_TITLE = "Transitions"
TRANSITIONS_LEAD = "Changes of attitude, placed from one end to the other in a workshop and never scored."
TRANSITION_COLUMN = "Transition"
OLD_END, NEW_END = "At the old end one sees", "At the new end one sees"
NO_TRANSITION = "No transition is described."

SCENARIOS_QUESTION = "Which story leads a sponsor in?"
SCENARIOS_TITLE = "Scenarios"
SCENARIOS_LEAD = "A story that leads a sponsor in. It prefills scope and pain of a new assessment, and locks nothing."
STORY, CAUSE, WHOSE_STORY = "The sponsor says", "What lies behind it", "Whose story"
IN_SCOPE_COLUMN, PAIN_COLUMN, SOURCE_COLUMN = "In scope", "Pain", "Source"
PAIN_MEANING = "How much the process hurts in this story, from 0 none to 5 severe."
ORIGINS: Mapping[Origin, str] = {
    Origin.PAPER: "Named by the paper",
    Origin.EXTENSION: "This framework's own choice",
}
STORY_OF: Mapping[Origin, str] = {
    Origin.PAPER: "One of the paper's stories.",
    Origin.EXTENSION: "This framework's own story, not one of the paper's.",
}
NO_SCENARIO = "No scenario is written."

SCALES_QUESTION = "What do answers, levels and choices mean?"
SCALES_FINDING = "Answers are chosen by their words; a level is earned."
ANSWERS_TITLE = "The answers to an activity"
ANSWERS_LEAD = "Chosen by their words. Questions with six statements of their own follow the same steps."
ANSWER_COLUMN, SEEN, MEANING = "Answer", "What one sees", "Meaning"
LEVELS_TITLE = "Levels of a process"
LEVELS_LEAD = "Earned, never chosen: a level counts only when what lies below it is firmly in place."
LEVEL_COLUMN, NAME_COLUMN = "Level", "Name"
ATTRIBUTES_TITLE = "What a process is rated on"
ATTRIBUTES_LEAD = "Each is needed for one level and for every level above it."
ATTRIBUTE_COLUMN, NEEDED_COLUMN = "Attribute", "Needed for level"
TECHNOLOGY_TITLE, TECHNOLOGY_COLUMN = "Tools of a process", "Tools"
SOURCING_TITLE, SOURCING_COLUMN = "Sourcing", "Sourcing"
READINESS_TITLE = "Readiness for a step"
READINESS_LEAD = "Asked before a step is planned. A no carries its risk and its remedy into the roadmap."
RISK, REMEDY = "The risk of a no", "What to do about a no"
CHECKLIST_TITLE = "What to look for in a process owner"
NO_CHECKLIST = "No checklist is written."
INDEPENDENCE_TITLE = "Who is not behind it"


def terms(count: int) -> str:
    """How many terms are explained."""
    return counted(count, "term")


def transitions(count: int) -> str:
    """How many transitions are described."""
    return counted(count, "transition")
