"""The curve of capacity: reckoned in the background, told as far as it is, given up when something changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning.capacity_curve import CurvePoint, curve_points
from assessment.domain.planning.posing import Posed
from assessment.errors import NotAvailable
from assessment.services import curves
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.curves import CurveProgress
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from tests.sample_folder import copy_sample

PATIENCE_SECONDS = 30.0


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    """Plumbline with the shipped sample."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
    copy_sample(read_settings().data_folder)
    opened = open_plumbline(read_settings())
    yield opened
    opened.close()


@pytest.fixture
def sample_id(plumbline: Plumbline) -> str:
    return plumbline.assessments.list_assessments(LOCAL_ACTOR)[0].header.id


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Semaphore]:
    """Lets one point after another through, each time it is released."""
    semaphore = threading.Semaphore(0)

    def one_by_one(posed: Posed) -> Iterator[CurvePoint]:
        for point in curve_points(posed):
            assert semaphore.acquire(timeout=PATIENCE_SECONDS)
            yield point

    monkeypatch.setattr(curves, "curve_points", one_by_one)
    yield semaphore
    for _ in range(100):
        semaphore.release()


def followed(plumbline: Plumbline, sample_id: str, point_count: int) -> CurveProgress:
    """What is told once so many points are there."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        progress = plumbline.curves.follow(LOCAL_ACTOR, sample_id)
        if progress.is_done or (progress.curve is not None and len(progress.curve.points) >= point_count):
            return progress
        time.sleep(0.01)
    raise AssertionError("the curve is not reckoned")


def test_a_curve_is_told_point_by_point_and_then_whole(
    plumbline: Plumbline, sample_id: str, gate: threading.Semaphore
) -> None:
    first = plumbline.curves.follow(LOCAL_ACTOR, sample_id)
    assert (first.curve, first.done_share, first.is_done) == (None, 0.0, False)
    gate.release()
    gate.release()
    second = followed(plumbline, sample_id, 2)
    assert second.curve is not None
    assert [point.change_count for point in second.curve.points] == [0, 1]
    assert (second.done_share, second.is_done) == (2 / 13, False)
    for _ in range(20):
        gate.release()
    whole = followed(plumbline, sample_id, 14)
    assert (whole.done_share, whole.is_done) == (1.0, True)
    assert whole.curve is not None
    assert len(whole.curve.points) == 13
    assert plumbline.curves.read(LOCAL_ACTOR, sample_id) is whole.curve, "what is kept is not reckoned again"


def test_other_settings_give_up_what_was_begun(plumbline: Plumbline, sample_id: str, gate: threading.Semaphore) -> None:
    plumbline.curves.follow(LOCAL_ACTOR, sample_id)
    run = next(iter(plumbline.curves._runs.values()))
    settings = RoadmapSettings(wave_count=1, capacity=(3,))
    plumbline.curves.follow_tried(LOCAL_ACTOR, sample_id, settings)
    assert run.stopped.is_set()
    for _ in range(40):
        gate.release()
    until = time.monotonic() + PATIENCE_SECONDS
    progress = plumbline.curves.follow_tried(LOCAL_ACTOR, sample_id, settings)
    while not progress.is_done and time.monotonic() < until:
        time.sleep(0.01)
        progress = plumbline.curves.follow_tried(LOCAL_ACTOR, sample_id, settings)
    assert progress.curve is not None
    assert progress.curve.present.capacities == (3,)
    assert len(run.points) <= 1, "the first one stopped at its next point"


def test_a_changed_answer_begins_a_new_curve(plumbline: Plumbline, sample_id: str) -> None:
    before = plumbline.curves.read(LOCAL_ACTOR, sample_id)
    plumbline.setup.change_roadmap(
        LOCAL_ACTOR, sample_id, lambda stored: stored.model_copy(update={"capacity": (13, 13, 15, 15)})
    )
    after = plumbline.curves.read(LOCAL_ACTOR, sample_id)
    assert after.present.outcome == before.points[5].outcome, "one point more in every wave"


def test_what_goes_wrong_is_raised_once_and_the_next_one_begins_anew(
    plumbline: Plumbline, sample_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(posed: Posed) -> Iterator[CurvePoint]:
        del posed
        raise ZeroDivisionError
        yield

    monkeypatch.setattr(curves, "curve_points", broken)
    with pytest.raises(ZeroDivisionError):
        followed(plumbline, sample_id, 1)
    monkeypatch.undo()
    assert followed(plumbline, sample_id, 1).curve is not None


def test_nothing_is_begun_once_it_is_closed(plumbline: Plumbline, sample_id: str) -> None:
    plumbline.curves.close()
    plumbline.curves.close()
    with pytest.raises(NotAvailable):
        plumbline.curves.follow(LOCAL_ACTOR, sample_id)
