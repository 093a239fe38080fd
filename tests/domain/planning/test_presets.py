"""Weights to begin with: each preset has its proportions, and is known by them whatever the scale."""

from __future__ import annotations

import pytest

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning.presets import PRESETS, Preset, preset_of, shares
from assessment.domain.planning.priority import Weights


def test_balanced_is_what_a_roadmap_begins_with() -> None:
    assert PRESETS[Preset.BALANCED] == Weights.of(RoadmapSettings())


@pytest.mark.parametrize(
    ("preset", "most"),
    [(Preset.PAIN_FIRST, 0), (Preset.BUSINESS_FIRST, 1), (Preset.FOUNDATIONS_FIRST, 2)],
)
def test_each_other_preset_gives_seven_tenths_to_what_it_is_called_by(preset: Preset, most: int) -> None:
    expected = [0.15, 0.15, 0.15]
    expected[most] = 0.7
    assert shares(PRESETS[preset]) == pytest.approx(tuple(expected))


@pytest.mark.parametrize("preset", list(Preset))
def test_a_preset_is_known_on_another_scale(preset: Preset) -> None:
    known = PRESETS[preset]
    assert preset_of(Weights(pain=known.pain * 70, importance=known.importance * 70, leverage=known.leverage * 70)) is (
        preset
    )


def test_other_weights_are_no_preset() -> None:
    assert preset_of(Weights(pain=0.41, importance=0.3, leverage=0.3)) is None
    assert preset_of(Weights(pain=0, importance=0, leverage=0)) is None
