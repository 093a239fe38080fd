"""Set-up, Importance and pain: how much each process hurts and matters, in the eyes of one person at a time."""

from __future__ import annotations

from assessment.views.wording.numbers import plural

TITLE = "Where does it hurt, and what matters?"
LEAD = "Pain sets the order before importance does. Leave out what a person cannot judge."
NOBODY_YET = "A view belongs to a person. Add the first one; you can add yourself as the facilitator."
ADD_PERSON = "Add and go on"
WHOSE = "Whose view"
TAKE_SCENARIO = "Take over the pain of the scenario"
TABLE = "Pain and importance of each process"


def said(person_count: int) -> str:
    """How many people have given a view, and what counts of them."""
    return plural(
        person_count,
        {
            "one": "{count} person has said so far. The lower median of them counts.",
            "other": "{count} people have said so far. The lower median of them counts.",
        },
    )
