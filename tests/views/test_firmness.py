"""How firm the order is, in words that follow the numbers beside them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assessment.domain.planning.results import Firmness, FirmnessWord, RankFirmness, SensitivityRange
from assessment.views.firmness import firmness_view
from assessment.views.model import View
from tests.views.plans import given, standing, the_sample

ONE = {"planning": 1, "building": 1, "releasing": 1}
RANKS = {"planning": (0.97, 1.0, 1.0, 2.0), "building": (0.8, 2.0, 1.0, 3.0), "releasing": (0.79, 3.0, 2.5, 6.1)}


def view_of(
    word: FirmnessWord = FirmnessWord.FIRM,
    tau: float | None = 0.876,
    ranks: Mapping[str, tuple[float, float, float, float]] = RANKS,
    ranges: tuple[SensitivityRange, ...] = (),
    levels: Mapping[str, int] = ONE,
) -> View:
    firmness = Firmness(
        mean_tau=tau,
        word=word,
        draw_count=2000,
        seed=7,
        processes=tuple(
            RankFirmness(process_id=name, top_three_share=share, median_rank=median, low_rank=low, high_rank=high)
            for name, (share, median, low, high) in ranks.items()
        ),
        sensitivity_ranges=ranges,
    )
    return firmness_view(given(standing(levels), firmness=firmness))


def test_the_finding_names_the_word_and_who_is_among_the_first_three_in_eight_of_ten_draws() -> None:
    assert view_of().finding == (
        "The order is firm: Planning and Building are each among the first three in at least 80 % of the draws."
    )
    assert view_of(FirmnessWord.LIKELY, ranks={"planning": (0.8, 1, 1, 1)}).finding == (
        "The order is likely: Planning is among the first three in at least 80 % of the draws."
    )


def test_where_nobody_is_safe_the_finding_says_so() -> None:
    assert view_of(FirmnessWord.OPEN, ranks={"planning": (0.79, 1, 1, 1)}).finding == (
        "The order is open: no process is among the first three in at least 80 % of the draws."
    )


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        (FirmnessWord.FIRM, "Weights, people and linkages may vary a little, and the order stays what it is."),
        (FirmnessWord.LIKELY, "The order mostly holds; neighbours may change places."),
        (
            FirmnessWord.OPEN,
            "Other weights or other people would give another order: take the first ranks as a group.",
        ),
    ],
)
def test_each_word_stands_with_its_meaning(word: FirmnessWord, meaning: str) -> None:
    fact = view_of(word).fact("word")
    assert (fact.text, fact.value, fact.note) == (word.value.capitalize(), word.value, meaning)


def test_tau_and_draws_stand_beside_it_with_the_seed() -> None:
    view = view_of()
    assert (view.fact("tau").text, view.fact("tau").value) == ("0.88", 0.876)
    assert (view.fact("draws").text, view.fact("draws").value) == ("2,000", 2000)
    assert view.fact("draws").note == "seed 7: the same answers give the same numbers"


def test_each_row_holds_share_median_and_interval_in_the_base_order() -> None:
    table = view_of().table("firmness")
    assert [row.id for row in table.rows] == ["planning", "building", "releasing"]
    assert [cell.text for cell in table.column("rank")] == ["1", "2", "3"]
    for process_id, (share, median, low, high) in RANKS.items():
        values = [table.cell(process_id, name).value for name in ("top-three", "median-rank", "low-rank", "high-rank")]
        assert values == [share, median, low, high]
    assert [cell.text for cell in table.column("top-three")] == ["97 %", "80 %", "79 %"]
    assert [cell.text for cell in table.column("low-rank")] == ["1", "1", "2.5"]
    assert [cell.text for cell in table.column("high-rank")] == ["2", "3", "6.1"]


def test_the_drawing_goes_from_the_first_rank_to_the_last_any_interval_reaches() -> None:
    track = view_of().table("firmness").cell("releasing", "ranks").track
    assert track is not None
    assert track.dot == pytest.approx(100 * 2 / 5.1)
    assert track.line == pytest.approx((100 * 1.5 / 5.1, 100.0))
    assert track.ticks == pytest.approx((0.0, 100 * 2 / 5.1, 100.0)), "a tick at the third"


def test_a_process_without_need_is_marked_in_the_ranks() -> None:
    table = view_of(levels={"planning": 1, "building": 1, "releasing": 3}).table("firmness")
    assert {row.id: table.cell(row.id, "process").note for row in table.rows} == {
        "planning": "",
        "building": "",
        "releasing": "no need now",
    }


def test_below_three_processes_with_need_nothing_is_measured_and_no_rank_is_shown() -> None:
    view = view_of(FirmnessWord.NOT_MEASURED, tau=None)
    assert view.finding.endswith("is not measured: fewer than three processes are below their target.")
    assert view.fact("word").text == "Not measured"
    assert (view.fact("tau").text, view.fact("tau").value) == ("not measured", None)
    assert view.table("firmness").rows == ()
    assert view.table("firmness").empty == "Not measured: it takes three processes below their target."


def test_a_sensitivity_range_stands_beside_the_score_it_is_of_rounded_down_like_it() -> None:
    ranges = (SensitivityRange(process_id="building", low_score=0.89, high_score=2.39),)
    table = view_of(ranges=ranges).table("sensitivity")
    assert [row.id for row in table.rows] == ["building"]
    assert [table.cell("building", name).text for name in ("low-score", "high-score")] == ["0.8", "2.3"]
    assert [table.cell("building", name).value for name in ("low-score", "high-score")] == [0.89, 2.39]
    track = table.cell("building", "scores").track
    assert track is not None
    assert track.line == pytest.approx((17.8, 47.8))
    assert table.measure.endswith("a sensitivity range, not a confidence interval.")
    assert table.notes == (
        "No range, because fewer than five people answered or every value was agreed: Planning and Releasing.",
    )


def test_without_any_range_the_table_says_what_it_takes() -> None:
    assert "it takes five people" in view_of().table("sensitivity").empty


def test_the_sample_shows_every_number_that_was_measured() -> None:
    computed = the_sample()
    view, firmness = firmness_view(computed), the_sample().firmness
    ranks, ranges = view.table("firmness"), view.table("sensitivity")
    assert [row.id for row in ranks.rows] == [entry.process_id for entry in firmness.processes]
    base = {entry.process_id: entry.rank for entry in computed.result.priorities}
    for entry in firmness.processes:
        assert ranks.cell(entry.process_id, "rank").value == base[entry.process_id]
        assert ranks.cell(entry.process_id, "top-three").value == entry.top_three_share
        assert ranks.cell(entry.process_id, "median-rank").value == entry.median_rank
    for measured in firmness.sensitivity_ranges:
        level = computed.result.process(measured.process_id).level
        assert ranges.cell(measured.process_id, "score").value == level.score
        assert ranges.cell(measured.process_id, "score").text == f"{level.shown_score}"
        assert ranges.cell(measured.process_id, "high-score").value == measured.high_score
