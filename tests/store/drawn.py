"""Assessments drawn by Hypothesis: everything the models allow, fitting a framework, sorted as the store sorts."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from assessment.catalogue import content_hash
from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.assessment import (
    AgreedValue,
    Assessment,
    AssessmentHeader,
    AssessmentState,
    Assignment,
    Certainty,
    CriticalService,
    Feedback,
    FeedbackKind,
    Flag,
    FrameworkPin,
    Note,
    NoteKind,
    Opinion,
    Rating,
    Respondent,
    Role,
    Target,
    TargetCell,
)
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.evidence import EvidenceFile, Speaks
from assessment.domain.answered.organisation import (
    Authority,
    LinkageRating,
    Owner,
    Readiness,
    ReadinessState,
    Sourcing,
    SourcingCandidate,
    SourcingNature,
    Technology,
    TransitionPlace,
)
from assessment.domain.answered.texts import OwnText
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.store import SECTIONS
from tests.store.drawn_plans import entries_of_plans, roadmaps
from tests.store.drawn_workshops import entries_of_workshops
from tests.store.strategies import (
    CODES,
    HASHES,
    RESPONDENT_IDS,
    ROW_IDS,
    TEXTS,
    WORDS,
    Strategy,
    answers,
    maybe,
)


def assessments(framework: Framework) -> Strategy:
    """Assessments of the framework in any state, with entries of every kind."""
    by_depth = {depth: _entries(framework, depth) for depth in Depth}
    headers = {depth: _headers(framework, depth) for depth in Depth}
    settings = roadmaps(framework)
    order = [process.id for process in framework.processes]
    scopes = st.sets(st.sampled_from(order), min_size=1)

    @st.composite
    def drawn(draw: st.DrawFn) -> Assessment:
        depth = draw(st.sampled_from(Depth))
        parts = {field: draw(strategy) for field, strategy in by_depth[depth].items()}
        people = {respondent.id for respondent in parts["respondents"]}
        known: dict[str, Any] = {
            field: tuple(one for one in entries if getattr(one, "respondent_id", None) in {None, *people})
            for field, entries in parts.items()
        }
        known["agreed"] = tuple(_among(people, value) for value in parts["agreed"])
        known["sessions"] = tuple(
            one.model_copy(update={"respondent_ids": tuple(sorted(people.intersection(one.respondent_ids)))})
            for one in parts["sessions"]
        )
        scope = draw(scopes)
        return in_order(
            Assessment(
                header=draw(headers[depth]),
                scope=tuple(process_id for process_id in order if process_id in scope),
                roadmap=draw(settings),
                **known,
            )
        )

    return drawn()


def in_order(assessment: Assessment) -> Assessment:
    """The same assessment, each part sorted by its ids."""
    parts = {
        section.field: tuple(sorted(getattr(assessment, section.field), key=section.key_of))
        for section in SECTIONS
        if section.key
    }
    return assessment.model_copy(update=parts)


def _headers(framework: Framework, depth: Depth) -> Strategy:
    pin = FrameworkPin(id=framework.id, version=framework.version, content_hash=content_hash(framework))
    return st.builds(
        AssessmentHeader,
        id=ROW_IDS,
        name=WORDS,
        organisation=WORDS,
        unit=maybe(WORDS),
        assessed_on=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
        framework=st.just(pin),
        depth=st.just(depth),
        state=st.sampled_from(AssessmentState),
        carry_percent=st.sampled_from((67.5, 85.0)),
        default_target_level=st.integers(1, 5),
        asks_to_be=st.booleans(),
        anonymity_floor=st.integers(1, 50),
        scenario_id=maybe(st.sampled_from([scenario.id for scenario in framework.scenarios])),
        copied_from=maybe(ROW_IDS),
        is_fictional=st.booleans(),
    )


def _entries(framework: Framework, depth: Depth) -> dict[str, Strategy]:
    """The strategy of each part: up to six entries, none with the ids of another."""
    kinds = {
        **_entries_of_processes(framework, depth),
        **_entries_of_people(framework, depth),
        **entries_of_workshops(framework, _places(framework, depth)),
        **entries_of_plans(framework),
    }
    return {
        section.field: st.lists(kinds[section.field], max_size=6, unique_by=section.key_of)
        for section in SECTIONS
        if section.key
    }


def _places(framework: Framework, depth: Depth) -> Strategy:
    """Items that are asked, each with its horizon."""
    return st.sampled_from(
        [
            (item.id, horizon)
            for process in framework.processes
            for horizon in Horizon
            for item in framework.items(process.id, depth, horizon)
        ]
    )


def _entries_of_processes(framework: Framework, depth: Depth) -> dict[str, Strategy]:
    process_ids = st.sampled_from([process.id for process in framework.processes])
    attribute_ids = st.sampled_from([attribute.id for attribute in framework.attributes])
    linkage_ids = st.sampled_from([linkage.id for linkage in framework.linkages])
    items = _places(framework, depth)
    cells = st.lists(st.builds(TargetCell, attribute_id=attribute_ids, code=CODES), max_size=3, unique_by=_attribute)
    return {
        "agreed": st.builds(
            lambda place, **values: AgreedValue(item_id=place[0], horizon=place[1], **values),
            items,
            answer=answers(AnswerKind.RATED, AnswerKind.NOT_APPLICABLE),
            note=maybe(TEXTS),
            certainty=st.sampled_from(Certainty),
            present_ids=st.sets(st.sampled_from(RESPONDENT_IDS)).map(tuple),
        ),
        "evidence_files": st.builds(
            EvidenceFile,
            id=ROW_IDS,
            item_id=items.map(lambda place: place[0]),
            name=WORDS,
            kind=st.sampled_from(("application/pdf", "image/png", "text/plain")),
            size_count=st.integers(1, 10 * 2**20),
            content_hash=HASHES,
            speaks=maybe(st.sampled_from(Speaks)),
            caption=maybe(WORDS),
        ),
        "actions": _actions(process_ids),
        "texts": st.builds(
            OwnText,
            place_id=st.sampled_from(("introduction", "whole", "next-steps"))
            | process_ids.map("process:{}".format)
            | st.sampled_from([f"group:{group.id}" for group in framework.groups]),
            text=TEXTS,
            facts_hash=maybe(HASHES),
        ),
        "flags": st.builds(Flag, item_id=items.map(lambda place: place[0]), reason=maybe(WORDS)),
        "critical_services": st.builds(
            CriticalService,
            id=ROW_IDS,
            name=WORDS,
            importance=st.integers(1, 5),
            process_ids=st.lists(process_ids, max_size=3, unique=True).map(tuple),
        ),
        "targets": st.builds(
            Target,
            process_id=process_ids,
            level=CODES,
            rationale=maybe(TEXTS),
            approver=maybe(WORDS),
            cells=cells.map(tuple),
        ),
        "owners": st.builds(
            Owner,
            process_id=process_ids,
            name=maybe(WORDS),
            authority=maybe(st.sampled_from(Authority)),
            sponsor=maybe(WORDS),
        ),
        "readiness": st.builds(
            Readiness,
            process_id=process_ids,
            question_id=st.sampled_from([question.id for question in framework.readiness]),
            state=st.sampled_from(ReadinessState),
            note=maybe(TEXTS),
        ),
        "technology": st.builds(
            Technology, process_id=process_ids, tool=maybe(WORDS), as_is=maybe(CODES), to_be=maybe(CODES)
        ),
        "sourcing": st.builds(
            Sourcing,
            process_id=process_ids,
            mode_id=st.sampled_from([choice.id for choice in framework.sourcing]),
            nature=maybe(st.sampled_from(SourcingNature)),
            candidate=st.sampled_from(SourcingCandidate),
            interface=maybe(TEXTS),
        ),
        "linkage_ratings": st.builds(LinkageRating, linkage_id=linkage_ids, answer=answers(), note=maybe(TEXTS)),
        "transitions": st.builds(
            TransitionPlace,
            transition_id=st.sampled_from([transition.id for transition in framework.transitions]),
            as_is=maybe(CODES),
            to_be=maybe(CODES),
            note=maybe(TEXTS),
        ),
    }


def _entries_of_people(framework: Framework, depth: Depth) -> dict[str, Strategy]:
    people = st.sampled_from(RESPONDENT_IDS)
    process_ids = st.sampled_from([process.id for process in framework.processes])
    attribute_ids = st.sampled_from([attribute.id for attribute in framework.attributes])
    items = _places(framework, depth)
    return {
        "respondents": st.builds(
            Respondent, id=people, role=st.sampled_from(Role), name=maybe(WORDS), unit=maybe(WORDS)
        ),
        "assignments": st.builds(
            Assignment,
            respondent_id=people,
            process_id=process_ids,
            attribute_ids=st.lists(attribute_ids, min_size=1, max_size=3, unique=True).map(tuple),
        ),
        "ratings": st.builds(
            lambda person, place, answer: Rating(
                respondent_id=person, item_id=place[0], horizon=place[1], answer=answer
            ),
            people,
            items,
            answers(),
        ),
        "notes": st.builds(
            lambda person, place, kind, speaks, **values: Note(
                respondent_id=person,
                item_id=place[0],
                kind=kind,
                speaks=speaks if kind is NoteKind.EVIDENCE else None,
                **values,
            ),
            people,
            items,
            kind=st.sampled_from(NoteKind),
            speaks=maybe(st.sampled_from(Speaks)),
            text=TEXTS,
            is_released=st.booleans(),
        ),
        "feedback": st.builds(
            lambda person, place, **values: Feedback(respondent_id=person, item_id=place[0], **values),
            people,
            items,
            kind=st.sampled_from(FeedbackKind),
            text=maybe(WORDS),
        ),
        "opinions": st.builds(
            Opinion, respondent_id=people, process_id=process_ids, pain=maybe(CODES), importance=maybe(CODES)
        ),
    }


def _actions(process_ids: Strategy) -> Strategy:
    def made(is_own: bool) -> Strategy:
        return st.builds(
            PlannedAction,
            id=ROW_IDS.map(("own-" if is_own else "a.").__add__),
            process_id=process_ids,
            to_level=st.integers(1, 5),
            kind=st.sampled_from(ActionKind),
            text=TEXTS if is_own else maybe(TEXTS),
            is_struck=st.booleans(),
            owner=maybe(WORDS),
            start=maybe(st.dates(date(2000, 1, 1), date(2050, 1, 1))),
            due=maybe(st.dates(date(2050, 1, 1), date(2100, 1, 1))),
            status=maybe(st.sampled_from(ActionStatus)),
            done_percent=maybe(st.integers(0, 100)),
            note=maybe(TEXTS),
            done_on=maybe(st.dates(date(2000, 1, 1), date(2100, 1, 1))),
        )

    return st.booleans().flatmap(made)


def _among(people: set[str], value: AgreedValue) -> AgreedValue:
    """The agreed value as it is once the others are removed."""
    return value.model_copy(update={"present_ids": tuple(one for one in value.present_ids if one in people)})


def _attribute(cell: TargetCell) -> str:
    return cell.attribute_id
