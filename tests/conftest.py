"""Laws are drawn the same way every time, so that a run that passes here passes everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.fresh import beginning_with_copies, wants_copies

settings.register_profile("stable", derandomize=True, deadline=None, database=None)
# chosen by --hypothesis-profile: few examples while one writes, and no smaller example of a fault that was put in
settings.register_profile("quick", settings.get_profile("stable"), max_examples=10)
settings.register_profile(
    "mutants",
    settings.get_profile("stable"),
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("stable")


@pytest.fixture(scope="module", autouse=True)
def fresh_databases(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where a test needs a new database and is not about making one, it is a copy."""
    if not wants_copies(request.module.__name__):
        yield
        return
    with beginning_with_copies():
        yield
