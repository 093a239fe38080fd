"""What stands around the processes, as sheets: hand-offs, the organisation with its resources, the services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.findings.placing import action_id_of
from assessment.domain.findings.results import Area
from assessment.views.findings.line import FindingLine
from assessment.views.findings.whole import lines_of
from assessment.views.hand_offs import Shown, hand_off_list
from assessment.views.model import Table
from assessment.views.names import process_names
from assessment.views.organisation import owners_view, transitions_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from assessment.views.sheets.fields import Field, mark, number, of, sheet_of, text, yes_no
from assessment.views.sheets.model import Scale, Sheet
from assessment.views.sheets.table_rows import TableRow, rows_of
from assessment.views.wording.findings import shared as area_words
from assessment.views.wording.sheets import around as words
from assessment.views.wording.sheets import ratings, units

HAND_OFFS_ID, SERVICES_ID = "hand-offs", "services"
FINDINGS_ID = "findings"
ORGANISATION_ID, READINESS_ID, TRANSITIONS_ID = "organisation", "readiness", "transitions"


def hand_offs_sheet(computed: Computed) -> Sheet:
    """Every hand-off between processes in scope, broken ones first, then the lowest rated."""
    fields: tuple[Field[TableRow], ...] = (
        text("id", lambda row: row.id, 30),
        text("from-id", lambda row: row.key("from"), 22),
        text("from", lambda row: row.shown("from"), 26),
        text("to-id", lambda row: row.key("to"), 22),
        text("to", lambda row: row.shown("to"), 26),
        text("flow", lambda row: row.shown("flow"), 46),
        text("kind", lambda row: row.shown("kind"), 13),
        text("state", _rating_state, 15),
        number("value", lambda row: row.exact("rating"), units.LEVEL, 0, 8),
        mark("letter", lambda row: None if row.exact("rating") is None else row.shown("rating"), units.LETTER),
        text("broken", lambda row: row.shown("state"), 9),
        text("binds", lambda row: row.shown("plan"), 9),
        text("note", lambda row: row.note("flow"), 40),
    )
    table = hand_off_list(computed, Shown.ALL)
    return sheet_of(HAND_OFFS_ID, words.HAND_OFFS_NAME, words.HAND_OFF_COLUMNS, fields, rows_of(table))


def _rating_state(row: TableRow) -> str:
    """Why there is no letter, as a reader of the view hears it."""
    spoken = row.cell("rating").spoken
    return f"{spoken[:1].upper()}{spoken[1:]}" if spoken else ratings.RATED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What stands around a process: its owner, and tool and sourcing where they are recorded."""

    owner: TableRow
    technology: TableRow | None
    sourcing: TableRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _FindingRow:
    """A finding and what it is about."""

    area: Area
    line: FindingLine


def organisation_sheets(computed: Computed) -> tuple[Sheet, Sheet, Sheet]:
    """What stands around each process; the readiness questions; the transitions that are placed."""
    return (_processes(computed), _readiness(computed), _transitions(computed))


def _processes(computed: Computed) -> Sheet:
    technology = _by_id(technology_view(computed).table("technology"))
    sourcing = _by_id(sourcing_view(computed).table("sourcing"))
    rows = tuple(
        _Around(owner=row, technology=technology.get(row.id), sourcing=sourcing.get(row.id))
        for row in rows_of(owners_view(computed).table("owners"))
    )
    fields = (*_owner_fields(), *_resource_fields())
    return sheet_of(ORGANISATION_ID, words.ORGANISATION_NAME, words.OWNER_COLUMNS, fields, rows)


def _by_id(table: Table) -> Mapping[str, TableRow]:
    return {row.id: row for row in rows_of(table)}


def _owner_fields() -> tuple[Field[_Around], ...]:
    return (
        text("process-id", lambda one: one.owner.id, 22),
        text("process", lambda one: one.owner.shown("process"), 28),
        text("owner", lambda one: one.owner.key("owner"), 30),
        text("sponsor", lambda one: one.owner.key("sponsor"), 30),
        text("authority", lambda one: one.owner.shown("authority"), 11),
        number("ready", lambda one: one.owner.exact("ready"), units.COUNT, 0),
        number("partly", lambda one: one.owner.exact("partly"), units.COUNT, 0),
        number("not-ready", lambda one: one.owner.exact("not-ready"), units.COUNT, 0),
    )


def _resource_fields() -> tuple[Field[_Around], ...]:
    return (
        text("tool", lambda one: of(one.technology, lambda row: row.key("tool")), 30),
        number("tool-as-is", lambda one: of(one.technology, lambda row: row.exact("as-is")), units.LEVEL, 0, 12),
        number("tool-to-be", lambda one: of(one.technology, lambda row: row.exact("to-be")), units.LEVEL, 0, 12),
        text("mode", lambda one: of(one.sourcing, lambda row: row.shown("mode")), 18),
        text("nature", lambda one: of(one.sourcing, lambda row: row.shown("nature")), 12),
        text("candidate", lambda one: of(one.sourcing, lambda row: row.shown("candidate")), 12),
        text("interface", lambda one: of(one.sourcing, lambda row: row.key("interface")), 40),
    )


def _readiness(computed: Computed) -> Sheet:
    view = owners_view(computed)
    rows = tuple(row for table in view.tables if table.id == "readiness" for row in rows_of(table))
    fields: tuple[Field[TableRow], ...] = (
        text("question-id", lambda row: row.id, 22),
        text("question", lambda row: row.shown("question"), 28),
        text("not-ready-in", lambda row: row.shown("not-ready-in"), 30),
        text("partly-in", lambda row: row.shown("partly-in"), 30),
        number("ready", lambda row: row.exact("ready"), units.COUNT, 0),
        number("partly", lambda row: row.exact("partly"), units.COUNT, 0),
        number("not-ready", lambda row: row.exact("not-ready"), units.COUNT, 0),
    )
    return sheet_of(READINESS_ID, words.ORGANISATION_NAME, words.READINESS_COLUMNS, fields, rows)


def _transitions(computed: Computed) -> Sheet:
    fields: tuple[Field[TableRow], ...] = (
        text("transition-id", lambda row: row.id, 22),
        text("from", lambda row: row.shown("from"), 28),
        text("to", lambda row: row.shown("to"), 30),
        text("note", lambda row: row.note("to"), 30),
        number("as-is", lambda row: row.exact("as-is"), units.LEVEL, 0),
        number("to-be", lambda row: row.exact("to-be"), units.LEVEL, 0),
    )
    rows = rows_of(transitions_view(computed).table("transitions"))
    return sheet_of(TRANSITIONS_ID, words.ORGANISATION_NAME, words.TRANSITION_COLUMNS, fields, rows)


def findings_sheet(computed: Computed) -> Sheet:
    """Every finding on owners, transitions, technology and sourcing, with what it rests on and what to do."""
    fields: tuple[Field[_FindingRow], ...] = (
        text("finding-id", lambda one: one.line.id, 30),
        text("area", lambda one: area_words.AREAS[one.area], 20),
        text("finding", lambda one: one.line.text, 60),
        text("basis", lambda one: one.line.basis, 50),
        text("action", lambda one: one.line.action, 50),
        text("processes", lambda one: process_names(computed.framework, one.line.process_ids), 30),
        text("process-ids", lambda one: " ".join(one.line.process_ids), 30),
        yes_no("in-plan", lambda one: action_id_of(one.line.id) in taken),
    )
    taken = frozenset(action.id for action in computed.assessment.actions)
    rows = (_FindingRow(area=area, line=line) for area in Area for line in lines_of(computed, area, is_whole=True))
    return sheet_of(FINDINGS_ID, words.FINDINGS_NAME, words.FINDING_COLUMNS, fields, rows)


def services_sheet(computed: Computed) -> Sheet:
    """Every critical service, the most important first."""
    fields: tuple[Field[TableRow], ...] = (
        text("id", lambda row: row.id, 18),
        text("service", lambda row: row.shown("service"), 28),
        number("importance", lambda row: row.exact("importance"), units.IMPORTANCE, 0, 12),
        text("leans-on", lambda row: row.shown("leans-on"), 50),
        text("leans-on-ids", lambda row: row.key("leans-on"), 50),
        mark("lowest", lambda row: row.exact("lowest"), units.LEVEL, Scale.LEVEL, 9),
        text("weakest", lambda row: row.shown("weakest"), 40),
        text("note", lambda row: row.note("leans-on"), 34),
    )
    rows = rows_of(services_view(computed).table("services"))
    return sheet_of(SERVICES_ID, words.SERVICES_NAME, words.SERVICE_COLUMNS, fields, rows)
