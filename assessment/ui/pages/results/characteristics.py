"""The organisation on each characteristic: how many processes stand at N, P, L and F, and which are weakest."""

from __future__ import annotations

from assessment.reporting.charts import characteristics, characteristics_table
from assessment.services.results import Computed
from assessment.ui.components.figure import picture, screen_theme, text_table
from assessment.ui.components.text import plain


def draw_characteristics(computed: Computed) -> None:
    """Draw the profile of the organisation and its numbers."""
    framework, result = computed.framework, computed.result
    table = characteristics_table(framework, result)
    picture(characteristics(framework, result, screen_theme()), table, "results:characteristics", is_wide=True)
    text_table(table.columns, table.rows, alt=table.caption)
    plain(
        "Six of these are the reference model's process-management characteristics; delivery and quality control are "
        "the work each process names for itself.",
        "small",
    )
