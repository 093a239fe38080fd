"""A whole assessment of the shipped framework, drawn from a seed: 14 invented people, every kind of answer."""

from __future__ import annotations

import random
from datetime import date

from assessment.domain.answered.assessment import (
    AgreedValue,
    Assessment,
    AssessmentHeader,
    Certainty,
    CriticalService,
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
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Depth, Framework, Horizon

DAY = date(2026, 3, 20)

FIRST_NAMES = ("Ada", "Ben", "Cleo", "Dov", "Eva", "Finn", "Gita", "Hugo", "Ines", "Jan", "Kira", "Leo", "Mia", "Nils")
ROLES = (Role.LEADERSHIP,) * 4 + (Role.PRACTITIONER,) * 7 + (Role.CUSTOMER,) * 3


def generated_assessment(framework: Framework, seed: int = 7, depth: Depth = Depth.FULL) -> Assessment:
    """The same assessment for the same seed: most things answered, some unknown, not applicable or left out."""
    draw = random.Random(seed)
    people = tuple(
        Respondent(id=f"p{number:02}", role=role, name=None if number == 6 else f"{name} Example")
        for number, (name, role) in enumerate(zip(FIRST_NAMES, ROLES, strict=True), start=1)
    )
    scope = tuple(process.id for process in framework.processes)
    ratings, notes, agreed, flags = _answers(framework, people, scope, depth, draw)
    return Assessment(
        header=AssessmentHeader(
            id="generated",
            name="Service management assessment 2026",
            organisation="Harbour & Field Insurance",
            unit="Group IT",
            assessed_on=date(2026, 3, 12),
            framework=FrameworkPin(id=framework.id, version=framework.version, content_hash="a1" * 32),
            depth=depth,
            is_fictional=True,
        ),
        scope=scope,
        respondents=people,
        ratings=ratings,
        notes=notes,
        agreed=agreed,
        flags=flags,
        opinions=tuple(
            Opinion(
                respondent_id=person.id,
                process_id=process_id,
                pain=draw.randint(0, 5),
                importance=None if index % 6 == 0 else draw.randint(1, 5),
            )
            for person in people[:6]
            for index, process_id in enumerate(scope)
        ),
        critical_services=(
            CriticalService(id="s1", name="Claims desk", importance=5, process_ids=scope[3:9]),
            CriticalService(id="s2", name="Broker portal", importance=4, process_ids=scope[8:14]),
        ),
        targets=_targets(scope, draw),
        owners=tuple(
            Owner(
                process_id=process_id,
                name=f"{FIRST_NAMES[index % 14]} Owner",
                authority=draw.choice(tuple(Authority)),
                sponsor="Chief operating officer" if index % 3 else None,
            )
            for index, process_id in enumerate(scope)
            if index % 5
        ),
        readiness=tuple(
            Readiness(process_id=process_id, question_id=question.id, state=draw.choice(tuple(ReadinessState)))
            for process_id in scope[:8]
            for question in framework.readiness
        ),
        technology=tuple(
            Technology(process_id=process_id, tool="Ticket system", as_is=draw.randint(0, 3), to_be=4)
            for process_id in scope[::2]
        ),
        sourcing=tuple(
            Sourcing(
                process_id=process_id,
                mode_id=draw.choice(framework.sourcing).id,
                nature=draw.choice(tuple(SourcingNature)),
                candidate=draw.choice(tuple(SourcingCandidate)),
                interface="Weekly hand-over with a written list of open work." if index % 2 else None,
            )
            for index, process_id in enumerate(scope[::3])
        ),
        linkage_ratings=tuple(
            LinkageRating(linkage_id=linkage.id, answer=Answer(kind=AnswerKind.RATED, code=draw.randint(0, 5)))
            for linkage in sorted(framework.linkages, key=lambda linkage: linkage.id)[::2]
        ),
        transitions=tuple(
            TransitionPlace(transition_id=transition.id, as_is=draw.randint(0, 2), to_be=draw.randint(3, 5))
            for transition in framework.transitions[:8]
        ),
        roadmap=RoadmapSettings(start=date(2026, 4, 1), person_days_per_point=12.0),
    )


def _answers(
    framework: Framework, people: tuple[Respondent, ...], scope: tuple[str, ...], depth: Depth, draw: random.Random
) -> tuple[tuple[Rating, ...], tuple[Note, ...], tuple[AgreedValue, ...], tuple[Flag, ...]]:
    ratings: list[Rating] = []
    notes: list[Note] = []
    agreed: list[AgreedValue] = []
    flags: list[Flag] = []
    for place, process_id in enumerate(scope):
        bent = draw.uniform(1.8, 5.0)
        asked = draw.sample(people, k=4 if place % 4 else 2)
        silent = place == 15
        for item in framework.items(process_id, depth, Horizon.AS_IS):
            middle = bent + 0.6 - 0.55 * framework.attribute_by_id[item.attribute_id].level + draw.gauss(0, 0.5)
            for person in asked:
                answer = _answer(middle, draw)
                if answer is not None and not (silent and draw.random() < 0.7):
                    ratings.append(
                        Rating(respondent_id=person.id, item_id=item.id, horizon=Horizon.AS_IS, answer=answer)
                    )
            if draw.random() < 0.06:
                text = f"We do it when {draw.choice(FIRST_NAMES)} is in the office; the list was last kept in May."
                kind = NoteKind.EVIDENCE if draw.random() < 0.3 else NoteKind.NOTE
                released = draw.random() < 0.7
                notes.append(
                    Note(respondent_id=asked[0].id, item_id=item.id, kind=kind, text=text, is_released=released)
                )
            if draw.random() < 0.08:
                code = min(5, max(0, round(middle)))
                agreed.append(
                    AgreedValue(
                        item_id=item.id,
                        horizon=Horizon.AS_IS,
                        answer=Answer(kind=AnswerKind.RATED, code=code),
                        note="Two sites differ; the room settled on the weaker one.",
                        certainty=draw.choice(tuple(Certainty)),
                    )
                )
            if draw.random() < 0.03:
                flags.append(Flag(item_id=item.id, reason="Ask the service desk again."))
    return tuple(ratings), tuple(notes), tuple(agreed), tuple(flags)


def _answer(middle: float, draw: random.Random) -> Answer | None:
    chance = draw.random()
    if chance < 0.03:
        return None
    if chance < 0.06:
        return Answer(kind=AnswerKind.DONT_KNOW)
    if chance < 0.07:
        return Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Done by the parent company.")
    return Answer(kind=AnswerKind.RATED, code=min(5, max(0, round(middle + draw.gauss(0, 0.8)))))


def _targets(scope: tuple[str, ...], draw: random.Random) -> tuple[Target, ...]:
    return tuple(
        Target(
            process_id=process_id,
            level=draw.choice((2, 3, 3, 4)),
            rationale="The regulator asks for a controlled process by the end of next year." if index % 2 else None,
            approver="Ruth Sponsor" if index % 2 else None,
            cells=(TargetCell(attribute_id="measurement", code=4),) if index == 4 else (),
        )
        for index, process_id in enumerate(scope)
        if index % 4 != 3
    )
