"""The sentences of what follows from owners and readiness."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.answered.organisation import Authority
from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import counted, listed, plural, whole_text

LOAD_TITLE = "Who owns how many processes"
LOAD_EMPTY = "No process is in scope."
OWNER_COLUMN, COUNT_COLUMN, BAR_COLUMN, PROCESSES_COLUMN = "Owner", "Processes", "0 to all", "Which"
COUNT_MEANING = "Processes in scope that this person owns"
NOBODY = "Nobody"


def load_measure(most: int) -> str:
    """What the picture of owners measures, and its line."""
    return f"Processes in scope that each person owns; more than {whole_text(most)} are too many for one."


def nobody_owns(process_name: str, wave: int | None) -> str:
    """A process without an owner, and when its next step is."""
    if wave is None:
        return f"Nobody owns {process_name}."
    if wave == 0:
        return f"Nobody owns {process_name}, whose next step is not funded."
    return f"Nobody owns {process_name}, whose next step is in wave {whole_text(wave)}."


def appoint(process_name: str) -> str:
    """What to do about it."""
    return f"Appoint one person who answers for {process_name} from end to end."


def owns_too_many(name: str, count: int) -> str:
    """A person with too many processes."""
    return f"{isolated(name)} owns {counted(count, 'process', 'processes')}."


def too_many_basis(process_names: Sequence[str], most: int) -> str:
    """Which they are, and from when they are too many."""
    return f"{listed(process_names)}. More than {whole_text(most)} are too many for one person."


def hand_over(name: str, count: int) -> str:
    """What to do about it."""
    return plural(
        count,
        {
            "one": f"Find another owner for {{count}} process of {isolated(name)}.",
            "other": f"Find another owner for {{count}} of the processes of {isolated(name)}.",
        },
    )


def authority_ends(name: str, process_name: str, authority: Authority) -> str:
    """An owner whose authority does not reach from end to end."""
    reach = "reaches only part of" if authority is Authority.PARTLY else "does not reach through"
    return f"The authority of {isolated(name)} {reach} {process_name}."


def grant_authority(process_name: str) -> str:
    """What to do about it."""
    return f"Agree in writing with every unit what the owner of {process_name} decides there."


def step_stopped(process_name: str, to_level: int, denied_count: int, question_count: int) -> str:
    """A step of the first wave that is not ready."""
    questions = counted(question_count, "question")
    return (
        f"{process_name} is not ready for its step to level {to_level} in wave 1: "
        f"no to {whole_text(denied_count)} of {questions}."
    )


def denied(questions: Sequence[str]) -> str:
    """The first of the questions that were answered with no, and how many more there are."""
    left_count = len(questions) - 1
    more = plural(left_count, {"one": " And {count} more.", "other": " And {count} more."}) if left_count else ""
    return f"{questions[0]}{more}"


def make_ready(process_name: str) -> str:
    """What to do about it."""
    return f"Settle what keeps {process_name} from beginning before wave 1 begins."
