"""An open Plumbline to test on, with an invented framework installed."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.authored.framework import Depth, Framework
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from tests.builders import tiny_framework
from tests.services.folders import distinct, settings_in, write_framework
from tests.store.databases import cluster, database_url, migrated_database

__all__ = ["cluster", "database_url", "migrated_database"]
OTHER = Actor(id="other", name="Somebody else")


@pytest.fixture(scope="session")
def framework() -> Framework:
    """Three invented processes."""
    return distinct(tiny_framework())


@pytest.fixture
def settings(tmp_path: Path, framework: Framework) -> Settings:
    """Settings with an SQLite file and the invented framework."""
    write_framework(framework, tmp_path / "questionnaires")
    return settings_in(tmp_path)


@pytest.fixture
def plumbline(settings: Settings) -> Iterator[Plumbline]:
    """Plumbline on SQLite."""
    opened = open_plumbline(settings)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def module_plumbline(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> Iterator[Plumbline]:
    """The same, one for all tests of a module."""
    folder = tmp_path_factory.mktemp("module")
    write_framework(framework, folder / "questionnaires")
    opened = open_plumbline(settings_in(folder))
    yield opened
    opened.close()


@pytest.fixture
def new_plumbline(tmp_path: Path, framework: Framework) -> Iterator[Callable[[str], Plumbline]]:
    """Opens a Plumbline on a database."""
    opened: list[Plumbline] = []

    def open_on(url: str) -> Plumbline:
        folder = tmp_path / f"data-{len(opened)}"
        write_framework(framework, folder / "questionnaires")
        settings = Settings(
            database_url=url,
            data_folder=folder,
            questionnaires_folder=folder / "questionnaires",
            sample_file=folder / "sample.json",
        )
        opened.append(open_plumbline(settings))
        return opened[-1]

    yield open_on
    for one in opened:
        one.close()


def begun(plumbline: Plumbline, *, depth: Depth = Depth.FULL, respondent_ids: tuple[str, ...] = ("r1", "r2")) -> str:
    """A new assessment of everything, with practitioners; returns its id."""
    new = NewAssessment(
        name="First round", organisation="Invented Ltd", assessed_on=date(2026, 1, 15), framework_id="tiny", depth=depth
    )
    assessment_id = plumbline.assessments.create(LOCAL_ACTOR, new)
    for respondent_id in respondent_ids:
        person = Respondent(id=respondent_id, role=Role.PRACTITIONER, name=f"Person {respondent_id}")
        plumbline.setup.save(LOCAL_ACTOR, assessment_id, person)
    return assessment_id


def remove_for_good(plumbline: Plumbline, assessment_id: str) -> None:
    """Remove an assessment, and let the bin forget it: its id is free again."""
    plumbline.assessments.remove(LOCAL_ACTOR, assessment_id)
    plumbline.bin.forget_assessment(LOCAL_ACTOR, assessment_id)


def counted(monkeypatch: pytest.MonkeyPatch, *functions: tuple[ModuleType, str]) -> Counter[str]:
    """How often each function is called from now on, by its name."""
    calls: Counter[str] = Counter()
    lock = threading.Lock()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            with lock:
                calls[name] += 1
            return function(*arguments, **named)

        return call

    for module, name in functions:
        monkeypatch.setattr(module, name, counting(name, getattr(module, name)))
    return calls


def at_once(*tasks: Callable[[], object]) -> list[BaseException]:
    """Run all tasks at the same time; what went wrong in them."""
    barrier = threading.Barrier(len(tasks))
    wrong: list[BaseException] = []

    def run(task: Callable[[], object]) -> None:
        barrier.wait()
        try:
            task()
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong
