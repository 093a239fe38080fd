"""Files that were seen as evidence: what they are, which question they belong to, and which way they speak.

| column | value | range |
|---|---|---|
| file | id of the file | |
| size | bytes | 1 up |
| speaks | for or against; none where nobody said | |
| hash | the whole SHA-256; its first digits are shown | |
"""

from __future__ import annotations

from collections.abc import Iterable

from assessment.domain.answered.evidence import EvidenceFile, Speaks
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import item_name
from assessment.views.report import SHORT_HASH_LENGTH
from assessment.views.wording import evidence as words


def evidence_view(computed: Computed, process_id: str) -> View:
    """The files of the questions of a process, in the order of the questionnaire."""
    framework = computed.framework
    place = {item.id: number for number, item in enumerate(framework.item_by_id.values())}
    own = [
        file
        for file in computed.assessment.evidence_files
        if file.item_id in place and framework.item_by_id[file.item_id].process_id == process_id
    ]
    files = sorted(own, key=lambda file: (place[file.item_id], file.name, file.id))
    against_count = sum(file.speaks is Speaks.AGAINST for file in files)
    return View(
        id="evidence",
        question=words.QUESTION,
        finding=words.finding(len(files), against_count),
        tables=(files_table(framework, files),),
        empty="" if files else words.EMPTY,
    )


def files_table(framework: Framework, files: Iterable[EvidenceFile]) -> Table:
    """A row a file."""
    return Table(
        id="evidence-files",
        title=words.TITLE,
        columns=(
            Column(id="file", name=words.FILE_COLUMN, width=30),
            Column(id="question", name=words.QUESTION_COLUMN, width=24),
            Column(id="kind", name=words.KIND_COLUMN, width=13),
            Column(id="size", name=words.SIZE_COLUMN, kind=Kind.NUMBER, width=9),
            Column(id="speaks", name=words.SPEAKS_COLUMN, width=11),
            Column(id="hash", name=words.HASH_COLUMN, width=13, meaning=words.HASH_MEANING),
        ),
        rows=tuple(_row(framework, file) for file in files),
        empty=words.EMPTY,
    )


def file_facts(file: EvidenceFile, *, is_here: bool) -> str:
    """Kind, size and hash of a file in one line, and whether its content is here."""
    return words.file_facts(file.kind, file.size_count, file.content_hash[:SHORT_HASH_LENGTH], is_here=is_here)


def _row(framework: Framework, file: EvidenceFile) -> Row:
    return Row(
        id=file.id,
        cells=(
            Cell(text=file.name, value=file.id, note=file.caption or ""),
            Cell(text=item_name(framework, file.item_id), value=file.item_id),
            Cell(text=words.kind_text(file.kind), value=file.kind),
            Cell(text=words.size_text(file.size_count), value=file.size_count),
            Cell(text=words.SPEAKS[file.speaks], value=None if file.speaks is None else file.speaks.value),
            Cell(text=file.content_hash[:SHORT_HASH_LENGTH], value=file.content_hash),
        ),
    )
