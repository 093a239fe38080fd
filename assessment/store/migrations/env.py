"""Alembic's entry: runs the migrations over the connection that `assessment.store.migrate` opened."""

from __future__ import annotations

from alembic import context

from assessment.store import access_tables, room_tables  # noqa: F401 (their tables are the registry's too)
from assessment.store.tables import REGISTRY

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=REGISTRY.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
