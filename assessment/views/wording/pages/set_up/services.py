"""Set-up, Critical services: the business services that matter, and the processes each leans on."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "What must keep running?"
LEAD = "Where services are named, they propose how important each process is."
NONE_YET = "No service is named yet. Begin with the one whose outage reaches the board."
TABLE = "Critical services"
IMPORTANCE_POINTS: Mapping[int, str] = {1: "1 useful", 2: "2 wanted", 3: "3 needed", 4: "4 important", 5: "5 vital"}
ANOTHER = "Another service"
EXAMPLE = "Online policies"
IMPORTANCE = "How much it matters"
ADD = "Add"
REMOVE = "Remove a service"
SERVICE = "Service"
REMOVE_GO = "Remove it"
