"""The method page: rules, levels, scale, settings, versions, who answered, and who is not behind it."""

from __future__ import annotations

from assessment.domain.answered.assessment import Role
from assessment.domain.rating.scale import PERCENT_PER_CODE
from assessment.reporting.document.model import Cell, Chapter, Column, Fact, Method, Row, Table
from assessment.reporting.document.parts import ROLE_WORDS, Parts, capacity_words, facts, long_date
from assessment.reporting.document.rules import CONFORMANCE, build_rules
from assessment.reporting.wording import counted, listed, number_text


def build_method(parts: Parts) -> Method:
    """How every number of the report arose."""
    return Method(
        chapter=Chapter(anchor="method", title="How the numbers arose", lead=(CONFORMANCE,)),
        rules=build_rules(parts),
        levels=_levels_table(parts),
        scale=_scale_table(parts),
        settings=_settings(parts),
        respondents=_respondents_table(parts),
        people=_people(parts),
        versions=_versions(parts),
        independence=parts.framework.independence,
    )


def _levels_table(parts: Parts) -> Table:
    rows = []
    for entry in sorted(parts.framework.levels, key=lambda entry: entry.level):
        needs = [attribute.name for attribute in parts.framework.attributes if attribute.level == entry.level]
        rows.append(
            Row(
                cells=(
                    Cell(text=str(entry.level), style="strong"),
                    Cell(text=entry.name),
                    Cell(text=listed(needs)),
                    Cell(text=entry.meaning),
                )
            )
        )
    return Table(
        name="level-attributes",
        caption="Levels and the attributes each needs (own rule)",
        columns=(
            Column(name="Level", style="mark", width=8),
            Column(name="Name", width=14),
            Column(name="Attributes", width=34),
            Column(name="Meaning", width=44),
        ),
        rows=tuple(rows),
        empty="The framework names no level.",
        style="whole",
    )


def _scale_table(parts: Parts) -> Table:
    return Table(
        name="scale",
        caption="The scale of an answer",
        columns=(
            Column(name="Letter", style="mark", width=9),
            Column(name="Name", width=25),
            Column(name="Percent", style="number", width=10),
            Column(name="What one sees", width=56),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=point.letter.value, chip=f"rating-{point.code}"),
                    Cell(text=point.name),
                    Cell(text=number_text(point.code * PERCENT_PER_CODE)),
                    Cell(text=point.statement),
                )
            )
            for point in sorted(parts.framework.scale, key=lambda point: point.code)
        ),
        empty="The framework has no scale.",
        style="whole",
    )


def _settings(parts: Parts) -> tuple[Fact, ...]:
    header, settings = parts.assessment.header, parts.assessment.roadmap
    capacities = capacity_words(parts)
    days, cost = settings.person_days_per_point, settings.cost_per_point
    return facts(
        ("Carry bound", f"{number_text(header.carry_percent)} percent"),
        ("Depth", header.depth.value),
        ("Default target", f"level {header.default_target_level}"),
        ("To-be asked of respondents", "yes" if header.asks_to_be else "no"),
        ("Anonymity floor", counted(header.anonymity_floor, "person", "people")),
        ("Processes in scope", f"{len(parts.assessment.scope)} of {len(parts.framework.processes)}"),
        ("Scenario", _scenario(parts)),
        ("Weight of pain", number_text(settings.pain_weight, 2)),
        ("Weight of importance", number_text(settings.importance_weight, 2)),
        ("Weight of leverage", number_text(settings.leverage_weight, 2)),
        ("Waves", f"{settings.wave_count} of {counted(settings.wave_months, 'month')}"),
        ("Capacity of the waves", capacities),
        ("Start", long_date(settings.start) if settings.start else "not set"),
        ("Person-days to a point", "" if days is None else number_text(days)),
        ("Cost of a point", "" if cost is None else f"{settings.currency} {cost:,.0f}"),
        ("Steps pinned", str(len(settings.pins)) if settings.pins else ""),
        ("Efforts set by hand", str(len(settings.efforts)) if settings.efforts else ""),
        ("Linkages weighed or bound by hand", str(len(settings.linkages)) if settings.linkages else ""),
    )


def _scenario(parts: Parts) -> str:
    wanted = parts.assessment.header.scenario_id
    return next((scenario.title for scenario in parts.framework.scenarios if scenario.id == wanted), "")


def _respondents_table(parts: Parts) -> Table:
    answered = {rating.respondent_id for rating in parts.assessment.ratings}
    rows = []
    for role in Role:
        people = [person for person in parts.assessment.respondents if person.role is role]
        if people:
            rows.append(
                Row(
                    cells=(
                        Cell(text=ROLE_WORDS[role][1].capitalize()),
                        Cell(text=str(len(people))),
                        Cell(text=str(sum(person.id in answered for person in people))),
                    )
                )
            )
    return Table(
        name="respondents",
        caption="Who was asked, by role",
        columns=(
            Column(name="Role", width=50),
            Column(name="Asked", style="number", width=25),
            Column(name="Answered", style="number", width=25),
        ),
        rows=tuple(rows),
        empty="Nobody has been asked yet.",
    )


def _people(parts: Parts) -> str:
    names = sorted(person.name for person in parts.assessment.respondents if person.name)
    nameless = len(parts.assessment.respondents) - len(names)
    if not names:
        return ""
    others = f"; {counted(nameless, 'person', 'people')} without a name" if nameless else ""
    return f"Named: {listed(names)}{others}."


def _versions(parts: Parts) -> tuple[Fact, ...]:
    pin = parts.assessment.header.framework
    return (
        Fact(label="Framework", value=f"{parts.framework.name} {pin.version}", note=f"content {pin.content_hash}"),
        Fact(label="Plumbline", value=parts.product_version),
        Fact(label="Assessment", value=parts.assessment.header.id),
        Fact(label="Snapshot", value=parts.snapshot_hash, note="SHA-256 of the assessment's data export"),
        Fact(label="Printed", value=long_date(parts.printed_on)),
    )
