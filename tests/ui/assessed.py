"""An open Plumbline with an invented, answered assessment, and pages run on it as a reader would see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import content_hash
from assessment.domain.answered.assessment import Assessment, FrameworkPin, Note, NoteKind, Opinion, Target
from assessment.domain.answered.organisation import Owner
from assessment.domain.authored.framework import Framework
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.export_format import to_export
from assessment.services.plumbline import Plumbline, close_current, open_current
from tests.builders import an_assessment, answered, respondents, tiny_framework
from tests.services.folders import distinct, write_framework
from tests.ui import conftest  # noqa: F401  # pages are drawn for the one local user, wherever they are drawn from

HOSTILE = "<script>alert(1)</script> **bold** :red[x] {{7*7}}"


@contextmanager
def opened(folder: Path, monkeypatch: pytest.MonkeyPatch, framework: Framework | None = None) -> Iterator[Plumbline]:
    """Plumbline on an SQLite file of its own, as the app's lifespan opens it, with the invented framework installed."""
    write_framework(distinct(framework or tiny_framework()), folder / "questionnaires")
    monkeypatch.setenv("PLUMBLINE_DATA", str(folder))
    monkeypatch.setenv("PLUMBLINE_DATABASE_URL", f"sqlite:///{folder / 'plumbline.db'}")
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(folder / "questionnaires"))
    close_current()
    try:
        yield open_current()
    finally:
        close_current()


def framework_of(plumbline: Plumbline) -> Framework:
    """The invented framework as it was installed."""
    return plumbline.frameworks.get(LOCAL_ACTOR, "tiny")


def stored(plumbline: Plumbline, assessment: Assessment) -> str:
    """Import an assessment; returns its id."""
    return plumbline.exchange.import_json(LOCAL_ACTOR, to_export(assessment).encode(), "assessment.json")


def an_answered_one(plumbline: Plumbline, **changes: Any) -> str:
    """An assessment with answers of eight people, a hostile note, opinions, an owner and a target; returns its id."""
    framework = framework_of(plumbline)
    people = respondents(8)
    item_id = "planning.deliver-1"
    content: dict[str, Any] = {
        "respondents": people,
        "notes": (Note(respondent_id="r1", item_id=item_id, kind=NoteKind.NOTE, text=HOSTILE),),
        "opinions": tuple(
            Opinion(respondent_id=person.id, process_id=process.id, pain=5 - place, importance=3)
            for person in people
            for place, process in sorted(enumerate(framework.processes), key=lambda pair: pair[1].id)
        ),
        "owners": (Owner(process_id="building", name="Ada <b>Owner</b>"),),
        "targets": (Target(process_id="building", level=4, rationale="The board wants it.", approver="Grace"),),
    }
    assessment = answered(framework, an_assessment(framework, **{**content, **changes}))
    ordered = sorted(assessment.ratings, key=lambda rating: (rating.respondent_id, rating.item_id))
    return stored(plumbline, pinned(framework, assessment.model_copy(update={"ratings": tuple(ordered)})))


def an_empty_one(plumbline: Plumbline) -> str:
    """An assessment nobody has answered; returns its id."""
    framework = framework_of(plumbline)
    return stored(plumbline, pinned(framework, an_assessment(framework)))


def pinned(framework: Framework, assessment: Assessment) -> Assessment:
    """The assessment as one of this framework, content and all."""
    pin = FrameworkPin(id=framework.id, version=framework.version, content_hash=content_hash(framework))
    return assessment.model_copy(update={"header": assessment.header.model_copy(update={"framework": pin})})


def page(name: str, kept: Mapping[str, object] | None = None, /, **ids: str) -> AppTest:
    """The page of that name, drawn with these ids in its URL; `kept`: choices of the reader by their keys."""
    script = f"from assessment.ui.pages import {name}\n{name}.show()\n"
    test = AppTest.from_string(script, default_timeout=30)
    for key, choice in (kept or {}).items():
        test.session_state[key] = choice
    for key, value in ids.items():
        test.query_params[key] = value
    return test.run()


def words(test: AppTest) -> str:
    """Everything a page says, in one text: paragraphs, plain text, tables, headings, captions, messages."""
    said: list[str] = []
    for kind in ("title", "header", "subheader", "markdown", "text", "caption", "error", "warning", "info"):
        said += [str(element.value) for element in getattr(test, kind)]
    for metric in test.metric:
        said += [metric.label, metric.value]
    for table in test.table:
        said += [str(name) for name in table.value.columns]
        said += [str(cell) for row in table.value.values.tolist() for cell in row]
    return "\n".join(said).replace("\\", "")


def id_in_url(test: AppTest, name: str) -> str:
    """An id of the page's URL; AppTest gives a value that the page set bare and one that the test set in a list."""
    value = test.query_params[name]
    return str(value if isinstance(value, str) else value[0])
