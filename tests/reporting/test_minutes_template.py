"""Minutes on paper: every table with its rows, hostile text as text, names only where they are told, on both papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assessment.domain.answered.assessment import Respondent
from assessment.domain.answered.workshop import (
    AgendaSlot,
    Decision,
    DecisionKind,
    HeldSession,
    ParkedPoint,
    RoomKind,
    RoundSource,
    VoteRound,
)
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.reporting.pdf.render import render_pdf
from assessment.reporting.pdf.report import Report, build_report
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind
from tests.computing import mixed
from tests.reporting.test_pages import pages_of
from tests.ui.assessed import HOSTILE

ITEM = "planning.deliver-1"
WRITTEN = {
    "agenda": (AgendaSlot(process_id="planning", place=0, minutes=20, spent_seconds=1500),),
    "rounds": tuple(
        VoteRound(item_id=ITEM, horizon=Horizon.AS_IS, number=number, source=RoundSource.PHONES, code_counts=counts)
        for number, counts in ((1, (0, 2, 0, 0, 1, 0)), (2, (0, 0, 0, 0, 3, 0)))
    ),
    "parked": (ParkedPoint(id="p1", text=HOSTILE), ParkedPoint(id="p2", text="w" * 1_000)),
    "decisions": (
        Decision(id="d1", kind=DecisionKind.ACTION, text="Ask twice", owner="Olga Owner", due=date(2026, 5, 1)),
    ),
    "sessions": (
        HeldSession(
            id="s1", kind=RoomKind.WORKSHOP, held_on=date(2026, 3, 2), respondent_ids=("r1",), anonymous_count=2
        ),
    ),
}


def with_a_workshop() -> Computed:
    return mixed(**WRITTEN).told


def made(named: tuple[Respondent, ...] | None) -> Report:
    kind = ReportKind.MINUTES if named is None else ReportKind.MINUTES_WITH_NAMES
    return build_report(with_a_workshop(), printed_on=date(2026, 3, 3), product_version="0.1.0", kind=kind, named=named)


@pytest.mark.parametrize(("paper", "is_named"), [(Paper.A4, True), (Paper.LETTER, False)])
def test_minutes_are_printed_with_all_that_is_on_record(paper: Paper, is_named: bool, tmp_path: Path) -> None:
    people = mixed().assessment.respondents
    ada = people[0].model_copy(update={"name": "Ada Ash"})
    pages = pages_of(render_pdf(made((ada, *people[1:]) if is_named else None), paper), tmp_path)
    said = " ".join(" ".join(page.lines) for page in pages)
    for text in ("What did the workshop come to?", "Who was there", "Planning", "2, by phone", "3 × L+", "Ask twice"):
        assert text in said
    for text in ("Olga Owner", "1 May 2026", "<script>alert(1)</script>", "{{7*7}}"):
        assert text in said
    assert ("Ada Ash" in said) is is_named
    assert said.count("w") >= 1_000
    organisation = mixed().assessment.header.organisation
    assert organisation in " ".join(pages[0].lines[:3])


def test_minutes_of_nothing_say_what_to_do(tmp_path: Path) -> None:
    report = build_report(mixed().told, printed_on=date(2026, 3, 3), product_version="0.1.0", kind=ReportKind.MINUTES)
    (page,) = pages_of(render_pdf(report), tmp_path)
    assert "No workshop is on record." in " ".join(page.lines)
