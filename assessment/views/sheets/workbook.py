"""The sheets of a workbook for readers, in their order: everything that is told of an assessment."""

from __future__ import annotations

from datetime import date

from assessment.domain.computed import Computed
from assessment.views.sheets.actions import actions_sheet
from assessment.views.sheets.around import findings_sheet, hand_offs_sheet, organisation_sheets, services_sheet
from assessment.views.sheets.attributes import attributes_sheet
from assessment.views.sheets.capacity import capacity_sheets
from assessment.views.sheets.choices import choices_sheets
from assessment.views.sheets.heatmap import heatmap_sheet, state_cells
from assessment.views.sheets.items import items_sheet
from assessment.views.sheets.model import Sheet
from assessment.views.sheets.order import firmness_sheets, opinions_sheets, risks_sheet
from assessment.views.sheets.plans import plans_sheets
from assessment.views.sheets.processes import processes_sheet
from assessment.views.sheets.quotes import quotes_sheet
from assessment.views.sheets.read_me import dictionary_sheet, read_me_sheet
from assessment.views.sheets.roadmap import after_waves_sheet, roadmap_sheet, waves_sheet
from assessment.views.sheets.running import running_sheet
from assessment.views.sheets.since import since_sheets


def workbook_sheets(computed: Computed, *, printed_on: date, product_version: str) -> tuple[Sheet, ...]:
    """Every sheet of an assessment as a reader may see it (`computed` is told); the dictionary is the second."""
    cells = state_cells(computed)
    read_me = read_me_sheet(computed, printed_on=printed_on, product_version=product_version)
    sheets = (
        processes_sheet(computed),
        heatmap_sheet(computed, cells),
        attributes_sheet(computed, cells),
        items_sheet(computed),
        roadmap_sheet(computed),
        running_sheet(computed),
        actions_sheet(computed),
        risks_sheet(computed),
        hand_offs_sheet(computed),
        *organisation_sheets(computed),
        findings_sheet(computed),
        services_sheet(computed),
        quotes_sheet(computed),
        *firmness_sheets(computed),
        *opinions_sheets(computed),
        waves_sheet(computed),
        after_waves_sheet(computed),
        *capacity_sheets(computed),
        *choices_sheets(computed),
        *plans_sheets(computed),
        *since_sheets(computed),
    )
    return (read_me, dictionary_sheet(sheets), *sheets)
