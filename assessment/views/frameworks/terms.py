"""What belongs to no single process: the glossary, the transitions, the scenarios."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.content import Origin, Scenario
from assessment.domain.authored.framework import Framework
from assessment.views.model import Cell, Column, Fact, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import framework_terms as words
from assessment.views.wording.frameworks import from_one_to_other
from assessment.views.wording.terms import PAIN_POINTS


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView(View):
    """Every term by the alphabet; `wanted` is the one that was looked for."""

    wanted: Fact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioText:
    """A story that leads a sponsor in: what is said, what lies behind it, and the processes it puts in scope."""

    title: str
    facts: tuple[Fact, ...]
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosView(View):
    """Every scenario."""

    scenarios: tuple[ScenarioText, ...]


def glossary_view(framework: Framework, wanted: str | None = None) -> GlossaryView:
    """The glossary; `wanted` is a term to show by itself, passed over if there is no such term."""
    rows = tuple(
        Row(id=entry.term, cells=(Cell(text=entry.term), Cell(text=entry.meaning)))
        for entry in sorted(framework.glossary, key=lambda entry: entry.term.casefold())
    )
    meanings = {entry.term: entry.meaning for entry in framework.glossary}
    table = Table(
        id="glossary",
        title=words.GLOSSARY_TITLE,
        measure=words.GLOSSARY_LEAD,
        columns=(
            Column(id="term", name=words.TERM_COLUMN, width=25),
            Column(id="meaning", name=words.MEANING_HERE_COLUMN),
        ),
        rows=rows,
        empty=words.NO_TERM,
    )
    return GlossaryView(
        id="glossary",
        question=words.GLOSSARY_QUESTION,
        finding=words.terms(len(rows)),
        tables=(table,),
        wanted=Fact(id="wanted", label=wanted, text=meanings[wanted]) if wanted in meanings else None,
    )


def transitions_view(framework: Framework) -> View:
    """Both ends of each transition, as one sees them."""
    table = Table(
        id="transitions",
        title=words.TRANSITIONS_TITLE,
        measure=words.TRANSITIONS_LEAD,
        columns=(
            Column(id="transition", name=words.TRANSITION_COLUMN, width=24),
            Column(id="old-end", name=words.OLD_END),
            Column(id="new-end", name=words.NEW_END),
        ),
        rows=tuple(
            Row(
                id=change.id,
                cells=(
                    Cell(text=from_one_to_other(change.from_name, change.to_name), value=change.id),
                    Cell(text=change.from_text),
                    Cell(text=change.to_text),
                ),
            )
            for change in framework.transitions
        ),
        empty=words.NO_TRANSITION,
    )
    return View(
        id="transitions",
        question=words.TRANSITIONS_QUESTION,
        finding=words.transitions(len(framework.transitions)),
        tables=(table,),
    )


def scenarios_view(framework: Framework) -> ScenariosView:
    """Each story with the processes that it puts in scope."""
    return ScenariosView(
        id="scenarios",
        question=words.SCENARIOS_QUESTION,
        finding=words.SCENARIOS_LEAD,
        empty="" if framework.scenarios else words.NO_SCENARIO,
        scenarios=tuple(_scenario(framework, scenario) for scenario in framework.scenarios),
    )


def whose_story(scenario: Scenario) -> Fact:
    """Whose story it is: one with lines is the paper's, any other the framework's own."""
    origin = Origin.PAPER if scenario.lines else Origin.EXTENSION
    return Fact(id="whose-story", label=words.WHOSE_STORY, text=words.STORY_OF[origin], value=origin.value)


def _scenario(framework: Framework, scenario: Scenario) -> ScenarioText:
    return ScenarioText(
        title=scenario.title,
        facts=(
            Fact(id="story", label=words.STORY, text=scenario.story),
            Fact(id="cause", label=words.CAUSE, text=scenario.why),
            whose_story(scenario),
        ),
        table=Table(
            id=f"scenario-{scenario.id}",
            title=scenario.title,
            columns=(
                Column(id="process", name=words.IN_SCOPE_COLUMN),
                Column(id="pain", name=words.PAIN_COLUMN, meaning=words.PAIN_MEANING),
                Column(id="source", name=words.SOURCE_COLUMN),
            ),
            rows=tuple(
                Row(
                    id=entry.process,
                    cells=(
                        Cell(text=process_name(framework, entry.process), value=entry.process),
                        Cell(text=PAIN_POINTS[entry.pain], value=entry.pain),
                        Cell(text=words.ORIGINS[entry.origin], value=entry.origin.value),
                    ),
                )
                for entry in scenario.processes
            ),
            empty="",
        ),
    )
