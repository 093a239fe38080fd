"""Opens the database once before serving and closes it after: pages find it through `assessment.services`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from assessment.services.actor import LOCAL_ACTOR
from assessment.services.current import close_current, open_current


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[dict[str, Any]]:
    """Migrate, load the sample once, serve, close."""
    del app
    plumbline = open_current()
    plumbline.assessments.ensure_sample(LOCAL_ACTOR)
    try:
        yield {}
    finally:
        close_current()
