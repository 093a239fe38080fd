"""The words of the sheets of attributes, questions and quotes."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.sheets import shared

ATTRIBUTES_NAME = "Attributes"
ITEMS_NAME = "Items"
QUOTES_NAME = "Quotes"
RATED = "Rated"
UNRATED = "Nothing rated"
NOT_APPLICABLE = "Not applicable"
TOO_FEW = "Too few to be told"

ATTRIBUTE_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "attribute-id": shared.ATTRIBUTE_ID,
    "attribute": shared.ATTRIBUTE,
    "for-level": ("For level", "Level that needs this attribute."),
    "state": ("State", "Rated, nothing rated, or not applicable; the numbers of what is not rated are empty."),
    "percent": ("Percent", "How far it is achieved."),
    "letter": ("Letter", "The percent on the scale of six."),
    "band": ("Band", "The percent on the scale of four."),
    "low": ("Percent, low", "If every question without a value were at N."),
    "high": ("Percent, high", "If every question without a value were at F."),
    "upper": ("Percent, upper reading", "By the upper of the two middle answers of each question."),
    "coverage": ("Coverage", "Questions with a value, of those that apply."),
    "carried": ("Carried", "Whether it is good enough to build on: above the carry bound."),
    "capped": ("Capped", "Whether it is held at 85 % by a question at P+ or below."),
    "capped-by": ("Capped by", "Questions that hold it at 85 %."),
    "to-be": ("To-be percent", "How far it should be achieved; empty: nothing rated and nothing wanted."),
    "to-be-letter": ("To-be letter", "The to-be on the scale of six."),
    "gap": ("Gap", "To-be minus as-is; below 0: above target."),
    "by-hand": ("Set by hand", "Whether the to-be was set by hand."),
    "leadership": ("Leadership", "Percent as leadership rates it; empty: fewer than the anonymity floor."),
    "practitioners": ("Practitioners", "Percent as practitioners rate it; empty: fewer than the anonymity floor."),
    "perception-gap": ("Perception gap", "Leadership minus practitioners; empty where either is."),
}

ITEM_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "attribute-id": shared.ATTRIBUTE_ID,
    "attribute": shared.ATTRIBUTE,
    "item-id": ("Item id", "Stable id of the question."),
    "item": ("Item", "Short name of the question."),
    "question": ("Question", "What is asked."),
    "horizon": ("State asked", "The state that the answers are about: as-is or to-be."),
    "weight": ("Weight", "Weight of the question in its attribute; 0: shown, counts nowhere."),
    "state": ("State", "Rated, nothing rated, or not applicable."),
    "value": ("Value", "Code that counts; empty: nothing rated or not applicable."),
    "letter": ("Letter", "The value on the scale of six."),
    "agreed": ("Agreed", "Whether the room agreed on the value; else it is the lower median of the answers."),
    "certainty": ("Certainty", "How sure an agreed value is."),
    "answers": ("Answers", "People who answered, don't know and not applicable among them; empty: too few to be told."),
    "dont-know": ("Don't know", "People who do not know; empty: too few to be told."),
    "not-applicable": ("Not applicable", "People who say that it does not apply; empty: too few to be told."),
    "agreement": (
        "Agreement",
        "Consensus after Tastle and Wierman; empty: fewer than two answers, or too few to be told.",
    ),
    "within-one": ("Within one step", "Answers within one step of the value; empty as for agreement."),
    "split": ("Split", "Whether the room is split on it; empty: too few to be told."),
    "flags": ("Flags", "What deserves a look: marked for review, not counted, not of the paper, agreed or split."),
}

QUOTE_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "item-id": ("Item id", "Stable id of the question."),
    "where": ("Question", "Short name of the question."),
    "who": ("Who", "Role of who said or showed it, where the role is told; never a name."),
    "text": ("Quote", "What was said or seen, as it was released."),
}


def people_at(letter: str) -> tuple[str, str]:
    """Heading and meaning of how many people chose a letter."""
    return f"People at {letter}", f"People who chose {letter}; empty: too few to be told."
