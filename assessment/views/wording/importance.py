"""The words of maturity against importance."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import listed, plural, whole_text

QUESTION = "What matters, and how well it is done"
TITLE = "Maturity against importance"
MEASURE = (
    "Score, 0 to 5, from left to right; importance, 0 none to 5 vital, upwards. The larger the dot, the more the "
    "others hang on the process (leverage); the heavier its ring, the more it hurts. Places within one band of "
    "importance only keep names apart."
)
CORNER = "Matters and is weak"
SCORE_AXIS = "Score"
EMPTY = "Nobody has said yet how much a process matters. Ask for importance in Set-up, or name critical services there."
NO_LEVEL = "No process has a level yet. Collect answers in the Questionnaire."
PROCESS_COLUMN, SCORE_COLUMN, IMPORTANCE_COLUMN = "Process", "Score", "Importance"
LEVERAGE_COLUMN, PAIN_COLUMN, CORNER_COLUMN = "Leverage", "Pain", "Corner"
SCORE_MEANING = "Level plus progress to the next, 0.0 to 5.0, rounded down."
CORNER_MEANING = "Whether it matters and is weak: importance 4 or 5, level 0 or 1."


def weak(process_names: Sequence[str]) -> str:
    """Which processes matter and are weak."""
    names = listed(process_names, 2)
    return plural(
        len(process_names), {"one": f"{names} matters and is weak.", "other": f"{names} matter and are weak."}
    )


def none_weak(matters_from: int) -> str:
    """No process stands in the corner."""
    return f"No process of importance {whole_text(matters_from)} or more is weak."


def spoken(process_name: str, score: str, importance: str, leverage: str, pain: str) -> str:
    """A dot in words."""
    return f"{process_name}: score {score}, importance {importance}, leverage {leverage}, pain {pain}"


def largest(leverage: str) -> str:
    """What the largest dot stands for."""
    return f"The largest dot stands for a leverage of {leverage} of 1."


def hollow() -> str:
    """What a hollow dot means."""
    return "A hollow dot is provisional: fewer than half of its questions are answered."


def no_pain() -> str:
    """No ring is drawn."""
    return "No dot has a ring: nobody has said yet where it hurts."
