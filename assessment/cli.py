"""The command line: the same services as the pages, for scripts, auditors and administrators.

Exit status: 0 done; 1 refused, or a command that checks found something; 2 the command itself was wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from assessment.cli_accounts import ARGUMENTS as ACCOUNT_ARGUMENTS
from assessment.cli_accounts import run_accounts
from assessment.cli_actor import acting, acting_for
from assessment.cli_bin import PUT_BACK_ARGUMENTS, list_bin, put_back
from assessment.cli_checking import check, schema, verify, verify_report
from assessment.cli_compare import COMPARE_ARGUMENTS, COMPARE_HELP, compare
from assessment.cli_database import backup, check_database, restore
from assessment.cli_erasing import ERASE_ARGUMENTS, ERASE_HELP, erase_person
from assessment.cli_journal import journal, verify_journal
from assessment.cli_layouts import ACTIONS, layout_id_called, run_layout_command
from assessment.cli_plan import PLAN_ARGUMENTS, PLAN_HELP, plan
from assessment.cli_portfolio import PORTFOLIO_ARGUMENTS, PORTFOLIO_HELP, portfolio
from assessment.cli_read_back import CHOICES, run_read_back
from assessment.cli_streams import read_file, solver_kept_off_stdout, write_file
from assessment.cli_text import as_json, view_text
from assessment.errors import AssessmentError, InvalidInput
from assessment.services.documents import FileFormat, format_of
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings, read_settings
from assessment.views.assessments import assessments_view
from assessment.views.bringing import bringing_view
from assessment.views.headline import overview_view
from assessment.views.levels import processes_view
from assessment.views.model import View
from assessment.views.paper import Paper
from assessment.views.registry import VIEWS
from assessment.views.report_kinds import ReportKind
from assessment.views.waves import roadmap_view
from assessment.views.wording import bringing as bringing_words
from assessment.views.wording.pages import report as report_words
from assessment.views.wording.pages import versions as version_words
from assessment.views.wording.report import snapshot

Argument = tuple[tuple[str, ...], dict[str, Any]]  # names and options, as argparse takes them


@dataclass(frozen=True, slots=True)
class Command:
    """One subcommand: its name, one line of help, its arguments and what it does (returns the exit status)."""

    name: str
    help: str
    arguments: tuple[Argument, ...]
    run: Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str]) -> int:
    """Run one command; prints errors in plain words to standard error and returns the exit status."""
    parsed = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace, Settings], int] = parsed.run
    try:
        with acting_for(parsed.command, parsed.email):
            return run(parsed, read_settings())
    except AssessmentError as error:
        print(f"plumbline: {error}", file=sys.stderr)
        return 1


@contextmanager
def _opened(settings: Settings) -> Iterator[Plumbline]:
    plumbline = open_plumbline(settings)
    try:
        yield plumbline
    finally:
        plumbline.close()


def _list(_: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        view = assessments_view(plumbline.assessments.list_assessments(acting(plumbline)), datetime.astimezone)
    print(view_text(view))
    if view.empty:
        print("Load the sample with: python -m assessment demo")
    return 0


def _demo(_: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        sample_id = plumbline.assessments.ensure_sample(acting(plumbline))
    print(f"The sample is loaded as {sample_id}. See it with: python -m assessment score {sample_id}")
    return 0


def _score(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        computed = plumbline.results.read(acting(plumbline), parsed.id)
    if parsed.json:
        print(as_json(computed.result, computed.snapshot_hash))
        return 0
    for view in (overview_view(computed), processes_view(computed)):
        print(view_text(view), end="\n\n")
    print(snapshot(computed.snapshot_hash))
    return 0


def _roadmap(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        computed = plumbline.results.read(acting(plumbline), parsed.id)
        with solver_kept_off_stdout():
            roadmap = computed.roadmap
    if parsed.json:
        print(as_json(roadmap, computed.snapshot_hash))
        return 0
    print(view_text(roadmap_view(computed)), end="\n\n")
    print(snapshot(computed.snapshot_hash))
    return 0


def _show(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        computed = plumbline.results.read(acting(plumbline), parsed.id)
        with solver_kept_off_stdout():
            view = VIEWS[parsed.view](computed)
    print(view_text(view), end="\n\n")
    print(snapshot(computed.snapshot_hash))
    return 0


def _texts(parsed: argparse.Namespace, settings: Settings) -> int:
    view: View
    with _opened(settings) as plumbline, solver_kept_off_stdout():
        if parsed.place is None:
            view = plumbline.texts.all(acting(plumbline), parsed.id)
        else:
            view = plumbline.texts.read(acting(plumbline), parsed.id, parsed.place).view
    print(view_text(view))
    return 0


def _missing(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        print(view_text(plumbline.results.missing(acting(plumbline), parsed.id)))
    return 0


def _report(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        plumbline.warm_up()  # the printing process imports while the assessment is read and computed
        layout_id = layout_id_called(plumbline, parsed.layout)
        missing = plumbline.reports.missing_letters(acting(plumbline), parsed.id, layout_id)
        content = plumbline.reports.build(acting(plumbline), parsed.id, parsed.kind, parsed.paper, layout_id)
    if missing:
        print(report_words.MISSING_HEAD, file=sys.stderr)
    for one in missing:
        print(report_words.missing_letters(one.letters, one.package), file=sys.stderr)
    write_file(parsed.output, content)
    return 0


def _export(parsed: argparse.Namespace, settings: Settings) -> int:
    format = format_of(parsed.output)
    if parsed.answers:
        return _export_answers(parsed, settings, format)
    with _opened(settings) as plumbline:
        content = plumbline.documents.file(
            acting(plumbline), parsed.id, format, layout_id_called(plumbline, parsed.layout)
        )
    write_file(parsed.output, content)
    return 0


def _export_answers(parsed: argparse.Namespace, settings: Settings, format: FileFormat) -> int:
    if format is not FileFormat.WORKBOOK:
        raise InvalidInput(parsed.output.name, "answers are typed into a workbook", "Let its name end in .xlsx.")
    with _opened(settings) as plumbline:
        content = plumbline.answer_sheets.write(acting(plumbline), parsed.id)
    write_file(parsed.output, content)
    return 0


def _layout(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        print(run_layout_command(plumbline, parsed.action, parsed.what, parsed.output))
    return 0


def _accounts(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        print(run_accounts(plumbline, parsed, settings.base_url))
    return 0


def _import(parsed: argparse.Namespace, settings: Settings) -> int:
    content = read_file(parsed.file)
    with _opened(settings) as plumbline:
        assessment_id = plumbline.exchange.import_json(acting(plumbline), content, parsed.file.name)
    print(f"Imported as {assessment_id}.")
    return 0


def _read_back(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        return run_read_back(plumbline, parsed.id, parsed.file, is_applied=parsed.apply, conflicts=parsed.conflicts)


def _bring(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        header = plumbline.assessments.header(acting(plumbline), parsed.id)
        if plumbline.versions.newer(acting(plumbline), parsed.id) is None:
            framework = plumbline.assessments.framework(acting(plumbline), header.id)
            print(bringing_words.newest(framework.name, framework.version))
            return 0
        preview = plumbline.versions.preview(acting(plumbline), parsed.id)
        if not parsed.apply:
            print(view_text(bringing_view(preview)), end="\n\n")
            print(version_words.how_to_bring(parsed.id))
            return 0
        wanted = preview.after.assessment.header.framework
        copy_id = plumbline.versions.bring(
            acting(plumbline), parsed.id, wanted, expected_version=preview.revision, keep_copy=not parsed.no_copy
        )
    print(version_words.brought(wanted.version))
    if copy_id is not None:
        print(version_words.copied(copy_id))
    return 0


def _minutes(parsed: argparse.Namespace, settings: Settings) -> int:
    with _opened(settings) as plumbline:
        print(view_text(plumbline.minutes.read(acting(plumbline), parsed.id)))
    return 0


_ID: Argument = (("id",), {"help": "id of the assessment, as `list` prints it"})
_JSON: Argument = (("--json",), {"action": "store_true", "help": "print everything as JSON"})
_OUTPUT: Argument = (("-o", "--output"), {"type": Path, "required": True, "metavar": "FILE", "help": "file to write"})
_LAYOUT: Argument = (("--layout",), {"metavar": "NAME", "help": "how it looks: a layout, as `layout list` names it"})
_FILE: Argument = (("file",), {"type": Path, "metavar": "FILE"})
COMMANDS = (
    Command("list", "the assessments there are", (), _list),
    Command("demo", "load the fictional sample once", (), _demo),
    Command("score", "levels, scores and gaps", (_ID, _JSON), _score),
    Command("roadmap", "priorities in waves", (_ID, _JSON), _roadmap),
    Command("plan", PLAN_HELP, PLAN_ARGUMENTS, plan),
    Command("compare", COMPARE_HELP, COMPARE_ARGUMENTS, compare),
    Command(
        "show",
        "one view of the results: heatmap, groups, owners ...",
        (_ID, (("view",), {"choices": tuple(VIEWS), "metavar": "VIEW", "help": f"one of: {', '.join(VIEWS)}"})),
        _show,
    ),
    Command("portfolio", PORTFOLIO_HELP, PORTFOLIO_ARGUMENTS, portfolio),
    Command(
        "texts",
        "the consultant's own words and where there are none yet; of one place the text and what is proposed",
        (_ID, (("place",), {"nargs": "?", "metavar": "PLACE", "help": "name of a place, as `texts ID` prints it"})),
        _texts,
    ),
    Command("missing", "what is still to do in an assessment, for its facilitator: with names", (_ID,), _missing),
    Command("minutes", "what a workshop came to, for its facilitator: with names", (_ID,), _minutes),
    Command(
        "report",
        "a report as a PDF: the executive page, the main part, the whole, process pages, roadmap or minutes alone",
        (
            _ID,
            _OUTPUT,
            (("--kind",), {"choices": tuple(ReportKind), "default": ReportKind.FULL}),
            (("--paper",), {"choices": tuple(Paper), "help": "A4 unless the layout says otherwise"}),
            _LAYOUT,
        ),
        _report,
    ),
    Command(
        "export",
        "an assessment as a file, of the kind that FILE's ending names; .json is complete, with names and all notes",
        (
            _ID,
            _OUTPUT,
            _LAYOUT,
            (("--answers",), {"action": "store_true", "help": "a workbook to type answers into: with names"}),
        ),
        _export,
    ),
    Command(
        "layout",
        "how files look: list the layouts, write one into a folder, read one from a folder, remove one",
        (
            (("action",), {"choices": ACTIONS, "metavar": "ACTION", "help": f"one of: {', '.join(ACTIONS)}"}),
            (("what",), {"nargs": "?", "metavar": "NAME", "help": "the layout's name; the folder to import"}),
            (("-o", "--output"), {"type": Path, "metavar": "FOLDER", "help": "folder to write to"}),
        ),
        _layout,
    ),
    Command("accounts", "who may sign in and do what: list, invite, disable ...", ACCOUNT_ARGUMENTS, _accounts),
    Command("import", "an exported assessment into this database", (_FILE,), _import),
    Command(
        "read-back",
        "a filled-in register or answer sheet: what it would change, then storing it, all or nothing",
        (
            _ID,
            _FILE,
            (("--apply",), {"action": "store_true", "help": "store it; without, only show what it would change"}),
            (("--conflicts",), {"choices": CHOICES, "help": "keep what is stored, or take the file's"}),
        ),
        _read_back,
    ),
    Command("erase-person", ERASE_HELP, ERASE_ARGUMENTS, erase_person),
    Command("bin", "what was removed and can be put back", (), list_bin),
    Command("put-back", "put something back that was removed", PUT_BACK_ARGUMENTS, put_back),
    Command("backup", "a copy of the whole database, while others use it", (_FILE,), backup),
    Command(
        "restore",
        "a copy of the whole database into an empty place, looked at first",
        (
            _FILE,
            (("--as-it-is",), {"action": "store_true", "help": "also one with faults, or without its log"}),
        ),
        restore,
    ),
    Command("check-database", "everything wrong with the database; exit status 1 if anything is", (), check_database),
    Command(
        "bring",
        "an assessment to the installed version of its framework: what would change, then doing it",
        (
            _ID,
            (("--apply",), {"action": "store_true", "help": "do it; without, only show what it would change"}),
            (("--no-copy",), {"action": "store_true", "help": "keep no copy of how it was before"}),
        ),
        _bring,
    ),
    Command(
        "check",
        "everything wrong with a framework folder",
        (
            (("path",), {"type": Path, "nargs": "?", "metavar": "PATH"}),
            (
                ("--figures",),
                {"action": "store_true", "help": "count the parts of each process, measure the wording"},
            ),
        ),
        check,
    ),
    Command(
        "schema",
        "write the JSON Schema of a framework's files",
        ((("--check",), {"action": "store_true", "help": "only compare; exit status 1 when they differ"}),),
        schema,
    ),
    Command(
        "verify-report",
        "whether a PDF, deck, workbook, CSV ZIP or web page still says what its assessment comes to",
        (
            _FILE,
            (("--json",), {"type": Path, "metavar": "EXPORT", "help": "the JSON export it was made from, if not here"}),
        ),
        verify_report,
    ),
    Command(
        "journal",
        "who changed what and when, in an assessment or, without ID, in everything",
        (
            (("id",), {"nargs": "?", "metavar": "ID", "help": "id of the assessment, as `list` prints it"}),
            (("--csv",), {"type": Path, "metavar": "FILE", "help": "write every entry into a CSV file"}),
        ),
        journal,
    ),
    Command(
        "verify-journal",
        "whether the journal is as it was written: of one assessment or, without ID, every one",
        ((("id",), {"nargs": "?", "metavar": "ID", "help": "id of the assessment, as `list` prints it"}),),
        verify_journal,
    ),
    Command("verify", "recompute worked cases and print each that differs", (_FILE,), verify),
)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assessment", description="Plumbline on the command line.")
    parser.add_argument(
        "--as", dest="email", metavar="E-MAIL", help="act for this account, with what it may do; else everything"
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for command in COMMANDS:
        subparser = subparsers.add_parser(command.name, help=command.help, description=command.help)
        for names, options in command.arguments:
            subparser.add_argument(*names, **options)
        subparser.set_defaults(run=command.run)
    return parser
