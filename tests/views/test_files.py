"""File names keep the letters of every script, and nothing that a file system refuses."""

from __future__ import annotations

import pytest

from assessment.views.wording.files import file_stem
from tests.builders import an_assessment, tiny_framework


@pytest.mark.parametrize(
    ("organisation", "name", "stem"),
    [
        ("Acme & Söhne", "Review: 1 / 2", "acme-söhne-review-1-2-2024-03-01"),
        ("Zakład Usług Łódź", "../../etc", "zakład-usług-łódź-etc-2024-03-01"),
        ("東京ガス", "2026 年", "東京ガス-2026-年-2024-03-01"),
        ("شركة", "تقييم", "شركة-تقييم-2024-03-01"),
        ("***", "?", "assessment-2024-03-01"),
        ("A" * 200, "Second", f"{'a' * 60}-2024-03-01"),
    ],
)
def test_a_file_name_says_whose_and_of_when(organisation: str, name: str, stem: str) -> None:
    header = an_assessment(tiny_framework(), organisation=organisation, name=name).header
    assert file_stem(header) == stem
