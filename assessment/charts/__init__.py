"""Charts for screen and print, and the same numbers as tables.

Each picture comes as three functions of one name: `levels(...)` draws it, `levels_table(...)` gives its numbers as
rows, `levels_finding(...)` says in one sentence what it shows. `theme` is light, dark or print; a chart on screen
carries its finding as title and what is measured as subtitle, a chart on paper leaves both to the page. Charts on
screen take the width of their container: `st.altair_chart(chart, theme=None)`.

| picture | answers |
|---|---|
| `heatmap` | where every process stands on every attribute: as-is, to-be or gap |
| `projected_heatmap` | the same after a wave of the roadmap |
| `levels` | how many processes stand at each level |
| `movement` | how far each process is from its target |
| `profile` | how one process stands on its attributes |
| `characteristics` | how the organisation stands on each characteristic |
| `priorities`, `ranks` | which process comes first, and how firm that is |
| `waves` | what moves when |
| `handoffs` | which process supplies which, and how well that works |
| `answers`, `perception` | what people said to one item; leadership beside practitioners |
"""

from assessment.reporting.charts.cells import HeatmapCell, HeatmapRow, HeatmapView, heatmap_rows, projected_rows
from assessment.reporting.charts.characteristics import (
    characteristics,
    characteristics_finding,
    characteristics_table,
)
from assessment.reporting.charts.handoffs import (
    HandOff,
    hand_offs,
    handoffs,
    handoffs_finding,
    handoffs_table,
)
from assessment.reporting.charts.heatmap import (
    heatmap,
    heatmap_finding,
    heatmap_table,
    projected_finding,
    projected_heatmap,
    projected_heatmap_table,
)
from assessment.reporting.charts.heatmap_drawing import CELL_SELECTION
from assessment.reporting.charts.levels import (
    levels,
    levels_finding,
    levels_table,
    movement,
    movement_finding,
    movement_table,
)
from assessment.reporting.charts.priorities import (
    priorities,
    priorities_finding,
    priorities_table,
    ranks,
    ranks_finding,
    ranks_table,
)
from assessment.reporting.charts.profile import profile, profile_finding, profile_table
from assessment.reporting.charts.theme import AnyChart, ChartTable, Theme, untitled
from assessment.reporting.charts.voices import (
    answers,
    answers_finding,
    answers_table,
    perception,
    perception_finding,
    perception_table,
)
from assessment.reporting.charts.waves import waves, waves_finding, waves_table

__all__ = [
    "CELL_SELECTION",
    "AnyChart",
    "ChartTable",
    "HandOff",
    "HeatmapCell",
    "HeatmapRow",
    "HeatmapView",
    "Theme",
    "answers",
    "answers_finding",
    "answers_table",
    "characteristics",
    "characteristics_finding",
    "characteristics_table",
    "hand_offs",
    "handoffs",
    "handoffs_finding",
    "handoffs_table",
    "heatmap",
    "heatmap_finding",
    "heatmap_rows",
    "heatmap_table",
    "levels",
    "levels_finding",
    "levels_table",
    "movement",
    "movement_finding",
    "movement_table",
    "perception",
    "perception_finding",
    "perception_table",
    "priorities",
    "priorities_finding",
    "priorities_table",
    "profile",
    "profile_finding",
    "profile_table",
    "projected_finding",
    "projected_heatmap",
    "projected_heatmap_table",
    "projected_rows",
    "ranks",
    "ranks_finding",
    "ranks_table",
    "untitled",
    "waves",
    "waves_finding",
    "waves_table",
]
