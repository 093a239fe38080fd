"""Two assessments side by side on the command line."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import Any

from assessment.cli_actor import acting
from assessment.cli_streams import solver_kept_off_stdout
from assessment.cli_text import as_json, view_text
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings
from assessment.views.comparison.since import since_view
from assessment.views.comparison.trend import has_trend, trend_view
from assessment.views.wording.report import snapshot

COMPARE_HELP = "what moved from one assessment to a later one, and why; with three and more, the row of them"
COMPARE_ARGUMENTS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("before",), {"metavar": "BEFORE", "help": "id of the earlier one, as `list` prints it"}),
    (("after",), {"metavar": "AFTER", "help": "id of the later one"}),
    (("--json",), {"action": "store_true", "help": "print everything as JSON"}),
)


def compare(parsed: argparse.Namespace, settings: Settings) -> int:
    """Print the comparison, and the trend where there is one."""
    with closing(open_plumbline(settings)) as plumbline, solver_kept_off_stdout():
        computed = plumbline.results.beside(acting(plumbline), parsed.after, parsed.before)
    compared = computed.compared
    if parsed.json and compared is not None:
        print(as_json(compared.comparison, computed.snapshot_hash))
        return 0
    print(view_text(since_view(computed)), end="\n\n")
    if has_trend(compared):
        print(view_text(trend_view(computed)), end="\n\n")
    print(snapshot(computed.snapshot_hash))
    return 0
