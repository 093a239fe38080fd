"""What the check of a framework says: whether it can be used, what to correct, what could be added, how it reads."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.authored.parts import MOST_METRICS, PLAIN_READING_EASE, SIMILARITY_LIMIT, MissingPart, Part
from assessment.views.wording.numbers import counted, decimal_text, plural, whole_text

CHECK_QUESTION = "Can this framework be used?"
SOUND = "It can be used. Nothing is to correct, and every process has every part."
FINDING_COLUMN = "What to correct"
MISSING_COLUMN = "What could be added"
NOTHING_TO_CORRECT = "Nothing is to correct."
NOTHING_MISSING = "Every process has every part."

FIGURES_QUESTION = "How whole is this framework?"
FIGURES_TITLE = "The parts of every process"
FIGURES_MEASURE = "Statements and actions count only where a process writes its own."
MISSING_TITLE = "Not written yet, optional"
PROCESS_COLUMN = "Process"
COUNTS: Mapping[str, str] = {
    "paper": "Paper",
    "own": "Own",
    "anchored": "Anchored",
    "actions": "Actions",
    "metrics": "Metrics",
    "crosswalk": "Crosswalk",
    "linkages": "Linkages",
    "probes": "Probes",
}
COUNT_MEANINGS: Mapping[str, str] = {
    "paper": "Activities that the paper names.",
    "own": "Activities that the framework adds.",
    "anchored": "Questions with six statements of the process's own.",
    "actions": "Actions of the process's own.",
    "metrics": "Indicators worth having.",
    "crosswalk": "References to other publications.",
    "linkages": "Hand-offs to and from other processes.",
    "probes": "Probing questions of the guide.",
}


def unusable(fault_count: int) -> str:
    """It cannot be used."""
    return f"This framework cannot be used yet: {counted(fault_count, 'fault')} to correct."


def usable_with_prose(count: int) -> str:
    """It can be used and could read better."""
    return f"It can be used. {counted(count, 'wording')} to improve."


def usable_with_missing(count: int) -> str:
    """It can be used and could hold more."""
    return f"It can be used, and nothing is to correct. {counted(count, 'part')} could be added."


def faults_title(count: int) -> str:
    """The head of the list of faults."""
    return f"To correct ({whole_text(count)})"


def prose_title(count: int) -> str:
    """The head of the list of what reads badly."""
    return f"Wording to improve ({whole_text(count)})"


def missing_title(count: int) -> str:
    """The head of the list of what could be added."""
    return f"{MISSING_TITLE} ({whole_text(count)})"


def more(count: int) -> str:
    """What of a long list is left out."""
    return f"{counted(count, 'more is', 'more are')} not shown. Correct these first."


def located(line: int | None, reason: str) -> str:
    """A finding with its line, if it has one.

    >>> located(7, "is missing"), located(None, "is missing")
    ('line 7: is missing', 'is missing')
    """
    return reason if line is None else f"line {line}: {reason}"


def installed_already(framework_id: str) -> str:
    """Its id is taken."""
    return f"'{framework_id}' is installed already. Before you install this one, give it an id of its own."


def prose(statement_count: int, mean_reading_ease: float, most_alike_share: float) -> str:
    """How the statements of a framework read.

    >>> prose(816, 67.4, 0.449)
    '816 statements of its own, mean reading ease 67 (Flesch; 60 is plain), most alike pair 0.45 (0.50 at most)'
    """
    return (
        f"{counted(statement_count, 'statement')} of its own, mean reading ease {whole_text(mean_reading_ease)} "
        f"(Flesch; {whole_text(PLAIN_READING_EASE)} is plain), most alike pair {decimal_text(most_alike_share, 2)} "
        f"({decimal_text(SIMILARITY_LIMIT, 2)} at most)"
    )


def missing_parts(count: int) -> str:
    """How much is missing."""
    return plural(count, {"one": "{count} part could be added.", "other": "{count} parts could be added."})


def missing(part: MissingPart) -> str:
    """What a process lacks.

    >>> missing(MissingPart(process_id="planning", part=Part.METRICS, count=1, whole_count=3))
    'has 1 indicator; 3 to 5 make it whole'
    """
    if part.part is Part.CROSSWALK:
        return f"has no crosswalk to {part.publication}"
    if part.part not in _TOO_FEW:
        return _ABSENT[part.part]
    forms = {form: text.replace("{whole}", whole_text(part.whole_count)) for form, text in _TOO_FEW[part.part].items()}
    return plural(part.count, forms)


def result(folder: str, finding_count: int) -> str:
    """The last line of a check of a folder."""
    if not finding_count:
        return f"{folder}: nothing to correct"
    return f"{folder}: {whole_text(finding_count)} to correct"


_TOO_FEW: Mapping[Part, Mapping[str, str]] = {
    Part.ANCHORED_ITEMS: {
        "one": "has {count} question with six statements of its own; {whole} make it whole",
        "other": "has {count} questions with six statements of its own; {whole} make it whole",
    },
    Part.ACTIONS: {
        "one": "has {count} attribute with actions of its own; {whole} make it whole",
        "other": "has {count} attributes with actions of its own; {whole} make it whole",
    },
    Part.ELAPSED_TIMES: {
        "one": "has {count} action that says how long it takes on the calendar; {whole} make it whole",
        "other": "has {count} actions that say how long they take on the calendar; {whole} make it whole",
    },
    Part.METRICS: {
        "one": f"has {{count}} indicator; {{whole}} to {MOST_METRICS} make it whole",
        "other": f"has {{count}} indicators; {{whole}} to {MOST_METRICS} make it whole",
    },
    Part.PITFALLS: {
        "one": "has {count} activity with a pitfall; {whole} make it whole",
        "other": "has {count} activities with a pitfall; {whole} make it whole",
    },
}
_ABSENT: Mapping[Part, str] = {
    Part.GUIDE: "has no facilitator's guide",
    Part.CONFUSIONS: "does not say what it is confused with",
    Part.LINKAGES: "has no linkage",
}
