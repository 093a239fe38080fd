"""How every number arose: the rules with what this assessment sets, levels, scale, settings, who answered, versions.

| table | column | value | range |
|---|---|---|---|
| levels | level; attributes | level; ids of the attributes it needs | 0 to 5 |
| scale | letter; percent | code; percent of it | 0 to 5; 0 to 100 |
| respondents | asked, answered | people of a role; answered None where they are too few | 0 up |
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from assessment.domain.anchor import Anchor
from assessment.domain.answered.assessment import Role
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import METHOD_VERSION, Computed
from assessment.domain.disclosure.people import told_roles
from assessment.domain.rating.answer_table import answering_ids, tabulate
from assessment.domain.rating.scale import percent_of_code
from assessment.views.items import letter_cell
from assessment.views.method_settings import settings_facts
from assessment.views.model import Cell, Column, Fact, Kind, Mark, Row, Table, View
from assessment.views.rules import RuleTheme, rule_themes
from assessment.views.wording import method as words
from assessment.views.wording.numbers import NO_VALUE, level_text, listed, long_date, number_text, whole_text
from assessment.views.wording.report import framework as framework_text
from assessment.views.wording.terms import ROLES

TOGETHER = "together"


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView(View):
    """The method page. `facts` are the settings; `tables` the levels, the scale and the respondents by role.

    `own_rule` marks a rule of this project's own, the titles head the parts of the page.
    """

    themes: tuple[RuleTheme, ...]
    own_rule: str
    settings_title: str
    respondents_title: str
    versions_title: str
    versions: tuple[Fact, ...]


def method_view(computed: Computed, product_version: str, printed_on: date) -> MethodView:
    """The method page of an assessment, printed on a day by a version of the product."""
    return MethodView(
        id="method",
        question=words.QUESTION,
        finding=words.CONFORMANCE,
        facts=settings_facts(computed),
        tables=(_levels_table(computed), _scale_table(computed), respondents_table(computed)),
        themes=rule_themes(computed),
        own_rule=words.OWN_RULE,
        settings_title=words.SETTINGS_TITLE,
        respondents_title=words.RESPONDENTS_TITLE,
        versions_title=words.VERSIONS_TITLE,
        versions=versions_facts(computed, product_version, printed_on),
    )


def _levels_table(computed: Computed) -> Table:
    attributes = computed.framework.attributes
    rows = []
    for entry in sorted(computed.framework.levels, key=lambda entry: entry.level):
        needed = [attribute for attribute in attributes if attribute.level == entry.level]
        rows.append(
            Row(
                id=f"level-{entry.level}",
                cells=(
                    Cell(text=level_text(entry.level), value=entry.level, marks=frozenset({Mark.STRONG})),
                    Cell(text=entry.name),
                    Cell(
                        text=listed([attribute.name for attribute in needed]) or NO_VALUE,
                        value=" ".join(attribute.id for attribute in needed) or None,
                    ),
                    Cell(text=entry.meaning),
                ),
            )
        )
    return Table(
        id="level-attributes",
        title=words.LEVELS_TITLE,
        columns=(
            Column(id="level", name=words.LEVEL_COLUMN, kind=Kind.MARK, width=8),
            Column(id="name", name=words.NAME_COLUMN, width=14),
            Column(id="attributes", name=words.ATTRIBUTES_COLUMN, width=34),
            Column(id="meaning", name=words.MEANING_COLUMN, width=44),
        ),
        rows=tuple(rows),
        empty=words.LEVELS_EMPTY,
    )


def _scale_table(computed: Computed) -> Table:
    return Table(
        id="scale",
        title=words.SCALE_TITLE,
        columns=(
            Column(id="letter", name=words.LETTER_COLUMN, kind=Kind.MARK, width=9),
            Column(id="name", name=words.NAME_COLUMN, width=25),
            Column(id="percent", name=words.PERCENT_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="statement", name=words.STATEMENT_COLUMN, width=56),
        ),
        rows=tuple(
            Row(
                id=f"code-{point.code}",
                cells=(
                    letter_cell(point.code),
                    Cell(text=point.name),
                    Cell(text=number_text(percent_of_code(point.code)), value=percent_of_code(point.code)),
                    Cell(text=point.statement),
                ),
            )
            for point in sorted(computed.framework.scale, key=lambda point: point.code)
        ),
        empty=words.SCALE_EMPTY,
    )


def respondents_table(computed: Computed) -> Table:
    """How many people of each role were asked and answered; roles of too few stand together."""
    number = Kind.NUMBER
    return Table(
        id="respondents",
        title=words.RESPONDENTS_TITLE,
        measure=words.RESPONDENTS_MEASURE,
        columns=(
            Column(id="role", name=words.ROLE_COLUMN, width=50),
            Column(id="asked", name=words.ASKED_COLUMN, kind=number, width=25),
            Column(id="answered", name=words.ANSWERED_COLUMN, kind=number, width=25, meaning=words.ANSWERED_MEANING),
        ),
        rows=_respondent_rows(computed),
        empty=words.RESPONDENTS_EMPTY,
    )


def _respondent_rows(computed: Computed) -> tuple[Row, ...]:
    """A row a role that may be named; the others stand together, so that nobody is found by subtraction."""
    assessment, floor = computed.assessment, computed.assessment.header.anonymity_floor
    tables = tabulate(computed.framework, assessment, assessment.scope, Horizon.AS_IS)
    answering = answering_ids(tables.values())
    ids = {role: {person.id for person in assessment.respondents if person.role is role} for role in Role}
    named = told_roles((person.role for person in assessment.respondents), floor)
    rows = [_respondent_row(role.value, ROLES[role], ids[role], answering, floor) for role in Role if role in named]
    others = [role for role in Role if ids[role] and role not in named]
    if others:
        together = {person_id for role in others for person_id in ids[role]}
        rows.append(_respondent_row(TOGETHER, listed([ROLES[role] for role in others]), together, answering, floor))
    return tuple(rows)


def _respondent_row(
    row_id: str, name: str, asked_ids: Collection[str], answering: frozenset[str], anonymity_floor: int
) -> Row:
    answered_count = len(answering.intersection(asked_ids))
    is_apart = len(asked_ids) >= anonymity_floor
    return Row(
        id=row_id,
        cells=(
            Cell(text=name),
            Cell(text=whole_text(len(asked_ids)), value=len(asked_ids)),
            Cell(text=whole_text(answered_count), value=answered_count)
            if is_apart
            else Cell(text=NO_VALUE, spoken=words.TOO_FEW),
        ),
    )


def versions_facts(computed: Computed, product_version: str, printed_on: date) -> tuple[Fact, ...]:
    """What the numbers were made by and from: framework, product, method, assessment, snapshot, day of printing."""
    pin, assessment_id = computed.assessment.header.framework, computed.assessment.header.id
    snapshot = computed.snapshot_hash
    return (
        Fact(
            id="framework",
            label=words.FRAMEWORK_LABEL,
            text=framework_text(computed.framework.name, pin.version),
            value=pin.version,
            note=words.content(pin.content_hash),
        ),
        Fact(id="product", label=words.PRODUCT_LABEL, text=product_version, value=product_version),
        Fact(id="method", label=words.METHOD_LABEL, text=words.method_version(METHOD_VERSION), value=METHOD_VERSION),
        Fact(id="assessment", label=words.ASSESSMENT_LABEL, text=assessment_id, value=assessment_id),
        Fact(id="snapshot", label=words.SNAPSHOT_LABEL, text=snapshot, value=snapshot, note=words.SNAPSHOT_NOTE),
        *_anchor_fact(computed.anchor),
        Fact(id="printed", label=words.PRINTED_LABEL, text=long_date(printed_on), value=printed_on.isoformat()),
    )


def _anchor_fact(anchor: Anchor | None) -> tuple[Fact, ...]:
    """The entry of the journal that it stands at; nothing of what is not stored."""
    if anchor is None:
        return ()
    note = words.journal_note(anchor.seq)
    return (Fact(id="journal", label=words.JOURNAL_LABEL, text=anchor.head, value=anchor.head, note=note),)
