"""What leaves the facilitator's hands, of small invented groups: views, report, JSON for readers.

Two attacks. Words: every name and every text that was not released is one of a kind, and is looked for in all of it.
Numbers: an answer that fewer people gave than the floor is changed into another one that leaves the value that counts
as it is; if anything that leaves differs, the answer could be worked out from it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessment.cli_text import as_json, view_text
from assessment.domain.answered.assessment import (
    AgreedValue,
    Assessment,
    Flag,
    Note,
    NoteKind,
    Opinion,
    Rating,
    Respondent,
    Role,
)
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.computed import Computed
from assessment.domain.rating.consensus import lower_median
from assessment.reporting.bundle import bundle_bytes
from assessment.reporting.pdf.render import render_html
from assessment.reporting.pdf.report import build_report
from assessment.reporting.workbook.csv_files import sheet_csv
from assessment.views.cell import cell_view
from assessment.views.process import process_view
from assessment.views.question import attribute_view, question_view
from assessment.views.registry import VIEWS
from assessment.views.sheets.workbook import workbook_sheets
from tests.builders import an_assessment, tiny_framework
from tests.computing import computed

FLOOR = 3
FRAMEWORK = tiny_framework(process_count=2)
ITEMS = tuple(sorted(FRAMEWORK.item_by_id))
PACKAGE = Path(__file__).resolve().parent.parent / "assessment"
READERS = ("cli.py", "services/reports.py", "ui/pages/results", "ui/pages/roadmap", "ui/pages/report")


def drawn(seed: int) -> Assessment:
    """A group of one to six people who answered here and there; each of their texts is one of a kind."""
    draw, count = random.Random(seed), 1 + seed % 6
    people = tuple(
        Respondent(id=f"p{number}", role=draw.choice(list(Role)), name=f"Name{number}q", unit=f"Unit{number}q")
        for number in range(count)
    )
    ratings, notes = [], []
    for person in people:
        for item_id in ITEMS:
            if draw.random() < 0.6:
                ratings.append(Rating(respondent_id=person.id, item_id=item_id, horizon=Horizon.AS_IS, answer=an(draw)))
        for item_id in draw.sample(ITEMS, 3):
            is_released, kind = draw.random() < 0.4, draw.choice(list(NoteKind))
            text = f"{'Released' if is_released else 'Secret'}{person.id}{item_id.replace('.', '')}q"
            notes.append(Note(respondent_id=person.id, item_id=item_id, is_released=is_released, kind=kind, text=text))
    return an_assessment(
        FRAMEWORK,
        anonymity_floor=FLOOR,
        respondents=people,
        ratings=tuple(ratings),
        notes=tuple(sorted(notes, key=lambda note: (note.respondent_id, note.item_id, note.kind))),
        agreed=tuple(
            AgreedValue(
                item_id=item_id,
                horizon=Horizon.AS_IS,
                answer=Answer(kind=AnswerKind.RATED, code=draw.randrange(6)),
                note=f"Room{item_id.replace('.', '')}q",
                present_ids=tuple(sorted(person.id for person in people if draw.random() < 0.7)),
            )
            for item_id in ITEMS[:2]
        ),
        flags=(Flag(item_id=ITEMS[3], reason="Secretflagq"),),
        opinions=tuple(
            Opinion(respondent_id=person.id, process_id=process_id, pain=draw.randrange(6))
            for person in people
            for process_id in ("planning", "building")
            if draw.random() < 0.6
        ),
    )


def an(draw: random.Random) -> Answer:
    chance = draw.random()
    if chance < 0.1:
        return Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Secretreasonq")
    return Answer(kind=AnswerKind.DONT_KNOW) if chance < 0.2 else Answer(kind=AnswerKind.RATED, code=draw.randrange(6))


def leaving(whole: Computed) -> Iterator[str]:
    """Everything that is shown, printed or written to a file for readers."""
    told = whole.told
    yield as_json(told.result, "")
    yield as_json(told.roadmap, "")
    yield from (view_text(view(told)) + repr(view(told)) for view in VIEWS.values())
    for process in told.result.processes:
        yield repr(process_view(told, process.process_id))
        for attribute in process.attributes:
            yield repr(attribute_view(told, process, attribute))
            yield repr(cell_view(told, process.process_id, attribute.attribute_id))
            yield from (repr(question_view(told, item)) for item in attribute.items)
    sheets = workbook_sheets(told, printed_on=date(2024, 3, 2), product_version="0")
    yield from (sheet_csv(sheet).decode() for sheet in sheets)
    yield bundle_bytes(whole, printed_on=date(2024, 3, 2), product_version="0").decode()
    yield render_html(build_report(told, printed_on=date(2024, 3, 2), product_version="0"))


@pytest.mark.parametrize("seed", range(6))
def test_no_name_and_no_word_leaves_that_may_not(seed: int) -> None:
    assessment = drawn(seed)
    found = "\n".join(leaving(computed(FRAMEWORK, assessment)))
    people = [word for person in assessment.respondents for word in (person.name, person.unit) if word]
    assert [word for word in people if word in found] == []
    assert "Secret" not in found
    quoted = {note.text for note in assessment.notes if note.text in found}
    released = {note.text for note in assessment.notes if note.is_released}
    assert quoted <= released
    if len(assessment.respondents) < FLOOR:
        assert quoted == set()
        assert "Room" not in found
    for value in assessment.agreed:
        answered = sum(rating.item_id == value.item_id for rating in assessment.ratings)
        assert (str(value.note) in found) == (max(len(value.present_ids), answered) >= FLOOR)


def test_words_that_may_leave_do() -> None:
    assessment = drawn(5)
    found = "\n".join(leaving(computed(FRAMEWORK, assessment)))
    released = [note.text for note in assessment.notes if note.is_released]
    assert sum(text in found for text in released) >= 3


def swapped(assessment: Assessment, seed: int) -> Assessment | None:
    """The assessment with one number, to a question that few answered, changed under the value that counts."""
    draw = random.Random(seed)
    places = list(range(len(assessment.ratings)))
    draw.shuffle(places)
    for place in places:
        rating = assessment.ratings[place]
        own = [one for one in assessment.ratings if one.item_id == rating.item_id]
        if rating.answer.code is None or not 1 < len(own) < FLOOR:
            continue
        for code in draw.sample(range(6), 6):
            changed = rating.model_copy(update={"answer": Answer(kind=AnswerKind.RATED, code=code)})
            if code != rating.answer.code and value_of(own) == value_of(
                [changed if one is rating else one for one in own]
            ):
                ratings = (*assessment.ratings[:place], changed, *assessment.ratings[place + 1 :])
                return assessment.model_copy(update={"ratings": ratings})
    return None


def value_of(ratings: list[Rating]) -> int | None:
    codes = [rating.answer.code for rating in ratings if rating.answer.code is not None]
    return lower_median([codes.count(code) for code in range(6)])


@pytest.mark.parametrize("seed", [1, 2, 7, 8, 3])
def test_what_one_of_few_said_changes_nothing_that_leaves(seed: int) -> None:
    assessment = drawn(seed)
    other = swapped(assessment, seed)
    assert other is not None
    mine, theirs = (list(leaving(computed(FRAMEWORK, one))) for one in (assessment, other))
    assert mine == theirs


def test_the_opinion_of_one_of_few_changes_nothing_that_leaves() -> None:
    assessment = drawn(1)
    first, second = (Opinion(respondent_id=one, process_id="planning", pain=2) for one in ("p0", "p1"))
    mine, theirs = (
        list(leaving(computed(FRAMEWORK, assessment.model_copy(update={"opinions": (first, one)}))))
        for one in (second, second.model_copy(update={"pain": 5}))
    )
    assert mine == theirs


def test_the_same_change_shows_to_the_facilitator() -> None:
    assessment = drawn(1)
    other = swapped(assessment, 1)
    assert other is not None
    whole = [computed(FRAMEWORK, one) for one in (assessment, other)]
    assert whole[0].result != whole[1].result
    assert replace(whole[0].told.result) == whole[1].told.result


def test_json_says_of_few_answers_that_nothing_is_told() -> None:
    result = json.loads(as_json(computed(FRAMEWORK, drawn(1)).told.result, ""))
    items = [item for process in result["processes"] for one in process["attributes"] for item in one["items"]]
    assert {item["code_counts"] is None for item in items} == {True, False}
    assert all(item["dont_know_count"] is None for item in items if item["code_counts"] is None)


def test_what_is_shown_printed_or_written_is_read_and_never_computed_for_the_facilitator() -> None:
    paths = [
        path for name in READERS for path in ((PACKAGE / name).rglob("*.py") if "." not in name else [PACKAGE / name])
    ]
    assert len(paths) > 30
    calls = [
        f"{path.name}: {line.strip()}"
        for path in paths
        for line in path.read_text("utf-8").splitlines()
        if ".compute(" in line and ".told" not in line
    ]
    assert calls == []
