"""Set-up, People: who answers, and who is asked what."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import listed, plural

NOBODY_YET = "Who answers?"
LEAD = "A name is optional: without one the answers are anonymous. Leadership and practitioners are compared."
TABLE = "People who answer"
ADD = "Add"
NAME_COLUMN = "Name"
ROLE_COLUMN = "Role"
UNIT_COLUMN = "Unit"
ANSWERS_COLUMN = "Answers given"

REMOVE = "Remove a person"
REMOVED_WITH_THEM = "Their answers, notes and views are removed with them."
REMOVE_GO = "Remove this person"
PERSON = "Person"

ASKED = "Who is asked what?"
ASKED_TABLE = "Attributes of each process that the person is asked"
ASK_EVERYTHING = "Ask everything"
ASK_AS_CUSTOMER = "Ask as a customer"


def answer(count: int) -> str:
    """How many people answer."""
    return plural(count, {"one": "{count} person answers", "other": "{count} people answer"})


def asked_lead(customer_attribute_names: Sequence[str]) -> str:
    """What everybody is asked until somebody says otherwise."""
    return (
        f"Until a tick is set or taken away, customers are asked {listed(customer_attribute_names)}, and everybody "
        "else everything in scope."
    )


def customer_help(customer_attribute_names: Sequence[str]) -> str:
    """What customers are asked."""
    return f"Of each process: {listed(customer_attribute_names)}."
