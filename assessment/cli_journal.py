"""The journal on the command line: printed, written into a CSV file, and verified."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import datetime

from assessment.cli_actor import acting
from assessment.cli_streams import write_file
from assessment.cli_text import view_text
from assessment.services.csv_file import table_csv
from assessment.services.journal import ENTRIES_IN_A_FILE, ENTRIES_ON_A_PAGE
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings
from assessment.views.journal.checks import checks_view
from assessment.views.journal.view import journal_view


def journal(parsed: argparse.Namespace, settings: Settings) -> int:
    """The newest entries of an assessment or of everything; all of them into a file."""
    limit = ENTRIES_ON_A_PAGE if parsed.csv is None else ENTRIES_IN_A_FILE
    with closing(open_plumbline(settings)) as plumbline:
        if parsed.id is None:
            page = plumbline.journal.read_all(acting(plumbline), limit=limit)
        else:
            page = plumbline.journal.read(acting(plumbline), parsed.id, limit=limit)
    view = journal_view(page, datetime.astimezone, is_of_everything=parsed.id is None)
    if parsed.csv is None:
        print(view_text(view))
    else:
        write_file(parsed.csv, table_csv(view.table("journal")))
    return 0


def verify_journal(parsed: argparse.Namespace, settings: Settings) -> int:
    """Whether the chain of an assessment is whole, or every chain; 1 where one is not."""
    with closing(open_plumbline(settings)) as plumbline:
        if parsed.id is None:
            checks = plumbline.journal.verify_all(acting(plumbline))
        else:
            checks = (plumbline.journal.verify(acting(plumbline), parsed.id),)
    print(view_text(checks_view(checks)))
    return 1 if any(check.broken_at is not None for check in checks) else 0
