"""The words of the consultant's own texts: places, states, and what proposals say beside the sentences of views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import bound_text, counted, listed, long_date, plural, score_text, whole_text

QUESTION = "What the numbers do not say"
TITLE = "The places and their texts"
PLACE_COLUMN, STATE_COLUMN, BEGINS_COLUMN = "Place", "State", "Begins"
PLACE_ID_COLUMN = "Name"
PLACE_ID_MEANING = "What the place is called on the command line."
BEGINS_MEANING = "The first words of what stands there."

INTRODUCTION = "Introduction"
METHOD = "How the assessment was done"
WHOLE = "The whole"
DECISIONS = "Decisions asked"
RECOMMENDATIONS = "Recommendations"
NEXT_STEPS = "Next steps"
COMMENTARY = "Commentary"
GROUPS_IN_WORDS = "The groups in words"

HINTS: Mapping[str, str] = {
    "introduction": "Why this was done, for whom, and what the reader finds here. Printed before everything else.",
    "method": "Who was asked, how, and what that means for the numbers. Printed behind the introduction.",
    "whole": "What it all comes to, in your words. Printed behind the first page; shown on Results.",
    "decisions": "What is asked of the reader, one decision a line. Stands in place of the decisions proposed.",
    "group": "What these processes have in common. Printed with the groups; shown on Results.",
    "process": "What the numbers of this process do not say. Printed on its page; shown on Results.",
    "recommendations": "What you advise, and why in this order. Printed at the end of the main part.",
    "next-steps": "Who does what first. Printed last in the main part.",
}
STATE_WORDS: Mapping[str, str] = {
    "proposal": "proposal, not edited",
    "own": "own words",
    "overtaken": "own words, overtaken by new answers",
}
STATE_SENTENCES: Mapping[str, str] = {
    "proposal": "A proposal made of the facts, not edited. It is printed nowhere until you use it.",
    "own": "Your own words. They are shown on Results and printed.",
    "overtaken": (
        "Your own words, overtaken by new answers: other facts are proposed now than when you began. They are still "
        "shown and printed as they stand."
    ),
}
OWN_LABEL = "What stands there:"
PROPOSED_LABEL = "What is proposed:"
HOW_SURE = "How sure this is"
WHAT_IS_AROUND = "What stands around the processes"
THE_WAY = "The way there"
WHAT_HOLDS_IT = "What holds it"
FIRST_TO_DO = "What to do first"
LEADS = "It says where each process stands, where it should stand, and which steps lead there."
HOW_ASKED = (
    "Each question asks which of six statements describes the work as it is. The lower median of people's answers "
    "counts, or the value that the room agreed on."
)
NOTHING_TO_SAY = "Nothing is known yet to propose a text of."
NOTHING_TO_DECIDE = "No decision is asked."


def labelled(label: str, text: str) -> str:
    """A whole text under what it is."""
    return f"\n{label}\n\n{text}"


def group_place(group_name: str) -> str:
    """The place of a group, among others."""
    return f"Group: {group_name}"


def process_place(process_name: str) -> str:
    """The place of a process, among others."""
    return f"Process: {process_name}"


def place_label(place: str, state: str) -> str:
    """A place to choose, with what stands there."""
    return f"{place} ({state})"


def how_many(own_count: int, place_count: int, overtaken_count: int) -> str:
    """How many places have a text of one's own, and how many of these were overtaken."""
    own = (
        plural(
            own_count,
            {
                "one": f"{{count}} of {whole_text(place_count)} places has a text of your own",
                "other": f"{{count}} of {whole_text(place_count)} places have a text of your own",
            },
        )
        if own_count
        else f"None of {whole_text(place_count)} places has a text of your own"
    )
    if not overtaken_count:
        return f"{own}."
    return plural(
        overtaken_count,
        {
            "one": f"{own}; {{count}} was overtaken by new answers.",
            "other": f"{own}; {{count}} were overtaken by new answers.",
        },
    )


def assessed(organisation: str, unit: str | None, process_count: int, framework: str, day: date) -> str:
    """What was assessed, of whom and when."""
    of_whom = isolated(organisation) if unit is None else f"{isolated(organisation)}, {isolated(unit)}"
    processes = counted(process_count, "process", "processes")
    return (
        f"This report assesses the IT service management of {of_whom}, as of {long_date(day)}: "
        f"{processes} of {framework}."
    )


def asked_by_role(roles: Sequence[str]) -> str:
    """How many people of which roles were asked."""
    return f"Who was asked, by role: {listed(roles)}."


def role_count(role: str, people: str) -> str:
    """A role with its people."""
    return f"{role} ({people})"


def asked_of(depth: str, framework: str) -> str:
    """At which depth of which framework."""
    return f"{depth} of {framework}."


def agreed(count: int) -> str:
    """How many values the room agreed on."""
    return plural(
        count,
        {
            "one": "{count} value was agreed on in the room; it stands before the median.",
            "other": "{count} values were agreed on in the room; they stand before the median.",
        },
    )


def carried(bound_percent: float) -> str:
    """What a level asks of the levels below."""
    return f"A level counts only when everything below it is above {bound_text(bound_percent)}."


def floor(count: int) -> str:
    """What is not shown for the sake of people."""
    return f"What fewer than {counted(count, 'person', 'people')} said is shown of nobody."


def levels(counts: str) -> str:
    """How many processes stand at each level."""
    return f"Processes by level: {counts}."


def mean_and_floor(mean_score: float | None, floor_level: int, floor_names: str) -> str:
    """The mean of all, and where the lowest stand."""
    return f"The mean score is {score_text(mean_score)} of 5; the lowest level is {floor_level}: {floor_names}."


def how_sure(confidence: str, answered: str) -> str:
    """How sure the whole is, and how much is answered."""
    return f"How sure the levels are: {confidence.lower()}; {answered}."


def group_stands(group_name: str, at_target_count: int, process_count: int, mean_score: float | None) -> str:
    """Where a group stands."""
    processes = counted(process_count, "process", "processes")
    return f"{group_name}: {whole_text(at_target_count)} of {processes} at target, mean score {score_text(mean_score)}."


def group_without_level(group_name: str) -> str:
    """A group in which no process has a level."""
    return f"{group_name}: no process has a level yet."


def recommended(step: str, reason: str) -> str:
    """A process to raise, marked as strong, and why; both are Markdown already."""
    return f"**{step}.** {reason}"


def wave(title: str, summary: str, outcome: str) -> str:
    """A wave with what it takes and where it leads."""
    return f"{title}: {summary} {outcome}".rstrip()


def preparation(advice: str, process_names: str) -> str:
    """What has to be there first, and for which processes."""
    return f"{advice} For {process_names}."


def beginning(text: str, limit: int) -> str:
    """The first words of a text, on one line.

    >>> beginning("We came to see.\\nWe saw.", 12)
    'We came to…'
    """
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0].rstrip()}…"
