"""The target of a process: who decided it why, and how far each attribute is from it."""

from __future__ import annotations

from assessment.domain.rating.results import AttributeGap, ProcessResult
from assessment.services.results import Computed
from assessment.ui.components.figure import text_table
from assessment.ui.components.format import (
    NO_VALUE,
    attribute_names,
    distance_words,
    level_name,
    percent_text,
    signed_text,
)
from assessment.ui.components.text import plain


def draw_aim(computed: Computed, process: ProcessResult) -> None:
    """Draw the target with its reason and the table of cells."""
    framework, aim = computed.framework, process.target
    target = computed.assessment.target_by_process.get(process.process_id)
    name = level_name(framework, aim.target_level).lower()
    plain(f"Target: level {aim.target_level}, {name}; {distance_words(process)}.", "strong")
    if target is None:
        plain("This is the default target of the assessment; nobody has set one for this process.", "small")
    else:
        plain(f"Approved by {target.approver or 'nobody yet'}.", "small")
        plain(target.rationale or "No rationale is recorded.")
    if aim.proposed_level is not None:
        plain(f"The people asked propose level {aim.proposed_level}.", "small")
    if aim.short_cells:
        plain(f"The profile falls short of the target in {attribute_names(framework, aim.short_cells).lower()}.")
    text_table(
        ("Attribute", "For level", "As it is", "As it should be", "Gap in points", ""),
        [_row(computed, process, cell) for cell in aim.cells],
        alt="As-is, to-be and gap of each attribute",
    )


def _row(computed: Computed, process: ProcessResult, cell: AttributeGap) -> tuple[str, ...]:
    attribute = computed.framework.attribute_by_id[cell.attribute_id]
    letter = process.attribute(cell.attribute_id).letter
    return (
        attribute.name,
        str(attribute.level),
        _shown(letter.value if letter else None, cell.as_is_percent),
        _shown(cell.to_be_letter.value if cell.to_be_letter else None, cell.to_be_percent),
        signed_text(cell.gap_percent),
        "set by hand" if cell.is_set_by_hand else "",
    )


def _shown(letter: str | None, percent: float | None) -> str:
    return NO_VALUE if letter is None or percent is None else f"{letter} ({percent_text(percent)})"
