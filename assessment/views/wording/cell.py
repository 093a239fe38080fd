"""The sentences of one cell of the heatmap: where the process stands, what the attribute comes to, and why."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import listed, percent_text, plural, score_text, share_text, signed_text

TABLE_TITLE = "What each question of the attribute counts as"
NOTHING_ASKED = "Nothing is asked here."


def stands_at(level: str, level_name: str, score: float | None) -> str:
    """Level, with what it could be, its name, and the score."""
    return f"Level {level}, {level_name.lower()}. Score {score_text(score)}."


def not_assessed() -> str:
    """Nobody rated anything of the process."""
    return "Not assessed: nothing of it is rated yet."


def not_applicable() -> str:
    """The process leaves the model."""
    return "No level: its delivery work does not apply."


def held_by(attribute_names: Sequence[str]) -> str:
    """What keeps it from the next level."""
    return f"The next level is held by {listed(attribute_names)}."


def attribute_not_applicable() -> str:
    """The attribute leaves the model of the process."""
    return "Not applicable: it leaves the model of this process."


def nothing_rated() -> str:
    """Nothing of the attribute is rated."""
    return "Nothing is rated yet; until then it counts as not done."


def rated(letter: str, percent: float, coverage_share: float | None) -> str:
    """What the attribute comes to, and how much of it is answered."""
    return f"{letter}, {percent_text(percent)}; {share_text(coverage_share)} answered."


def to_be(letter: str, gap_percent: float) -> str:
    """Where the attribute should be, and how far that is."""
    return f"To be {letter}: {signed_text(gap_percent)} points."


def capped(item_names: Sequence[str]) -> str:
    """Which questions keep the attribute from F."""
    return f"Held at L by {listed(item_names)}: a question at P+ or lower keeps it from F."


def carried_not_done(item_names: Sequence[str]) -> str:
    """Good enough to build on, though something of it is missing altogether."""
    names = listed(item_names)
    return plural(
        len(item_names),
        {
            "one": f"Carried, though {names} is not done at all.",
            "other": f"Carried, though {names} are not done at all.",
        },
    )
