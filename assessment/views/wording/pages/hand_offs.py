"""What the part of the Results page on hand-offs says that is not of the facts it shows."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.hand_offs import Shown

SHOW = "Show"
SHOWN: Mapping[Shown, str] = {Shown.BROKEN: "Broken", Shown.RATED: "Rated", Shown.WORKING: "Working", Shown.ALL: "All"}
OF_PROCESS = "Of process"
ALL_PROCESSES = "All processes"
