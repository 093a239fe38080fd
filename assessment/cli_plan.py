"""The plan on the command line: what steers it, and what comes of steering it.

| action | prints |
|---|---|
| order | what would change the order of the processes |
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any

from assessment.cli_actor import acting
from assessment.cli_streams import solver_kept_off_stdout
from assessment.cli_text import view_text
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from assessment.views.order_change import order_change_view

Action = Callable[[Plumbline, argparse.Namespace], str]
"""Does one action for an assessment; returns what to print."""


def plan(parsed: argparse.Namespace, settings: Settings) -> int:
    """Do one of `ACTIONS`."""
    with closing(open_plumbline(settings)) as plumbline, solver_kept_off_stdout():
        said = ACTIONS[parsed.action](plumbline, parsed)
    print(said)
    return 0


def _order(plumbline: Plumbline, parsed: argparse.Namespace) -> str:
    return view_text(order_change_view(plumbline.results.read(acting(plumbline), parsed.id)))


ACTIONS: Mapping[str, Action] = {
    "order": _order,
}
PLAN_HELP = "the plan of an assessment: what would change its order ..."
PLAN_ARGUMENTS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("action",), {"choices": tuple(ACTIONS), "metavar": "ACTION", "help": f"one of: {', '.join(ACTIONS)}"}),
    (("id",), {"help": "id of the assessment, as `list` prints it"}),
)
