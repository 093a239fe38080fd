"""Small invented frameworks and assessments for tests. Nothing here is taken from a shipped questionnaire.

framework = tiny_framework()                      planning -> building -> releasing -> planning, two linkages hard
assessment = an_assessment(framework)             full depth, everything in scope, three respondents, no answers
an_assessment(framework, ratings=(rated("planning.agree-plan", 3),), carry_percent=85.0)
answered(framework, assessment, seed=1)           the same with an answer of everybody to everything
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from assessment.domain.answered.assessment import (
    AgreedValue,
    Assessment,
    AssessmentHeader,
    FrameworkPin,
    Rating,
    Respondent,
    Role,
)
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.evidence import EvidenceFile
from assessment.domain.authored.content import (
    Action,
    Activity,
    AnchoredItem,
    Attribute,
    ChecklistEntry,
    Choice,
    Effort,
    GlossaryTerm,
    Group,
    LevelName,
    Linkage,
    LinkageKind,
    Origin,
    Process,
    RatingLetter,
    ReadinessQuestion,
    ScalePoint,
    Scenario,
    ScenarioProcess,
    UniversalLinkage,
)
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.domain.authored.transition import Transition

NA = "NA"
DK = "DK"
LETTERS = tuple(RatingLetter)
ELAPSED_WEEKS = {Effort.SMALL: 2, Effort.MEDIUM: 6, Effort.LARGE: 13}
FIRST_PROCESSES = ("planning", "building", "releasing")
ATTRIBUTES = (
    ("delivery", "D", 1, None),
    ("ownership", "C1", 2, 1),
    ("quality-control", "Q", 2, None),
    ("definition", "C6", 3, 6),
    ("measurement", "C2", 4, 2),
    ("control", "C3", 4, 3),
    ("optimization", "C4", 5, 4),
    ("continuous-improvement", "C5", 5, 5),
)
ATTRIBUTE_IDS = tuple(attribute_id for attribute_id, *_ in ATTRIBUTES)


def tiny_framework(process_count: int = 3, delivery_count: int = 3, quality_count: int = 2) -> Framework:
    """A framework of invented processes: `delivery_count` delivery activities each, `quality_count` quality-control
    activities of weight 1 (at least one) and one of weight 0.
    """
    process_ids = _process_ids(process_count)
    half = (process_count + 1) // 2
    return Framework(
        id="tiny",
        version="1.0.0",
        name="Tiny framework",
        description="Invented for tests.",
        independence="Nobody is behind it.",
        levels=tuple(
            LevelName(level=level, name=name, meaning=f"The work is {name.lower()}.")
            for level, name in enumerate(
                ("Incomplete", "Performed", "Managed", "Established", "Controlled", "Improving")
            )
        ),
        scale=tuple(
            ScalePoint(code=code, letter=letter, name=f"Point {code}", statement=f"One sees point {code}.")
            for code, letter in enumerate(LETTERS)
        ),
        attributes=tuple(_attribute(*row) for row in ATTRIBUTES),
        groups=tuple(
            Group(id=f"group-{number}", name=f"Group {number}", purpose="Holds processes.", processes=members)
            for number, members in enumerate((process_ids[:half], process_ids[half:]), start=1)
            if members
        ),
        processes=tuple(_process(process_id, delivery_count, quality_count) for process_id in process_ids),
        linkages=tuple(_linkages(process_ids)),
        universal=(
            UniversalLinkage(
                id="planning-to-all", from_process="planning", to_process="*", flow="Plans.", counts_in_leverage=True
            ),
            UniversalLinkage(id="all-to-planning", from_process="*", to_process="planning", flow="Wishes."),
        ),
        transitions=(
            Transition(
                id="craft-to-system", from_name="Craft", to_name="System", from_text="By hand.", to_text="By system."
            ),
        ),
        scenarios=(
            Scenario(
                id="late-releases",
                title="Releases are late",
                story="Every release is late.",
                why="Planning is missing.",
                processes=tuple(
                    ScenarioProcess(process=process_id, pain=5 - index, origin=Origin.EXTENSION)
                    for index, process_id in enumerate(process_ids[:2])
                ),
            ),
        ),
        technology=tuple(
            Choice(id=f"tool-{code}", code=code, name=f"Tool {code}", meaning=f"Tool of kind {code}.")
            for code in range(6)
        ),
        sourcing=tuple(
            Choice(id=name, code=code, name=name, meaning=f"Work done {name}.")
            for code, name in enumerate(("in-house", "mixed", "outsourced"))
        ),
        readiness=(
            ReadinessQuestion(
                id="roles", question="Are the roles defined?", good="Each is.", risk="Nobody knows who does what."
            ),
            ReadinessQuestion(
                id="sponsor", question="Is there a sponsor?", good="There is.", risk="Nobody pays for it."
            ),
        ),
        owner_checklist=(ChecklistEntry(id="respected", text="Respected by peers."),),
        glossary=(GlossaryTerm(term="step", meaning="One level up."),),
    )


def _process_ids(process_count: int) -> tuple[str, ...]:
    further = tuple(f"process-{number}" for number in range(len(FIRST_PROCESSES) + 1, process_count + 1))
    return (FIRST_PROCESSES + further)[:process_count]


def _attribute(attribute_id: str, code: str, level: int, characteristic: int | None) -> Attribute:
    efforts = (Effort.SMALL, Effort.SMALL, Effort.MEDIUM, Effort.MEDIUM, Effort.LARGE)
    return Attribute(
        id=attribute_id,
        code=code,
        name=attribute_id.replace("-", " ").capitalize(),
        level=level,
        characteristic=characteristic,
        asks_activities=code in ("D", "Q"),
        meaning=f"What {attribute_id} means.",
        item=AnchoredItem(
            question=f"How is {attribute_id} of {{process}}?",
            good="Good.",
            ask_for=("A record.",),
            statements=tuple(f"{attribute_id} of {{process}} at {letter}." for letter in LETTERS),
        ),
        actions=tuple(
            Action(
                to=letter,
                text=f"Raise {attribute_id} of {{process}} to {letter}.",
                deliverable=f"A record of {attribute_id} at {letter}.",
                owner_role="Process owner",
                effort=effort,
                elapsed_weeks=ELAPSED_WEEKS[effort],
                evidence=f"{attribute_id} seen at {letter}.",
            )
            for letter, effort in zip(LETTERS[1:], efforts, strict=True)
        ),
    )


def _process(process_id: str, delivery_count: int, quality_count: int) -> Process:
    names = [("delivery", f"deliver-{number}", 1.0) for number in range(1, delivery_count + 1)]
    names += [("quality-control", f"check-{number}", 1.0) for number in range(1, quality_count + 1)]
    names += [("quality-control", "improve-process", 0.0)]
    return Process(
        id=process_id,
        name=process_id.replace("-", " ").capitalize(),
        origin=Origin.EXTENSION,
        purpose="Does something.",
        why="It matters.",
        starts="At the start.",
        ends="At the end.",
        in_the_room=("Owner",),
        activities=tuple(
            Activity(
                id=slug,
                name=slug.replace("-", " ").capitalize(),
                attribute=attribute_id,
                origin=Origin.EXTENSION,
                question=f"Do you {slug}?",
                good="Good.",
                ask_for=("A record.",),
                weight=weight,
            )
            for attribute_id, slug, weight in names
        ),
    )


def _linkages(process_ids: tuple[str, ...]) -> Iterable[Linkage]:
    pairs = [(index, index + 1) for index in range(len(process_ids) - 1)]
    if len(process_ids) > 2:
        pairs.append((2, 0))
    for supplier, receiver in pairs:
        first, second = process_ids[supplier], process_ids[receiver]
        is_hard = supplier < receiver <= 2
        kind = LinkageKind.STATED if is_hard else LinkageKind.INTERACTION if receiver == 0 else LinkageKind.IMPLIED
        yield Linkage(
            id=f"{first}-to-{second}",
            from_process=first,
            to_process=second,
            kind=kind,
            flow="Something.",
            is_hard=is_hard,
            question="Does it arrive?",
            working="It arrives.",
        )


def fields_of(model: BaseModel) -> dict[str, Any]:
    """The fields of a model, to build another from; what it looked up and remembers is not among them."""
    return {name: getattr(model, name) for name in type(model).model_fields}


def an_answer(value: int | str) -> Answer:
    """A code from 0 to 5, NA or DK as an answer."""
    if value == NA:
        return Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Done elsewhere.")
    if value == DK:
        return Answer(kind=AnswerKind.DONT_KNOW)
    return Answer(kind=AnswerKind.RATED, code=int(value))


def rated(item_id: str, value: int | str, respondent_id: str = "r1", horizon: Horizon = Horizon.AS_IS) -> Rating:
    """One rating: a code from 0 to 5, NA or DK."""
    return Rating(respondent_id=respondent_id, item_id=item_id, horizon=horizon, answer=an_answer(value))


def rated_process(
    framework: Framework,
    process_id: str,
    values: Mapping[str, int | str] | int | str,
    respondent_ids: Iterable[str] = ("r1",),
    depth: Depth = Depth.FULL,
    horizon: Horizon = Horizon.AS_IS,
) -> tuple[Rating, ...]:
    """Ratings of every item of a process: one value for all, or one for each attribute id (others stay unanswered)."""
    by_attribute = dict(values) if isinstance(values, Mapping) else dict.fromkeys(framework.attribute_by_id, values)
    return tuple(
        rated(item.id, by_attribute[item.attribute_id], respondent_id, horizon)
        for respondent_id in respondent_ids
        for item in framework.items(process_id, depth, horizon)
        if item.attribute_id in by_attribute
    )


def agreed(item_id: str, value: int | str, horizon: Horizon = Horizon.AS_IS, **changes: Any) -> AgreedValue:
    """An agreed value with a note."""
    return AgreedValue(item_id=item_id, horizon=horizon, answer=an_answer(value), note="The room agreed.", **changes)


def an_evidence_file(item_id: str, **changes: Any) -> EvidenceFile:
    """A PDF that was seen with an item."""
    values = {"id": "file-1", "name": "log.pdf", "kind": "application/pdf", "size_count": 2_048, **changes}
    return EvidenceFile(item_id=item_id, content_hash=values.pop("content_hash", "ab" * 32), **values)


def respondents(count: int = 3) -> tuple[Respondent, ...]:
    """Respondents r1, r2, ...: leadership and practitioners in turn."""
    return tuple(
        Respondent(id=f"r{number}", role=Role.LEADERSHIP if number % 2 else Role.PRACTITIONER, name=f"Person {number}")
        for number in range(1, count + 1)
    )


def an_assessment(framework: Framework, **changes: Any) -> Assessment:
    """An assessment of the whole framework with three respondents and no answers.

    `changes` are fields of the header (depth, carry_percent, ...) or of the assessment (ratings, targets, ...).
    """
    header: dict[str, Any] = {
        "id": "test-assessment",
        "name": "Test assessment",
        "organisation": "Invented Ltd",
        "assessed_on": date(2024, 3, 1),
        "framework": FrameworkPin(id=framework.id, version=framework.version, content_hash="0" * 64),
        "depth": Depth.FULL,
    }
    content: dict[str, Any] = {
        "scope": tuple(process.id for process in framework.processes),
        "respondents": respondents(),
    }
    for name, value in changes.items():
        (header if name in AssessmentHeader.model_fields else content)[name] = value
    return Assessment(header=AssessmentHeader(**header), **content)


def answered(framework: Framework, assessment: Assessment, seed: int = 1, gap_share: float = 0.05) -> Assessment:
    """The assessment with as-is ratings of every respondent for every item in scope: a process has a bent of its own,
    answers scatter around it, and `gap_share` of them are don't-know or missing.
    """
    draw = random.Random(seed)
    ratings: list[Rating] = []
    for process_id in assessment.scope:
        bent = draw.uniform(1.0, 4.5)
        for item in framework.items(process_id, assessment.header.depth, Horizon.AS_IS):
            middle = bent + 1.0 - 0.45 * framework.attribute_by_id[item.attribute_id].level + draw.gauss(0, 0.4)
            for respondent in assessment.respondents:
                if draw.random() < gap_share:
                    if draw.random() < 0.5:
                        ratings.append(rated(item.id, DK, respondent.id))
                    continue
                code = min(5, max(0, round(middle + draw.gauss(0, 0.8))))
                ratings.append(rated(item.id, code, respondent.id))
    return assessment.model_copy(update={"ratings": tuple(ratings)})
