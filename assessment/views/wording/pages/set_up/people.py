"""Set-up, People: who answers, and who is asked what."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed, plural, whole_text

NOBODY_YET = "Who answers?"
LEAD = "A name is optional: without one the answers are anonymous. Leadership and practitioners are compared."
TABLE = "People who answer"
ADD = "Add"
PASTE = "Add a list"
PASTE_LABEL = "One person a line: name, role, unit. Columns of a spreadsheet paste as well."
PASTE_EXAMPLE = "Ines Kramer, Leadership, Service desk\nTomas Vik, Practitioner, Service desk\nRuth Adler, Customer"
PASTE_ROLE = "Role where none is given"
PASTE_SEE = "See who will be added"
NAME_COLUMN = "Name"
ROLE_COLUMN = "Role"
UNIT_COLUMN = "Unit"
ANSWERS_COLUMN = "Answers given"

REMOVE = "Remove a person"
REMOVE_GO = "Remove this person"
PERSON = "Person"

ASKED = "Who is asked what?"
GROUP = "Ask a group at once"
GROUP_WHO = "Who"
GROUP_PROCESSES = "Which processes"
GROUP_EVERY_PROCESS = "Every process in scope"
GROUP_WHAT = "What of them"
GROUP_EVERYTHING = "Everything"
GROUP_LEAD = "They are asked exactly this and nothing else; single ticks can be changed below."
EVERYBODY = "Everybody"
ASKED_TABLE = "Attributes of each process that the person is asked"
ASK_EVERYTHING = "Ask everything"
ASK_AS_CUSTOMER = "Ask as a customer"


def answer(count: int) -> str:
    """How many people answer."""
    return plural(count, {"one": "{count} person answers", "other": "{count} people answer"})


def add_people(count: int) -> str:
    """The button that adds a list of people."""
    return f"Add {counted(count, 'person', 'people')}"


def added(count: int) -> str:
    """People were added."""
    return f"{counted(count, 'person', 'people')} added"


def group(name: str, count: int) -> str:
    """A group to choose: everybody, a role, or a unit."""
    return f"{name} ({whole_text(count)})"


def group_asked(count: int) -> str:
    """The button that asks a group."""
    return f"Ask {counted(count, 'person', 'people')} this"


def group_was_asked(count: int) -> str:
    """A group is asked something else from now on."""
    return f"for {counted(count, 'person', 'people')}"


def asked_lead(customer_attribute_names: Sequence[str]) -> str:
    """What everybody is asked until somebody says otherwise."""
    return (
        f"Until a tick is set or taken away, customers are asked {listed(customer_attribute_names)}, and everybody "
        "else everything in scope."
    )


def customer_help(customer_attribute_names: Sequence[str]) -> str:
    """What customers are asked."""
    return f"Of each process: {listed(customer_attribute_names)}."
