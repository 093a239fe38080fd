"""The four bands of a percentage and their colours, for bars of how many processes stand at N, P, L and F."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.authored.content import RatingLetter
from assessment.reporting.tokens import RATING_SCALE, ScaleStep

BAND_STEPS: Mapping[str, ScaleStep] = {
    "N": RATING_SCALE[RatingLetter.N],
    "P": RATING_SCALE[RatingLetter.P_PLUS],
    "L": RATING_SCALE[RatingLetter.L_PLUS],
    "F": RATING_SCALE[RatingLetter.F],
}
"""Colours of the bands: their own end or the upper half of the refined scale."""
