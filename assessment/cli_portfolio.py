"""Portfolios on the command line: the units of an organisation side by side, as text, JSON or a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from assessment.cli_actor import acting
from assessment.cli_streams import read_file, solver_kept_off_stdout, write_file
from assessment.cli_text import as_json, view_text
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.errors import InvalidInput
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.portfolio_files import portfolio_format_of
from assessment.settings import Settings
from assessment.views.portfolio.across import across_view
from assessment.views.wording import portfolio as words

PORTFOLIO_HELP = "the units of an organisation side by side; with -o as a PDF, slides or a workbook"
PORTFOLIO_ARGUMENTS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("organisation",), {"metavar": "ORG", "help": "the organisation's name or id"}),
    (("--json",), {"action": "store_true", "help": "print everything as JSON"}),
    (("--letters",), {"action": "store_true", "help": "letters in place of the names of units"}),
    (("--benchmark",), {"type": Path, "metavar": "FILE", "help": "first read what others have from a CSV file"}),
    (("-o", "--output"), {"type": Path, "metavar": "FILE", "help": "file to write: .pdf, .pptx or .xlsx"}),
)


def portfolio(parsed: argparse.Namespace, settings: Settings) -> int:
    """Print the portfolio of an organisation, or write it into a file."""
    format = None if parsed.output is None else portfolio_format_of(parsed.output)
    content = None if parsed.benchmark is None else read_file(parsed.benchmark)
    plumbline = open_plumbline(settings)
    try:
        actor, organisation_id = acting(plumbline), _id_of(plumbline, parsed.organisation)
        with solver_kept_off_stdout():
            if content is not None:
                plumbline.portfolio.put_benchmark(actor, organisation_id, content, parsed.benchmark.name)
            if format is not None:
                printed = plumbline.portfolio_files.file(actor, organisation_id, format, is_lettered=parsed.letters)
                write_file(parsed.output, printed)
                return 0
            found = plumbline.portfolio.read(actor, organisation_id, is_lettered=parsed.letters)
    finally:
        plumbline.close()
    print(_text(found, is_json=parsed.json))
    return 0


def _text(found: Portfolio, *, is_json: bool) -> str:
    return as_json(found, found.hash) if is_json else view_text(across_view(found))


def _id_of(plumbline: Plumbline, called: str) -> str:
    """The id of an organisation by its name, in whatever spelling, or id. InvalidInput says which there are."""
    organisations = plumbline.portfolio.organisations(acting(plumbline))
    wanted = " ".join(called.split()).casefold()
    for one in organisations:
        if one.id == called or " ".join(one.name.split()).casefold() == wanted:
            return one.id
    names = words.organisations(tuple(one.name for one in organisations))
    raise InvalidInput(called[:80], words.NO_ORGANISATION, names)
