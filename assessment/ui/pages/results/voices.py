"""How far people agree on a process, where to talk first, and leadership beside practitioners."""

from __future__ import annotations

from assessment.domain.rating.results import AgreementState, ItemResult, ProcessResult
from assessment.reporting.charts import perception, perception_finding, perception_table
from assessment.services.results import Computed
from assessment.ui.components.figure import figure, screen_theme, text_table
from assessment.ui.components.format import NO_VALUE, number_text, share_text
from assessment.ui.components.text import plain
from assessment.ui.pages.results.wording import LETTERS, dots

_MOST_SHOWN = 5
_STATE_WORDS = {
    AgreementState.RELIABLE: "The answers are reliable",
    AgreementState.TENTATIVE: "The answers are good enough for tentative conclusions",
    AgreementState.TALK_FIRST: "Talk first: people differ from each other as much as the questions do",
    AgreementState.UNANIMOUS: "Unanimous: everybody gave the same answers",
    AgreementState.NOT_MEASURED: "Agreement is not measured: fewer than two people answered",
}


def draw_voices(computed: Computed, process: ProcessResult) -> None:
    """Draw the agreement of a process, the questions people differ on most, and the perception gap."""
    sureness = process.sureness
    alpha = "" if sureness.alpha is None else f" (Krippendorff's alpha {sureness.alpha:.2f})"
    plain(f"{_STATE_WORDS[sureness.agreement]}{alpha}.", "strong")
    plain(
        f"Mean agreement on a question {share_text(sureness.mean_agreement_share)}; the typical question was rated by "
        f"{number_text(sureness.median_respondent_count)}; evidence recorded for {share_text(sureness.evidence_share)} "
        "of what is rated L or F. Agreement never changes a score.",
        "small",
    )
    _draw_most_split(computed, process)
    _draw_sides(computed, process)


def _draw_most_split(computed: Computed, process: ProcessResult) -> None:
    split = sorted(
        (
            (item.consensus_share, item)
            for attribute in process.attributes
            for item in attribute.items
            if item.consensus_share is not None and item.consensus_share < 1
        ),
        key=lambda pair: pair[0],
    )
    if not split:
        return
    plain("Talk about these first: people differ most on them", "strong")
    text_table(
        ("Question", "Answers", "Agreement"),
        [(_name(computed, item), _spread(item), share_text(share)) for share, item in split[:_MOST_SHOWN]],
        alt="Questions with the lowest agreement",
    )


def _name(computed: Computed, item: ItemResult) -> str:
    return computed.framework.item_by_id[item.item_id].name


def _spread(item: ItemResult) -> str:
    chosen = [f"{LETTERS[code]} {dots(count)}" for code, count in enumerate(item.code_counts) if count]
    return ", ".join(chosen) or NO_VALUE


def _draw_sides(computed: Computed, process: ProcessResult) -> None:
    if not process.perception_gaps:
        floor = computed.assessment.header.anonymity_floor
        plain("Leadership beside practitioners", "strong")
        plain(
            f"{perception_finding(computed.framework, process)}. It is shown from {floor} people on each side, "
            "so that nobody can be picked out.",
        )
        return
    figure(
        perception(computed.framework, process, screen_theme()),
        perception_table(computed.framework, process),
        f"results:perception-{process.process_id}",
    )
