"""What stands at a place: a proposal, one's own words, or words that new answers overtook."""

from __future__ import annotations

from assessment.domain.answered.assessment import Target
from assessment.domain.answered.texts import OwnText
from assessment.domain.computed import Computed
from assessment.views.commentary.own import own_blocks, own_text
from assessment.views.commentary.places import Place, places
from assessment.views.commentary.proposals import proposal
from assessment.views.commentary.view import TextState, commentary_view, place_view
from tests.computing import mixed

PLACE = "process:process-5"


def place(computed: Computed) -> Place:
    return next(one for one in places(computed.framework, computed.assessment.scope) if one.id == PLACE)


def with_text(facts_hash: str | None, **changes: object) -> Computed:
    return mixed(texts=(OwnText(place_id=PLACE, text="# Ours\n**So** it is.", facts_hash=facts_hash),), **changes)


def test_a_place_nobody_wrote_at_shows_its_proposal_marked_as_one_and_prints_nothing() -> None:
    computed = mixed()
    view = place_view(computed, place(computed), None)
    assert (view.state, view.own, view.own_blocks) == (TextState.PROPOSAL, None, ())
    assert view.finding == "A proposal made of the facts, not edited. It is printed nowhere until you use it."
    assert view.proposal_blocks[0].lines[0].text.startswith("Process 5 is at level 1")
    assert own_blocks(computed, PLACE) == ()


def test_own_words_stand_until_the_facts_change_and_then_say_so_beside_what_is_proposed_now() -> None:
    begun = proposal(mixed(), place(mixed())).facts_hash
    same = with_text(begun)
    view = place_view(same, place(same), own_text(same, PLACE))
    assert view.state is TextState.OWN
    assert [block.kind.value for block in view.own_blocks] == ["heading", "paragraph"]
    assert own_blocks(same, PLACE) == view.own_blocks

    changed = with_text(begun, targets=(Target(process_id="process-5", level=5),))
    view = place_view(changed, place(changed), own_text(changed, PLACE))
    assert view.state is TextState.OVERTAKEN
    assert "overtaken by new answers" in view.finding
    assert "level 5" in view.proposal.text
    assert own_blocks(changed, PLACE)


def test_words_that_were_begun_from_nothing_known_count_as_overtaken() -> None:
    computed = with_text(None)
    assert place_view(computed, place(computed), own_text(computed, PLACE)).state is TextState.OVERTAKEN


def test_the_list_counts_what_is_written_and_what_was_overtaken() -> None:
    assert commentary_view(mixed()).finding == "None of 13 places has a text of your own."
    begun = proposal(mixed(), place(mixed())).facts_hash
    assert commentary_view(with_text(begun)).finding == "1 of 13 places has a text of your own."
    view = commentary_view(with_text("0" * 64))
    assert view.finding == "1 of 13 places has a text of your own; 1 was overtaken by new answers."
    table = view.tables[0]
    assert [cell.value for cell in table.row(PLACE).cells] == [
        PLACE,
        PLACE,
        "overtaken",
        "# Ours\n**So** it is.",
    ]
    assert [cell.text for cell in table.row(PLACE).cells] == [
        "Process: Process 5",
        PLACE,
        "own words, overtaken by new answers",
        "Ours So it is.",
    ]
    assert [cell.text for cell in table.row("whole").cells] == ["The whole", "whole", "proposal, not edited", ""]
    labels = {one.place.id: one.label for one in view.states}
    assert labels[PLACE] == "Process: Process 5 (own words, overtaken by new answers)"
