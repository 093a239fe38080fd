"""The steps of the set-up: which are needed, which are optional, and how far each is."""

from __future__ import annotations

from assessment.views.wording.numbers import counted, listed, whole_text
from assessment.views.wording.pages.set_up import PEOPLE_TAB, SCOPE_TAB

NEEDED = (SCOPE_TAB, PEOPLE_TAB)
NEEDED_TITLE = "Needed"
OPTIONAL_TITLE = "Optional"
TO_QUESTIONNAIRE = "Go to the Questionnaire"
READY = "Everything that is needed is there. Begin to ask, or sharpen the results with what is optional."


def needs(step_name: str) -> str:
    """The step that is needed before anybody can answer."""
    return f"Needed before anybody can answer: {step_name}."


def go_to_step(step_name: str) -> str:
    """The way to the next step that is needed."""
    return f"Next: {step_name}"


def numbered(number: int, name: str) -> str:
    """A step with its number."""
    return f"{whole_text(number)} {name}"


def none_yet() -> str:
    """Nothing of a step is there, behind its name."""
    return "none yet"


def processes(count: int) -> str:
    """How many processes are in scope."""
    return counted(count, "process", "processes") if count else none_yet()


def people(count: int) -> str:
    """How many people answer."""
    return counted(count, "person", "people") if count else "nobody yet"


def services(count: int) -> str:
    """How many critical services are named."""
    return counted(count, "service") if count else none_yet()


def opinions(people_count: int, *, takes_pain: bool) -> str:
    """How many people said what hurts and what matters."""
    said = [counted(people_count, "person", "people")] if people_count else []
    return listed([*said, "the scenario"] if takes_pain else said) if said or takes_pain else none_yet()


def targets(chosen_count: int, default_level: int) -> str:
    """How many processes have a target of their own."""
    return f"{whole_text(chosen_count)} chosen" if chosen_count else f"level {default_level} for all"


def of_all(count: int, whole_count: int) -> str:
    """How many of all."""
    return f"{whole_text(count)} of {whole_text(whole_count)}" if count else none_yet()
