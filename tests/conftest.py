"""Laws are drawn the same way every time, so that a run that passes here passes everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

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


LONG_FIRST = (
    *(
        "test_every_screen",
        "test_grids",
        "test_first_assessment",
        "test_workshop",
        "test_phones",
        "test_text_fields",
        "test_survey",
        "test_gate",
    ),
    *("test_cio", "test_sealed_votes", "test_typing", "test_keys", "test_two_tabs", "test_signing_in"),
    *("test_pages", "test_render", "test_kinds", "test_one_truth", "test_matrix", "test_worker", "test_chapters"),
)
"""Modules of long tests: the last to run are short ones, so that no process waits long for another."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files of long tests first; within a file nothing moves."""
    place = {name: number for number, name in enumerate(LONG_FIRST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(place)))


BEGIN_WITH_COPIES = (
    "tests.services.",
    "tests.store.",
    "tests.ui.",
    "tests.web.",
    "tests.test_cli",
    "tests.test_one_truth",
)
ABOUT_NEW_FILES = ("damaged", "copies", "scrubbing", "lifespan", "migrations", "opening", "sharing", "words_out")
"""In the names of modules that look at how a database begins."""


@pytest.fixture(scope="module", autouse=True)
def fresh_databases(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where a test needs a new database and is not about making one, it is a copy."""
    module = request.module.__name__
    if not module.startswith(BEGIN_WITH_COPIES) or any(word in module for word in ABOUT_NEW_FILES):
        yield
        return
    from tests.fresh import beginning_with_copies  # what it needs is not there where small faults are tried out

    with beginning_with_copies():
        yield
