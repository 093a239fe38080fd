"""One cell of the heatmap: where its process stands, what the attribute comes to, and the questions behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assessment.domain.computed import Computed
from assessment.domain.rating.results import AttributeGap, AttributeResult, Outcome, ProcessResult, ProcessStatus
from assessment.views.evidence import files_table
from assessment.views.items import items_table
from assessment.views.levels import level_with_bounds
from assessment.views.model import View
from assessment.views.names import attribute_name, item_name, level_name, process_name
from assessment.views.wording import cell as words


def cell_view(computed: Computed, process_id: str, attribute_id: str) -> View:
    """What stands behind the cell of a process and an attribute.

    Raises KeyError where the process is not in scope or the framework has no such attribute.
    """
    process = computed.result.process(process_id)
    attribute = process.attribute(attribute_id)
    table = items_table(computed, (attribute,)).only("value", "question")
    item_ids = {item.item_id for item in attribute.items}
    files = [file for file in computed.assessment.evidence_files if file.item_id in item_ids]
    return View(
        id="cell",
        question=process_name(computed.framework, process_id),
        finding=_finding(computed, process),
        tables=(
            replace(table, title=words.TABLE_TITLE, empty=words.NOTHING_ASKED),
            *((files_table(computed.framework, files).only("file", "question", "speaks"),) if files else ()),
        ),
        notes=tuple(_notes(computed, process, attribute)),
    )


def _finding(computed: Computed, process: ProcessResult) -> str:
    if process.status is ProcessStatus.NOT_ASSESSED:
        return words.not_assessed()
    if process.level.level is None:
        return words.not_applicable()
    name = level_name(computed.framework, process.level.level)
    return words.stands_at(level_with_bounds(process), name, process.level.score)


def _notes(computed: Computed, process: ProcessResult, attribute: AttributeResult) -> Iterator[str]:
    framework = computed.framework
    if process.level.held_by:
        yield words.held_by([attribute_name(framework, held).lower() for held in process.level.held_by])
    if attribute.percent is None:
        yield words.attribute_not_applicable()
        return
    if attribute.outcome is Outcome.UNRATED or attribute.letter is None:
        yield words.nothing_rated()
        return
    yield words.rated(attribute.letter.value, attribute.percent, attribute.coverage_share)
    target = next(cell for cell in process.target.cells if cell.attribute_id == attribute.attribute_id)
    yield from _target_note(target)
    if attribute.is_capped:
        yield words.capped([item_name(framework, item_id) for item_id in attribute.capped_by])
    if attribute.not_done:
        yield words.carried_not_done([item_name(framework, item_id) for item_id in attribute.not_done])


def _target_note(target: AttributeGap) -> Iterator[str]:
    if target.to_be_letter is not None and target.gap_percent is not None:
        yield words.to_be(target.to_be_letter.value, target.gap_percent)
