"""What people said and showed, with what may be quoted of it: for whoever decides on that. No names, as on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment, Note
from assessment.domain.authored.framework import Framework
from assessment.domain.disclosure.people import Crowds, Voice
from assessment.views.model import View
from assessment.views.names import item_name, process_name
from assessment.views.quotes import speaker
from assessment.views.wording import release as words


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """One note: who by role, its text, whether it is released; `lapsed` says why it is not any more, where it was."""

    note: Note
    who: str
    lapsed: str
    is_released: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLines:
    """The notes of one question; `kept` says why they are quoted nowhere even when released, "" where they are."""

    item_id: str
    name: str
    kept: str
    lines: tuple[NoteLine, ...]

    @property
    def is_released(self) -> bool:
        """Whether all of them are released."""
        return all(line.is_released for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessLines:
    """The notes of one process; `label` counts what is released."""

    process_id: str
    label: str
    questions: tuple[QuestionLines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseView(View):
    """What is released and what is not yet, by process and question, in the model's order."""

    processes: tuple[ProcessLines, ...]


def release_view(framework: Framework, assessment: Assessment, notes: Sequence[Note]) -> ReleaseView:
    """Every note to a question of the framework; `notes` may be newer than those of the assessment."""
    known = [note for note in notes if note.item_id in framework.item_by_id]
    processes = tuple(_processes(framework, assessment, known))
    released_count = sum(note.is_released for note in known)
    return ReleaseView(
        id="release",
        question=words.QUESTION,
        finding=words.how_many(released_count, len(known)),
        notes=(words.LEAD,),
        empty="" if known else words.EMPTY,
        processes=processes,
    )


def _processes(framework: Framework, assessment: Assessment, notes: Sequence[Note]) -> Iterator[ProcessLines]:
    crowds = Crowds(framework, assessment)
    by_item: dict[str, list[Note]] = {}
    for note in notes:
        by_item.setdefault(note.item_id, []).append(note)
    for process in framework.processes:
        own = [item_id for item_id in framework.item_by_id if item_id in by_item]
        own = [item_id for item_id in own if framework.item_by_id[item_id].process_id == process.id]
        if own:
            questions = tuple(_question(framework, assessment, crowds, item_id, by_item[item_id]) for item_id in own)
            lines = [line for question in questions for line in question.lines]
            name = process_name(framework, process.id)
            yield ProcessLines(
                process_id=process.id,
                label=words.process_label(name, sum(line.is_released for line in lines), len(lines)),
                questions=questions,
            )


def _question(
    framework: Framework, assessment: Assessment, crowds: Crowds, item_id: str, notes: Sequence[Note]
) -> QuestionLines:
    is_kept = not crowds.are_quotable(item_id)
    return QuestionLines(
        item_id=item_id,
        name=item_name(framework, item_id),
        kept=words.kept(assessment.header.anonymity_floor) if is_kept else "",
        lines=tuple(
            NoteLine(
                note=note,
                who=speaker(Voice(note=note, role=crowds.role_of(note))),
                lapsed=words.REWORDED if note.is_reworded else "",
                is_released=note.is_released,
            )
            for note in notes
        ),
    )
