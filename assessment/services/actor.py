"""Who is acting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who calls a service: a stable id for the journal, a name for the screen."""

    id: str
    name: str


LOCAL_ACTOR = Actor(id="local", name="Local user")
