"""Which earlier assessment is usual, for pages and files that nobody chose one for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assessment.domain.answered.assessment import Target
from assessment.errors import NotAvailable
from assessment.reporting.pdf.report import Report
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.beside import usual_of
from assessment.services.plumbline import Plumbline
from assessment.services.report_orders import ReportOrder
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind
from assessment.views.stamp import Stamp, read_stamp, stamp_text
from tests.services.printing import Printer
from tests.ui.assessed import an_answered_one, opened


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def before_of(plumbline: Plumbline, assessment_id: str) -> str | None:
    compared = plumbline.results.beside(ME, assessment_id).compared
    return None if compared is None else compared.comparison.before.assessment_id


def test_nothing_earlier_is_nothing_beside(plumbline: Plumbline) -> None:
    now = an_answered_one(plumbline)
    assert before_of(plumbline, now) is None
    assert plumbline.results.beside(ME, now).before_hash == ""


def test_another_unit_is_offered_and_never_usual(plumbline: Plumbline) -> None:
    an_answered_one(plumbline, id="other", assessed_on=date(2023, 3, 1), unit="Branch")
    now = an_answered_one(plumbline)
    assert before_of(plumbline, now) is None
    compared = plumbline.results.beside(ME, now, "other").compared
    assert compared is not None
    assert compared.comparison.before.unit == "Branch"


def test_what_it_was_copied_from_comes_before_a_newer_one(plumbline: Plumbline) -> None:
    source = an_answered_one(plumbline, id="source", assessed_on=date(2022, 3, 1))
    an_answered_one(plumbline, id="newer", assessed_on=date(2023, 3, 1))
    copy = plumbline.assessments.copy(ME, source, "Copy", date(2024, 3, 1), keep_answers=True)
    assert before_of(plumbline, copy) == source
    assert before_of(plumbline, an_answered_one(plumbline)) == "newer"


def test_a_copy_of_the_same_day_is_no_last_time(plumbline: Plumbline) -> None:
    now = an_answered_one(plumbline)
    copy = plumbline.assessments.copy(ME, now, "Kept", date(2024, 3, 1), keep_answers=True)
    assert before_of(plumbline, now) is None
    assert before_of(plumbline, copy) is None


def test_a_changed_state_before_is_compared_anew(plumbline: Plumbline) -> None:
    before = an_answered_one(plumbline, id="before", assessed_on=date(2023, 3, 1))
    now = an_answered_one(plumbline)
    first = plumbline.results.beside(ME, now)
    assert plumbline.results.beside(ME, now).compared is first.compared
    plumbline.setup.save(ME, before, Target(process_id="planning", level=5))
    second = plumbline.results.beside(ME, now)
    assert second.before_hash != first.before_hash


def test_one_that_is_not_there_is_not_available(plumbline: Plumbline) -> None:
    now = an_answered_one(plumbline)
    with pytest.raises(NotAvailable):
        plumbline.results.beside(ME, now, "nobody")


def test_the_usual_one_is_the_first_that_fits(plumbline: Plumbline) -> None:
    an_answered_one(plumbline, id="before", assessed_on=date(2023, 3, 1))
    now = an_answered_one(plumbline)
    own = plumbline.assessments.header(ME, now)
    found = usual_of(plumbline.comparing.candidates(ME, now), own)
    assert found is not None
    assert found.id == "before"


def test_a_report_is_built_beside_the_usual_one_and_a_process_page_beside_none(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_answered_one(plumbline, id="before", assessed_on=date(2023, 3, 1))
    now = an_answered_one(plumbline)
    printer = Printer(lambda order: b"%PDF")
    monkeypatch.setattr(plumbline.reports, "_worker", printer)
    plumbline.reports.build(ME, now, ReportKind.MAIN)
    plumbline.reports.build(ME, now, ReportKind.PROCESSES)
    main, pages = (order.document for order in printer.orders)
    assert isinstance(main, Report)
    assert isinstance(pages, Report)
    assert main.stamp is not None
    assert main.stamp.before_hash == plumbline.results.beside(ME, now).before_hash != ""
    assert "since" in [part.view.id for part in main.parts]
    assert pages.stamp is not None
    assert pages.stamp.before_hash == ""


def test_a_report_beside_another_state_is_another_order() -> None:
    common = {"actor_id": "a", "snapshot_hash": "1", "kind": ReportKind.MAIN, "paper": Paper.A4, "look_hash": ""}
    orders = [
        ReportOrder(**common, printed_on=date(2026, 1, 1), before_hash=one)  # type: ignore[arg-type]
        for one in ("", "2", "3")
    ]
    assert len({one.key for one in orders}) == 3


def test_a_stamp_names_what_a_file_was_set_beside() -> None:
    plain = Stamp(kind="deck", snapshot_hash="0" * 64, printed_on=date(2026, 1, 1), product_version="0.1.0")
    beside = Stamp(
        kind="deck", snapshot_hash="0" * 64, printed_on=date(2026, 1, 1), product_version="0.1.0", before_hash="a" * 64
    )
    assert read_stamp(stamp_text(beside)) == beside
    assert read_stamp(stamp_text(plain)) == plain
    assert "before" not in stamp_text(plain)
