"""The method's own figures: scoring, planning, firmness, at the size the bars name; planning also on hard cases."""

from __future__ import annotations

import random
from functools import cache, partial

from assessment.catalogue import load_framework
from assessment.domain.answered.assessment import Assessment, Opinion, Target
from assessment.domain.authored.content import Group, Linkage
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.domain.comparing.comparison import compare
from assessment.domain.planning.firmness import measure_firmness
from assessment.domain.planning.results import PlanMethod
from assessment.domain.planning.roadmap import plan_roadmap
from assessment.domain.rating.scale import FULLY_BOUND, HIGHEST_CODE
from assessment.domain.rating.scoring import score_assessment
from benchmarks.measuring import ROOT, Measurement, measured, timed
from tests.builders import an_assessment, answered, fields_of, rated, respondents
from tests.computing import computed

RESPONDENT_COUNT = 50
CHANGED_SHARE = 0.1
HARD_COPIES = (1, 2, 4)
HARD_SEEDS = range(8)
LARGEST_WITH_A_BAR = 34


@cache
def framework() -> Framework:
    """The shipped framework."""
    return load_framework(ROOT / "questionnaires" / "itsm-reference")


def full_assessment() -> Assessment:
    """17 processes at full depth, every item answered by 50 respondents."""
    return answered(framework(), an_assessment(framework(), respondents=respondents(RESPONDENT_COUNT)), gap_share=0.0)


def measure() -> list[Measurement]:
    """Scoring of a fresh assessment each time: no index of the ratings survives from one run to the next."""
    assessment = full_assessment()
    fresh = [Assessment.model_construct(**fields_of(assessment)) for _ in range(31)]
    result = score_assessment(framework(), assessment)
    roadmap = plan_roadmap(framework(), assessment, result)
    size = f"17 processes, full depth, {RESPONDENT_COUNT} respondents, {len(assessment.ratings):,} ratings"
    return [
        measured(
            f"Full scoring ({size})",
            timed(lambda: score_assessment(framework(), fresh.pop()), 30),
            bar=40,
        ),
        measured(
            f"Roadmap ({len(roadmap.steps)} steps, {len(roadmap.waves)} waves)",
            timed(lambda: plan_roadmap(framework(), assessment, result), 5),
            bar=5000,
        ),
        measured(
            "Firmness (2,000 draws)",
            timed(lambda: measure_firmness(framework(), assessment, result), 3),
            bar=None,
        ),
        *(measure_hard_roadmap(copies) for copies in HARD_COPIES),
        measure_comparison(assessment),
    ]


def measure_comparison(assessment: Assessment) -> Measurement:
    """Two assessments side by side, both computed already: a tenth of the answers are others a year later."""
    header = assessment.header.model_copy(update={"id": "later", "copied_from": assessment.header.id})
    draw = random.Random(1)
    later = tuple(
        rated(one.item_id, draw.randint(0, HIGHEST_CODE), one.respondent_id) if draw.random() < CHANGED_SHARE else one
        for one in assessment.ratings
    )
    before, after = (
        computed(framework(), own)
        for own in (assessment, assessment.model_copy(update={"header": header, "ratings": later}))
    )
    return measured(
        f"Comparison of two, both computed (17 processes, full depth, {RESPONDENT_COUNT} respondents each)",
        timed(lambda: compare(before, after), 10),
        bar=300,
    )


def repeated_framework(copies: int) -> Framework:
    """The shipped framework with all its processes, groups and linkages so many times, under ids of their own."""
    shipped = framework()
    fields = fields_of(shipped)
    numbers = range(1, copies + 1)
    fields["processes"] = tuple(
        process.model_copy(update={"id": f"{process.id}-{number}"})
        for number in numbers
        for process in shipped.processes
    )
    fields["groups"] = tuple(_renamed_group(group, number) for number in numbers for group in shipped.groups)
    fields["linkages"] = tuple(_renamed_linkage(linkage, number) for number in numbers for linkage in shipped.linkages)
    fields["universal"] = ()
    return Framework(**fields)


def _renamed_group(group: Group, number: int) -> Group:
    members = tuple(f"{process_id}-{number}" for process_id in group.processes)
    return group.model_copy(update={"id": f"{group.id}-{number}", "processes": members})


def _renamed_linkage(linkage: Linkage, number: int) -> Linkage:
    names = ("id", "from_process", "to_process")
    return linkage.model_copy(update={name: f"{getattr(linkage, name)}-{number}" for name in names})


def hard_assessment(repeated: Framework, seed: int) -> Assessment:
    """Everything at level 0 with a target of 5 under the 33020 bound: the most steps, and large ones."""
    draw = random.Random(seed)
    process_ids = [process.id for process in repeated.processes]
    return an_assessment(
        repeated,
        depth=Depth.QUICK,
        carry_percent=FULLY_BOUND,
        respondents=respondents(1),
        ratings=tuple(
            rated(item.id, draw.randint(0, 2))
            for process_id in process_ids
            for item in repeated.items(process_id, Depth.QUICK, Horizon.AS_IS)
        ),
        opinions=tuple(
            Opinion(respondent_id="r1", process_id=own, pain=draw.randint(0, 5), importance=draw.randint(0, 5))
            for own in process_ids
        ),
        targets=tuple(Target(process_id=own, level=HIGHEST_CODE, rationale="All of it.") for own in process_ids),
    )


def measure_hard_roadmap(copies: int) -> Measurement:
    """The roadmap of a hard case, once for each seed."""
    repeated = repeated_framework(copies)
    cases = [(own, score_assessment(repeated, own)) for own in (hard_assessment(repeated, seed) for seed in HARD_SEEDS)]
    roadmaps = [plan_roadmap(repeated, *case) for case in cases]
    durations = [
        milliseconds for case in cases for milliseconds in timed(partial(plan_roadmap, repeated, *case), 1, warm_up=0)
    ]
    proven_count = sum(roadmap.method is PlanMethod.PROVEN for roadmap in roadmaps)
    process_count = len(repeated.processes)
    return measured(
        f"Roadmap, hard: {process_count} processes from 0 to 5, 33020 bound, {len(roadmaps[0].steps)} steps "
        f"({proven_count} of {len(cases)} seeds proven best)",
        durations,
        bar=5000 if process_count <= LARGEST_WITH_A_BAR else None,
    )
