"""A refusal is a sentence of facts, and the facts stay."""

from __future__ import annotations

from assessment.domain.refusal import MethodRefusal


def test_a_refusal_says_where_why_and_what_to_do() -> None:
    refusal = MethodRefusal("the weight of pain", "-1 is not 0 or more", "Give 0 or more.")
    assert str(refusal) == "the weight of pain: -1 is not 0 or more. Give 0 or more."
    assert (refusal.where, refusal.reason, refusal.remedy) == (
        "the weight of pain",
        "-1 is not 0 or more",
        "Give 0 or more.",
    )
