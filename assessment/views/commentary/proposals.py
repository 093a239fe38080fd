"""The text that is proposed at a place: sentences that the views say of the same facts, put in order, and nothing else.

A proposal is Markdown that its reader edits; names in it read as themselves. What is not known is said as not known by
the sentences themselves. It is made of what a reader may see, and names nobody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.rating.results import ProcessResult
from assessment.domain.rating.warnings import WarningKind
from assessment.views.agreement import agreement_view, perception_view
from assessment.views.characteristics import characteristics_view
from assessment.views.commentary.marked import literal
from assessment.views.commentary.places import Place, PlaceKind
from assessment.views.confidence import confidence_view
from assessment.views.decisions import proposed_decisions
from assessment.views.groups import groups_view
from assessment.views.hand_offs import hand_offs_view
from assessment.views.headline import overview_view
from assessment.views.levels import movement_view
from assessment.views.method import respondents_table
from assessment.views.model import View
from assessment.views.names import named_apart, process_name, process_names
from assessment.views.next_level import next_level_view
from assessment.views.organisation import owners_view
from assessment.views.priorities import TOP_COUNT, priorities_view, reason_text, wanting
from assessment.views.process import process_finding
from assessment.views.profile import profile_view, target_table
from assessment.views.report import basis_of_report, basis_text
from assessment.views.services import services_view
from assessment.views.shared_advice import shared_advice
from assessment.views.steps import StepBlock
from assessment.views.target import target_view
from assessment.views.warnings import warning_texts
from assessment.views.waves import roadmap_view
from assessment.views.wording import commentary as words
from assessment.views.wording import method as method_words
from assessment.views.wording.headline import levels_text
from assessment.views.wording.levels import NO_LEVEL
from assessment.views.wording.report import FICTIONAL
from assessment.views.wording.report import framework as framework_text
from assessment.views.wording.steps import step_title
from assessment.views.wording.terms import DEPTHS

FLOOR_LIMIT = 3
PREPARATION_LIMIT = 5
SAID_TO_READERS = frozenset(
    {WarningKind.ON_PAPER_ONLY, WarningKind.CARRIED_NOT_DONE, WarningKind.NO_OWNER, WarningKind.SPLIT}
)
"""The other warnings of a process ask its facilitator to look again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A text, and the hash by which one tells whether the same is still proposed."""

    text: str
    facts_hash: str


def proposal(computed: Computed, place: Place) -> Proposal:
    """What is proposed at a place, of what a reader may see; the same facts give the same text and hash."""
    text = _MAKERS[place.kind](computed.told, place.of_id) or literal(words.NOTHING_TO_SAY)
    return Proposal(text=text, facts_hash=hashlib.sha256(text.encode()).hexdigest())


def _text(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _paragraph(sentences: Iterable[str]) -> str:
    return " ".join(literal(sentence) for sentence in sentences if sentence)


def _heading(title: str, content: str) -> str:
    """A heading above its content; nothing where there is none."""
    return f"## {literal(title)}\n\n{content}" if content else ""


def _bullets(sentences: Iterable[str]) -> str:
    return "\n".join(f"- {literal(sentence)}" for sentence in sentences if sentence)


def _numbered(points: Sequence[str]) -> str:
    return "\n".join(f"{number}. {point}" for number, point in enumerate(points, start=1))


def _findings(views: Iterable[View]) -> str:
    return _paragraph(view.finding for view in views if not view.empty)


def _introduction(computed: Computed, _: str) -> str:
    header = computed.assessment.header
    framework = framework_text(computed.framework.name, computed.framework.version)
    scope_count = len(computed.assessment.scope)
    return _text(
        _paragraph(
            [
                words.assessed(header.organisation, header.unit, scope_count, framework, header.assessed_on),
                words.LEADS,
            ]
        ),
        _paragraph([basis_text(computed.result.verification), FICTIONAL if header.is_fictional else ""]),
    )


def _method(computed: Computed, _: str) -> str:
    header = computed.assessment.header
    framework = framework_text(computed.framework.name, computed.framework.version)
    agreed_count = len(computed.assessment.agreed)
    rows = respondents_table(computed).rows
    roles = [words.role_count(row.cells[0].text, row.cells[1].text) for row in rows]
    return _text(
        _paragraph([words.HOW_ASKED]),
        _bullets(
            [
                basis_of_report(computed),
                words.asked_by_role(roles) if roles else method_words.RESPONDENTS_EMPTY,
                words.asked_of(DEPTHS[header.depth], framework),
                words.agreed(agreed_count) if agreed_count else "",
                words.carried(header.carry_percent),
                words.floor(header.anonymity_floor),
            ]
        ),
        _paragraph([method_words.CONFORMANCE, basis_text(computed.result.verification)]),
    )


def _whole(computed: Computed, _: str) -> str:
    whole = computed.result.whole
    overview = overview_view(computed)
    confidence = overview.fact("confidence")
    numbers = (
        [
            words.levels(levels_text(whole.level_counts)),
            words.mean_and_floor(
                whole.mean_score,
                whole.floor_level,
                process_names(computed.framework, whole.floor_process_ids, FLOOR_LIMIT),
            ),
        ]
        if whole.floor_level is not None
        else []
    )
    sure = words.how_sure(confidence.text, confidence.note) if confidence.value is not None else ""
    return _text(
        _paragraph([overview.finding, *numbers]),
        _findings([movement_view(computed), groups_view(computed), characteristics_view(computed)]) if numbers else "",
        _heading(
            words.WHAT_IS_AROUND,
            _findings([owners_view(computed), hand_offs_view(computed), services_view(computed)]),
        ),
        _heading(
            words.HOW_SURE,
            _paragraph([sure, basis_text(computed.result.verification), *overview.remarks]),
        ),
    )


def _decisions(computed: Computed, _: str) -> str:
    return _bullets(proposed_decisions(computed)) or literal(words.NOTHING_TO_DECIDE)


def _group(computed: Computed, group_id: str) -> str:
    rollup = computed.result.groups.get(group_id)
    name = next(group.name for group in computed.framework.groups if group.id == group_id)
    processes = [
        process
        for process in computed.result.processes
        if computed.framework.group_by_process[process.process_id].id == group_id
    ]
    stands = (
        words.group_without_level(name)
        if rollup is None or not rollup.process_count
        else words.group_stands(name, rollup.at_target_count, rollup.process_count, rollup.mean_score)
    )
    return _text(_paragraph([stands]), _bullets(process_finding(computed.framework, process) for process in processes))


def _process(computed: Computed, process_id: str) -> str:
    process = computed.result.process(process_id)
    return _text(
        _paragraph([process_finding(computed.framework, process), computed.framework.process_by_id[process_id].why]),
        _where_to(computed, process) if process.is_assessed else "",
        _paragraph(
            warning_texts(
                computed.framework, [warning for warning in process.warnings if warning.kind in SAID_TO_READERS]
            )
        ),
    )


def _where_to(computed: Computed, process: ProcessResult) -> str:
    """Target, the way to the next level, and how sure that is, of a process with a level."""
    target = target_view(computed, process, target_table(profile_view(computed, process, "").table("attributes")))
    following = next_level_view(computed, process)
    agreement, perception = agreement_view(computed, process), perception_view(computed, process)
    return _text(
        _heading(
            words.WHAT_HOLDS_IT,
            _text(_paragraph([target.finding, following.finding]), _bullets(need.sentence for need in following.needs)),
        ),
        _heading(
            words.HOW_SURE,
            _paragraph(
                [
                    confidence_view(computed, process, with_range=False).finding,
                    agreement.finding,
                    perception.finding if any(table.rows for table in perception.tables) else "",
                ]
            ),
        ),
    )


def _recommendations(computed: Computed, _: str) -> str:
    if not computed.result.whole.process_count:
        return _paragraph([NO_LEVEL, *named_apart(computed.framework, computed.result.whole)])
    priorities, roadmap = priorities_view(computed), roadmap_view(computed)
    points = []
    for entry in wanting(computed)[:TOP_COUNT]:
        process = computed.result.process(entry.process_id)
        name = process_name(computed.framework, entry.process_id)
        title = step_title(name, process.level.level or 0, process.target.target_level)
        points.append(words.recommended(literal(title), literal(reason_text(computed, entry))))
    left = roadmap.not_funded
    way = _text(
        _paragraph([roadmap.finding]),
        _bullets(words.wave(wave.title, wave.summary, wave.outcome) for wave in roadmap.waves if wave.steps),
        _paragraph([words.wave(left.title, left.summary, "") if left.steps else "", *roadmap.warnings]),
    )
    return _text(
        _paragraph([priorities.finding]),
        _numbered(points),
        "" if roadmap.empty else _heading(words.THE_WAY, way),
        _paragraph(named_apart(computed.framework, computed.result.whole)),
    )


def _next_steps(computed: Computed, _: str) -> str:
    """What the first wave with a step begins with, and what has to be there before."""
    roadmap = roadmap_view(computed)
    first = next((wave for wave in roadmap.waves if wave.steps), None)
    if first is None:
        return _paragraph([roadmap.finding if computed.result.whole.process_count else NO_LEVEL])
    before = shared_advice(computed).preparations
    return _text(
        _paragraph([words.wave(first.title, first.summary, first.outcome)]),
        _numbered([_step(step) for step in first.steps]),
        _heading(
            before.title,
            _bullets(
                words.preparation(before.cell(row.id, "do").text, before.cell(row.id, "processes").text)
                for row in before.rows[:PREPARATION_LIMIT]
            ),
        ),
        _paragraph([owners_view(computed).finding]),
    )


def _step(step: StepBlock) -> str:
    """A step, and under it what raises it first."""
    actions = (
        row.cells[table.place("do")].text for table in step.tables for row in table.rows if table.id == "actions"
    )
    return "\n".join([f"**{literal(step.title)}**", *(f"   - {literal(action)}" for action in actions)])


_MAKERS: Mapping[PlaceKind, Callable[[Computed, str], str]] = {
    PlaceKind.INTRODUCTION: _introduction,
    PlaceKind.METHOD: _method,
    PlaceKind.WHOLE: _whole,
    PlaceKind.DECISIONS: _decisions,
    PlaceKind.RECOMMENDATIONS: _recommendations,
    PlaceKind.NEXT_STEPS: _next_steps,
    PlaceKind.GROUP: _group,
    PlaceKind.PROCESS: _process,
}
