"""The consultant's own words: a text at a place of the report, beside what the product computes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from assessment.domain.answered.entries import AssessmentModel, LongText

PlaceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(:[a-z0-9-]+)?$", max_length=120)]
FactsHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class OwnText(AssessmentModel):
    """What the consultant wrote at a place; one for each place. It is printed, and moves no number."""

    place_id: PlaceId = Field(description="'introduction', 'whole', 'group:<id>', 'process:<id>' and the like.")
    text: LongText
    facts_hash: FactsHash | None = Field(
        default=None, description="SHA-256 of the proposal it was begun from; with other facts it was overtaken."
    )
