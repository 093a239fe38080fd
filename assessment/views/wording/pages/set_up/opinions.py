"""Set-up, Importance and pain: how much each process hurts and matters, in the eyes of one person at a time."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import listed, plural

TITLE = "Where does it hurt, and what matters?"
LEAD = "Pain sets the order before importance does. Leave out what a person cannot judge."
NOBODY_YET = "A view belongs to a person. Add the first one; you can add yourself as the facilitator."
ADD_PERSON = "Add and go on"
WHOSE = "Whose view"
TAKE_PAIN = "Take it"
LEAVE_PAIN = "Leave it"
TABLE = "Pain and importance of each process"


def pain_of(process_name: str, pain: int) -> str:
    """How much one process hurts in a scenario."""
    return f"{process_name} {pain}"


def scenario_pain(title: str, pains: Sequence[str], *, is_taken: bool | None) -> str:
    """What the scenario proposes, and whether it was taken; None: nobody decided yet."""
    told = f"The scenario \u201c{title}\u201d says how much it hurts, of 5: {listed(pains)}."
    if is_taken is None:
        return f"{told} Take that where nobody says otherwise?"
    return f"{told} That stands where nobody said otherwise." if is_taken else f"{told} It was left out."


def said(person_count: int) -> str:
    """How many people have given a view, and what counts of them."""
    return plural(
        person_count,
        {
            "one": "{count} person has said so far. The lower median of them counts.",
            "other": "{count} people have said so far. The lower median of them counts.",
        },
    )
