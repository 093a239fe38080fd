"""What printing says of itself."""

from __future__ import annotations

from assessment.reporting.stages import Stage
from assessment.views.wording.printing import STAGES, progress, questionnaire_made


def test_every_stage_has_its_words_and_no_words_are_of_none() -> None:
    assert set(STAGES) == {stage.value for stage in Stage}


def test_a_share_is_never_shown_ahead_of_itself() -> None:
    assert progress(0.999, Stage.SAVING, None) == "99 % Saving"
    assert progress(1.0, Stage.READY, None) == "100 % Ready"


def test_a_questionnaire_says_what_it_holds() -> None:
    assert (
        questionnaire_made("a.pdf", 1, "Quick depth", asks_to_be=False) == "a.pdf: 1 process, quick depth, as-is alone."
    )
    assert questionnaire_made("a.pdf", 3, "Full depth", asks_to_be=True) == (
        "a.pdf: 3 processes, full depth, as-is and to-be."
    )
