"""Organisations drawn from a seed: one person answers, so that every attribute has one code, or none."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from assessment.domain.answered.assessment import Assessment, Target
from assessment.domain.answered.entries import Answer, AnswerKind
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
from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.authored.content import Linkage, LinkageKind, Origin
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.transition import Transition, TransitionCarrier
from tests.builders import ATTRIBUTE_IDS, an_assessment, rated_process, tiny_framework

PROCESS_COUNT = 8
NAMES = ("Ada Example", "ada  example", "Ben Example", "Cleo Example", None)
TOOLS = ("Desk", "desk ", "Register", None)


def an_organisation(seed: int) -> tuple[Framework, Assessment, Mapping[tuple[str, str], int]]:
    """A framework, an assessment, and the code of each process and attribute that was answered."""
    draw = random.Random(seed)
    framework = _framework(draw)
    everything = [process.id for process in framework.processes]
    scope = tuple(own for own in everything if draw.random() < 0.85) or tuple(everything)
    codes = {
        (process_id, attribute_id): draw.randint(0, 5)
        for process_id in scope
        if draw.random() < 0.9
        for attribute_id in ATTRIBUTE_IDS
        if draw.random() < 0.9
    }
    ratings = tuple(
        rating
        for process_id in scope
        for rating in rated_process(
            framework, process_id, {own: codes[process_id, own] for own in ATTRIBUTE_IDS if (process_id, own) in codes}
        )
    )
    entries = _entries(framework, everything, draw)
    return framework, an_assessment(framework, scope=scope, ratings=ratings, **entries), codes


def _framework(draw: random.Random) -> Framework:
    framework = tiny_framework(process_count=PROCESS_COUNT)
    ids = [process.id for process in framework.processes]
    pairs = [(one, other) for one in ids for other in ids if one != other and draw.random() < 0.3]
    linkages = tuple(
        Linkage(
            id=f"{one}-to-{other}",
            from_process=one,
            to_process=other,
            kind=draw.choice(tuple(LinkageKind)),
            flow="Something.",
            question="Does it arrive?",
            working="It arrives.",
        )
        for one, other in pairs
    )
    transitions = tuple(
        Transition(
            id=f"way-{number}",
            from_name="Old",
            to_name="New",
            from_text="Old.",
            to_text="New.",
            carriers=tuple(
                TransitionCarrier(process=own, why="It does.", origin=Origin.EXTENSION)
                for own in draw.sample(ids, draw.randint(0, 4))
            ),
        )
        for number in range(5)
    )
    return framework.model_copy(update={"linkages": linkages, "transitions": transitions})


def _entries(framework: Framework, ids: list[str], draw: random.Random) -> dict[str, Any]:
    some = [own for own in ids if draw.random() < 0.8]
    place = (None, 0, 1, 2, 3, 4, 5)
    return {
        "targets": tuple(Target(process_id=own, level=draw.randint(1, 5)) for own in some),
        "owners": tuple(
            Owner(process_id=own, name=draw.choice(NAMES), authority=draw.choice((None, *Authority)))
            for own in ids
            if draw.random() < 0.85
        ),
        "readiness": tuple(
            Readiness(process_id=own, question_id=question.id, state=draw.choice(tuple(ReadinessState)))
            for own in some
            for question in framework.readiness
        ),
        "technology": tuple(
            Technology(process_id=own, tool=draw.choice(TOOLS), as_is=draw.choice(place), to_be=draw.choice(place))
            for own in ids
            if draw.random() < 0.8
        ),
        "sourcing": tuple(
            Sourcing(
                process_id=own,
                mode_id=draw.choice(framework.sourcing).id,
                nature=draw.choice((None, *SourcingNature)),
                candidate=draw.choice(tuple(SourcingCandidate)),
                interface=draw.choice((None, "A list.")),
            )
            for own in ids
            if draw.random() < 0.8
        ),
        "linkage_ratings": tuple(
            LinkageRating(linkage_id=linkage.id, answer=Answer(kind=AnswerKind.RATED, code=draw.randint(0, 5)))
            for linkage in framework.linkages
            if draw.random() < 0.6
        ),
        "transitions": tuple(
            TransitionPlace(transition_id=one.id, as_is=draw.choice(place), to_be=draw.choice(place))
            for one in framework.transitions
            if draw.random() < 0.9
        ),
        "roadmap": RoadmapSettings(
            linkages=tuple(
                LinkStrength(linkage_id=linkage.id, strength=draw.choice((0.0, 0.3, 1.0)))
                for linkage in framework.linkages
                if draw.random() < 0.2
            )
        ),
    }
