"""The plan on the command line: what steers it, and what comes of steering it.

| action | prints |
|---|---|
| order | what would change the order of the processes |
| curve | what one more unit of capacity buys |
| wishes | what each decision by hand costs, and which wishes cannot be |
| list | the saved plans |
| compare | what differs between two of them; without names, between the usual pair |
| drift | how far the chosen plan has drifted from what would be best now |
| status | how far the plan is on a day, what is late or blocked, and who has what |
| calendar | nothing; what is due goes into an iCalendar file |
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from assessment.cli_actor import acting
from assessment.cli_streams import solver_kept_off_stdout, write_file
from assessment.cli_text import table_text, view_text
from assessment.domain.computed import Computed
from assessment.errors import InvalidInput
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from assessment.views.board.owners import owners_view
from assessment.views.board.progress import progress_view
from assessment.views.capacity import capacity_view
from assessment.views.choices import choices_view
from assessment.views.order_change import order_change_view
from assessment.views.plans.comparing import plans_compared_view
from assessment.views.plans.drifting import drift_view
from assessment.views.plans.listing import plan_names, plans_view, usual_pair
from assessment.views.wording import board as board_words
from assessment.views.wording import plans as words

PAIR = 2
Action = Callable[[Plumbline, argparse.Namespace], str]
"""Does one action for an assessment; returns what to print, "" for nothing."""


def plan(parsed: argparse.Namespace, settings: Settings) -> int:
    """Do one of `ACTIONS`."""
    with closing(open_plumbline(settings)) as plumbline, solver_kept_off_stdout():
        said = ACTIONS[parsed.action](plumbline, parsed)
    if said:
        print(said)
    return 0


def _curve(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    computed = plumbline.results.read(acting(plumbline), parsed.id)
    return view_text(capacity_view(computed, plumbline.curves.read(acting(plumbline), parsed.id)))


def _wishes(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    return view_text(choices_view(plumbline.results.read(acting(plumbline), parsed.id)))


def _order(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    return view_text(order_change_view(plumbline.results.read(acting(plumbline), parsed.id)))


def _list(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    return view_text(plans_view(plumbline.results.read(acting(plumbline), parsed.id)))


def _compare(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    computed = plumbline.results.read(acting(plumbline), parsed.id)
    names = plan_names(computed)
    wanted = parsed.plans or usual_pair(computed)
    if len(wanted) != PAIR:
        raise InvalidInput(words.A_PLAN, words.TWO_NEEDED, words.which_there_are(names))
    first, second = (_plan_id(names, one) for one in wanted)
    return view_text(plans_compared_view(computed, first, second))


def _plan_id(names: Mapping[str, str], wanted: str) -> str:
    """The id of a plan that is named by it or by its name, in whatever spelling of capitals."""
    for plan_id, name in names.items():
        if wanted == plan_id or wanted.casefold() == name.casefold():
            return plan_id
    raise InvalidInput(words.A_PLAN, words.none_called(wanted), words.which_there_are(names))


def _drift(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    return view_text(drift_view(plumbline.results.read(acting(plumbline), parsed.id)))


def _status(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    computed, day = plumbline.results.read(acting(plumbline), parsed.id), parsed.day or date.today()
    progress = progress_view(computed, day)
    return view_text(progress) if progress.empty else f"{view_text(progress)}\n\n{_owners(computed, day)}"


def _owners(computed: Computed, day: date) -> str:
    return "\n\n".join(map(table_text, owners_view(computed, day).tables))


def _calendar(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    if parsed.output is None:
        raise InvalidInput(board_words.CALENDAR, board_words.NO_FILE, board_words.NAME_A_FILE)
    write_file(parsed.output, plumbline.running.calendar(acting(plumbline), parsed.id, parsed.day or date.today()))
    return ""


def _day(typed: str) -> date:
    """A day as it is typed; argparse says what is wrong with any other text."""
    return date.fromisoformat(typed)


ACTIONS: Mapping[str, Action] = {
    "order": _order,
    "curve": _curve,
    "wishes": _wishes,
    "list": _list,
    "compare": _compare,
    "drift": _drift,
    "status": _status,
    "calendar": _calendar,
}
PLAN_HELP = "the plan of an assessment: what would change its order ..."
PLAN_ARGUMENTS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("action",), {"choices": tuple(ACTIONS), "metavar": "ACTION", "help": f"one of: {', '.join(ACTIONS)}"}),
    (("id",), {"help": "id of the assessment, as `list` prints it"}),
    (("plans",), {"nargs": "*", "metavar": "PLAN", "help": "the two to compare, by name or id; present: as it is now"}),
    (
        ("--day",),
        {"type": _day, "metavar": "DAY", "help": "of status and calendar: the day, as 2026-12-31; else today"},
    ),
    (("-o", "--output"), {"type": Path, "metavar": "FILE", "help": "of calendar: the file to write, FILE.ics"}),
)
