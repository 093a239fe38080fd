"""Where a person is named, before they are erased; and what was erased, and what still holds the name."""

from __future__ import annotations

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.erasing import Erased, ErasurePreview, Mention, MentionKind, NamedAccount, TextWithName
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.wording import erasing as words
from assessment.views.wording.numbers import whole_text
from assessment.views.wording.terms import ROLES

SHOWN_CHARACTERS = 160


def erasure_view(preview: ErasurePreview) -> View:
    """Places, texts and accounts of a name, a row each, and the backups that hold it."""
    return View(
        id="erasure",
        question=words.QUESTION,
        finding=words.finding(len(preview.mentions), len(preview.texts)),
        tables=(
            _mentions(preview),
            *((_texts(preview),) if preview.texts else ()),
            *((_accounts(preview),) if preview.accounts else ()),
        ),
        notes=(
            *((words.NAMESAKES,) if preview.namesakes else ()),
            *((words.SIGNED_OFF,) if any(one.is_signed_off for one in preview.mentions) else ()),
            words.backups(preview.backups),
        ),
    )


def mention_text(mention: Mention, framework: Framework, assessment: Assessment) -> str:
    """One place in one line, to choose it by: what somebody is, and of which process, or in which role and unit."""
    process = framework.process_by_id.get(mention.subject_id)
    person = assessment.respondent_by_id.get(mention.subject_id)
    if mention.kind is MentionKind.RESPONDENT and person is not None:
        return words.respondent(ROLES[person.role], person.unit, mention.answer_count)
    decision = next((one for one in assessment.decisions if one.id == mention.subject_id), None)
    if mention.kind is MentionKind.DECISION_OWNER and decision is not None:
        return words.place(words.KINDS[mention.kind], decision.text)
    return words.place(words.KINDS[mention.kind], process.name if process else mention.subject_id)


def erased_lines(erased: Erased) -> tuple[str, ...]:
    """What an erasure did, and what still holds the name."""
    left = (words.others(erased.other_files),) if erased.other_files else ()
    return (words.erased(erased.mention_count, erased.text_count), words.backups(erased.backups), *left)


def _mentions(preview: ErasurePreview) -> Table:
    return Table(
        id="mentions",
        title=words.MENTIONS,
        columns=(
            Column(id="kind", name=words.KIND_COLUMN),
            Column(id="of", name=words.OF_COLUMN),
            Column(id="assessment", name=words.ASSESSMENT_COLUMN),
            Column(id="answers", name=words.ANSWERS_COLUMN, kind=Kind.NUMBER),
            Column(id="present", name=words.PRESENT_COLUMN, kind=Kind.NUMBER),
            Column(id="id", name=words.ID_COLUMN),
        ),
        rows=tuple(_mention_row(one) for one in preview.mentions),
        empty=words.NOBODY,
    )


def _mention_row(mention: Mention) -> Row:
    assessment = words.of_whom(
        mention.assessment_name, is_in_bin=mention.is_in_bin, is_signed_off=mention.is_signed_off
    )
    has_counts = mention.kind is MentionKind.RESPONDENT
    answers, present = mention.answer_count, mention.present_count
    return Row(
        id=mention.id,
        cells=(
            Cell(text=words.KINDS[mention.kind], value=mention.kind.value),
            Cell(text=mention.subject_id, value=mention.subject_id),
            Cell(text=assessment, value=mention.assessment_id),
            Cell(text=whole_text(answers), value=answers) if has_counts else Cell(text=""),
            Cell(text=whole_text(present), value=present) if has_counts else Cell(text=""),
            Cell(text=mention.id, value=mention.id),
        ),
    )


def _texts(preview: ErasurePreview) -> Table:
    return Table(
        id="texts",
        title=words.TEXTS,
        columns=(
            Column(id="kind", name=words.TEXT_KIND_COLUMN),
            Column(id="assessment", name=words.ASSESSMENT_COLUMN),
            Column(id="text", name=words.TEXT_COLUMN),
            Column(id="becomes", name=words.BY_HAND_COLUMN),
        ),
        rows=tuple(_text_row(number, one, preview.name) for number, one in enumerate(preview.texts, start=1)),
        empty="",
    )


def _text_row(number: int, found: TextWithName, name: str) -> Row:
    return Row(
        id=f"text-{number}",
        cells=(
            Cell(text=found.what.capitalize(), value=found.what),
            Cell(text=found.assessment_name, value=found.assessment_id),
            Cell(text=_around(found.text, name), value=found.text),
            Cell(text=words.BY_HAND if found.is_fixed else words.TAKEN_OUT),
        ),
    )


def _around(text: str, name: str) -> str:
    """The part of a text in which the name stands, on one line."""
    line = " ".join(text.split())
    if len(line) <= SHOWN_CHARACTERS:
        return line
    start = max(0, line.find(name) - SHOWN_CHARACTERS // 2)
    return f"…{line[start : start + SHOWN_CHARACTERS]}…"


def _accounts(preview: ErasurePreview) -> Table:
    return Table(
        id="accounts",
        title=words.ACCOUNTS,
        columns=(
            Column(id="name", name=words.NAME_COLUMN),
            Column(id="email", name=words.EMAIL_COLUMN),
            Column(id="id", name=words.ID_COLUMN),
        ),
        rows=tuple(_account_row(one) for one in preview.accounts),
        empty="",
    )


def _account_row(account: NamedAccount) -> Row:
    cells = (Cell(text=account.name, value=account.name), Cell(text=account.email), Cell(text=account.id))
    return Row(id=account.id, cells=cells)
