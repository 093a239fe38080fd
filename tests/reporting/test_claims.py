"""A sign-off that nobody here can confirm is marked on everything that leaves the house."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assessment.domain.answered.claim import ClaimDoubt, SignOffClaim
from assessment.domain.computed import Computed
from assessment.reporting.bundle import bundle_bytes
from assessment.views.claim import claim_text
from assessment.views.deck.deck import deck_view
from assessment.views.deck.model import Points
from assessment.views.report import imprint
from tests.computing import computed, mixed

DAY = date(2026, 3, 20)
CLAIM = SignOffClaim(doubt=ClaimDoubt.UNSIGNED, approver="Ann Example", signed_on=date(2026, 3, 12))


def on_the_cover(whole: Computed) -> str:
    return "\n".join(fact.text for fact in imprint(whole, DAY).facts)


def on_the_first_slide(whole: Computed) -> str:
    (area,) = deck_view(whole, printed_on=DAY, product_version="1").slides[0].areas
    return "\n".join(point.text for block in area.blocks if isinstance(block, Points) for point in block.points)


def on_the_web_page(whole: Computed) -> str:
    return bundle_bytes(whole, printed_on=DAY, product_version="1").decode()


@pytest.mark.parametrize("said", [on_the_cover, on_the_first_slide, on_the_web_page])
def test_a_claimed_sign_off_is_marked_and_nothing_is_said_where_none_was_claimed(
    said: Callable[[Computed], str],
) -> None:
    plain = mixed()
    claimed = computed(plain.framework, plain.assessment.model_copy(update={"claim": CLAIM}))
    assert claim_text(CLAIM) in said(claimed.told)
    assert "said to be signed off" not in said(plain.told).lower()
