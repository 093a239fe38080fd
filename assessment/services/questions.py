"""What one respondent is asked, with everything recorded so far, and how far they are; nothing else is loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from assessment.domain.answered.asking import asked_items
from assessment.domain.answered.assessment import (
    AgreedValue,
    Assessment,
    Assignment,
    Feedback,
    Flag,
    Note,
    NoteKind,
    Rating,
    Respondent,
)
from assessment.domain.answered.entries import Answer
from assessment.domain.answered.evidence import EvidenceFile
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.errors import NotAvailable
from assessment.store import AnsweredPlace, Reader, Stored, StoredHeader


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One item as one respondent sees it. A version of 0 stands for nothing stored yet.

    `file_count` is the files of evidence of the item, whoever sees it. `asks_as_is` and `asks_to_be` say which horizons
    this respondent is asked; `agreed` is the room's as-is value.
    """

    item: Item
    asks_as_is: bool
    asks_to_be: bool
    as_is: Answer | None = None
    as_is_version: int = 0
    to_be: Answer | None = None
    to_be_version: int = 0
    note: Note | None = None
    note_version: int = 0
    evidence: Note | None = None
    evidence_version: int = 0
    flag: Flag | None = None
    flag_version: int = 0
    feedback: Feedback | None = None
    feedback_version: int = 0
    agreed: AgreedValue | None = None
    agreed_version: int = 0
    agreed_to_be: AgreedValue | None = None
    agreed_to_be_version: int = 0
    file_count: int = 0

    @property
    def own(self) -> Question:
        """The same without what others said of it: marks, agreed values, files."""
        return replace(
            self,
            flag=None,
            flag_version=0,
            agreed=None,
            agreed_version=0,
            agreed_to_be=None,
            agreed_to_be_version=0,
            file_count=0,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessProgress:
    """One process: how many answers are asked and given, and the first item still without one."""

    process_id: str
    asked_count: int
    answered_count: int
    next_item_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Each process of which the respondent is asked anything. `resume` is (process id, item id); None: all answered."""

    processes: tuple[ProcessProgress, ...]
    resume: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of one process: items with their horizons, in order."""

    process_id: str
    places: tuple[tuple[Item, Horizon], ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items, each once."""
        return tuple({item.id: item for item, _ in self.places}.values())


def read_asked(
    reader: Reader, stored: StoredHeader, framework: Framework, respondent_id: str, process_id: str | None = None
) -> Iterator[Asked]:
    """What a respondent is asked of one process, or of each in scope; NotAvailable for somebody who is not there."""
    part = respondent_part(reader, stored, respondent_id)
    for one in stored.scope if process_id is None else (process_id,):
        yield Asked(process_id=one, places=asked_items(framework, part, respondent_id, one))


def respondent_part(reader: Reader, stored: StoredHeader, respondent_id: str) -> Assessment:
    """The part of an assessment that decides what one person is asked; NotAvailable for somebody who is not there.

    The answers, which are many, are not in it.
    """
    assessment_id = stored.header.id
    respondent = reader.find(assessment_id, Respondent, respondent_id)
    if respondent is None:
        raise NotAvailable("This person")
    assignments = reader.entries(assessment_id, Assignment, respondent_id=respondent_id)
    return Assessment(
        header=stored.header,
        scope=stored.scope,
        respondents=(respondent.entry,),
        assignments=tuple(one.entry for one in assignments),
    )


def read_questions(
    reader: Reader, assessment_id: str, respondent_id: str, items: tuple[Item, ...], asked: Asked
) -> tuple[Question, ...]:
    """The items as a respondent sees them."""
    if not items:
        return ()
    item_ids = tuple(item.id for item in items)
    ratings = reader.entries(assessment_id, Rating, respondent_id=respondent_id, item_id=item_ids)
    notes = reader.entries(assessment_id, Note, respondent_id=respondent_id, item_id=item_ids)
    flags = {one.entry.item_id: one for one in reader.entries(assessment_id, Flag, item_id=item_ids)}
    feedback = reader.entries(assessment_id, Feedback, respondent_id=respondent_id, item_id=item_ids)
    agreed = reader.entries(assessment_id, AgreedValue, item_id=item_ids)
    rating_by = {(one.entry.item_id, one.entry.horizon): one for one in ratings}
    note_by = {(one.entry.item_id, one.entry.kind): one for one in notes}
    agreed_by = {(one.entry.item_id, one.entry.horizon): one for one in agreed}
    asked_ids = {(item.id, horizon) for item, horizon in asked.places}
    feedback_by = {one.entry.item_id: one for one in feedback}
    file_counts = Counter(one.entry.item_id for one in reader.entries(assessment_id, EvidenceFile, item_id=item_ids))
    return tuple(
        replace(
            _question(item, asked_ids, rating_by, note_by, agreed_by, flags.get(item.id), feedback_by.get(item.id)),
            file_count=file_counts[item.id],
        )
        for item in items
    )


def _question(
    item: Item,
    asked_ids: Set[tuple[str, Horizon]],
    rating_by: Mapping[tuple[str, Horizon], Stored[Rating]],
    note_by: Mapping[tuple[str, NoteKind], Stored[Note]],
    agreed_by: Mapping[tuple[str, Horizon], Stored[AgreedValue]],
    flag: Stored[Flag] | None,
    feedback: Stored[Feedback] | None,
) -> Question:
    as_is, to_be = (rating_by.get((item.id, horizon)) for horizon in (Horizon.AS_IS, Horizon.TO_BE))
    note = note_by.get((item.id, NoteKind.NOTE))
    evidence = note_by.get((item.id, NoteKind.EVIDENCE))
    agreed = agreed_by.get((item.id, Horizon.AS_IS))
    agreed_to_be = agreed_by.get((item.id, Horizon.TO_BE))
    return Question(
        item=item,
        asks_as_is=(item.id, Horizon.AS_IS) in asked_ids,
        asks_to_be=(item.id, Horizon.TO_BE) in asked_ids,
        as_is=as_is.entry.answer if as_is else None,
        as_is_version=as_is.version if as_is else 0,
        to_be=to_be.entry.answer if to_be else None,
        to_be_version=to_be.version if to_be else 0,
        note=note.entry if note else None,
        note_version=note.version if note else 0,
        evidence=evidence.entry if evidence else None,
        evidence_version=evidence.version if evidence else 0,
        flag=flag.entry if flag else None,
        flag_version=flag.version if flag else 0,
        feedback=feedback.entry if feedback else None,
        feedback_version=feedback.version if feedback else 0,
        agreed=agreed.entry if agreed else None,
        agreed_version=agreed.version if agreed else 0,
        agreed_to_be=agreed_to_be.entry if agreed_to_be else None,
        agreed_to_be_version=agreed_to_be.version if agreed_to_be else 0,
    )


def progress_of(asked: tuple[Asked, ...], answered: tuple[AnsweredPlace, ...]) -> Progress:
    """Progress from what is asked, process by process, and what is answered.

    One resumes at the first open item after the latest answer, in the order of the questionnaire, and from the start
    when there is none after it (**own rule**).
    """
    version_by_place = {(place.item_id, place.horizon): place.version for place in answered}
    processes = tuple(_process_progress(one, version_by_place) for one in asked if one.places)
    line = [(one.process_id, item, horizon) for one in asked for item, horizon in one.places]
    versions = [version_by_place.get((item.id, str(horizon)), 0) for _, item, horizon in line]
    latest = max(range(len(line)), key=lambda index: (versions[index], index), default=0) if any(versions) else -1
    order = [*range(latest + 1, len(line)), *range(latest + 1)]
    resume = next(((line[index][0], line[index][1].id) for index in order if not versions[index]), None)
    return Progress(processes=processes, resume=resume)


def _process_progress(asked: Asked, version_by_place: Mapping[tuple[str, str], int]) -> ProcessProgress:
    missing = [item.id for item, horizon in asked.places if (item.id, str(horizon)) not in version_by_place]
    return ProcessProgress(
        process_id=asked.process_id,
        asked_count=len(asked.places),
        answered_count=len(asked.places) - len(missing),
        next_item_id=missing[0] if missing else None,
    )
