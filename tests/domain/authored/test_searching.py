"""A search finds each text of a framework, leads to where it is shown, and puts names before remarks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.authored.content import Confusion, CrosswalkEntry, GlossaryTerm, Guide, Metric, Process
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.search_entries import EntryKind, TextKind, entries
from assessment.domain.authored.searching import Hit, pattern_of, words_of
from assessment.domain.authored.searching import search as search_joined
from tests.builders import fields_of, tiny_framework

OF_NO_PROCESS = {
    EntryKind.TERM,
    EntryKind.TRANSITION,
    EntryKind.SCENARIO,
    EntryKind.READINESS,
    EntryKind.CHECKLIST,
    EntryKind.CHOICE,
    EntryKind.LEVEL,
    EntryKind.SCALE_POINT,
    EntryKind.ATTRIBUTE,
}


def joined(first: str, second: str) -> str:
    return f"{first} / {second}"


def search(framework: Framework, query: str) -> tuple[Hit, ...]:
    return search_joined(framework, query, joined)


def with_process(**changes: object) -> Framework:
    framework = tiny_framework()
    first = Process(**{**fields_of(framework.processes[0]), **changes})
    return Framework(**{**fields_of(framework), "processes": (first, *framework.processes[1:])})


def with_terms(*terms: tuple[str, str]) -> Framework:
    glossary = tuple(GlossaryTerm(term=term, meaning=meaning) for term, meaning in terms)
    return Framework(**{**fields_of(tiny_framework()), "glossary": glossary})


def names(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.entry.name for hit in hits]


def shown(framework: Framework, query: str, kind: EntryKind) -> str:
    """The text shown of the first hit of that kind."""
    return next(hit.shown.text for hit in search(framework, query) if hit.entry.kind is kind)


def kinds(hits: tuple[Hit, ...]) -> list[EntryKind]:
    return [hit.entry.kind for hit in hits]


def test_each_kind_of_text_is_found_at_its_place() -> None:
    guide = Guide(
        opening="Begin softly.",
        minutes_quick=15,
        minutes_full=60,
        probes=("Who woke you?", "Why at night?", "What then?"),
        traps=("Everybody nods.",),
    )
    framework = with_process(
        guide=guide, confused_with=(Confusion(process_id="building", difference="It lays bricks."),)
    )
    found = {
        "softly": (EntryKind.PROCESS, TextKind.OPENING),
        "woke": (EntryKind.PROCESS, TextKind.PROBE),
        "nods": (EntryKind.PROCESS, TextKind.TRAP),
        "bricks": (EntryKind.PROCESS, TextKind.CONFUSION),
        "craft": (EntryKind.TRANSITION, TextKind.OLD_END),
        "late releases": (EntryKind.SCENARIO, TextKind.STORY),
        "level up": (EntryKind.TERM, TextKind.MEANING),
        "pays": (EntryKind.READINESS, TextKind.RISK),
        "peers": (EntryKind.CHECKLIST, TextKind.NAME),
        "kind 4": (EntryKind.CHOICE, TextKind.MEANING),
        "outsourced": (EntryKind.CHOICE, TextKind.MEANING),
        "sees point": (EntryKind.SCALE_POINT, TextKind.STATEMENT),
        "work established": (EntryKind.LEVEL, TextKind.MEANING),
        "ownership means": (EntryKind.ATTRIBUTE, TextKind.MEANING),
    }
    for query, (kind, text_kind) in found.items():
        hits = [hit for hit in search(framework, query) if hit.entry.kind is kind]
        assert hits, query
        assert hits[0].shown.kind is text_kind, query


def test_every_text_an_author_writes_for_a_process_can_be_found() -> None:
    framework = tiny_framework()
    process = framework.processes[0]
    item = framework.item_by_id["planning.ownership"]
    action = framework.actions("planning", "ownership")[0]
    texts = [
        process.why,
        process.starts,
        process.activities[0].question,
        item.question,
        item.statements[2],
        action.text,
    ]
    texts += [framework.linkages[0].working, framework.linkages[0].question]
    for text in texts:
        assert any(text in (one.text for one in hit.entry.texts) for hit in search(framework, text)), text


def test_case_and_order_of_words_do_not_matter_and_every_word_must_be_there() -> None:
    framework = with_process(why="Plans that nobody reads cost money twice.")
    assert kinds(search(framework, "NOBODY money reads"))[0] is EntryKind.PROCESS
    assert search(framework, "nobody money elephant") == ()


def test_a_name_leads_a_remark() -> None:
    framework = with_terms(("Window", "The time of a rollout."), ("Rollout", "Bringing a release into use."))
    assert names(search(framework, "rollout")) == ["Rollout", "Window"]


@pytest.mark.parametrize("query", ["backout", "back-out", "BACK-OUT", "back\u2011out", "-backout-"])
@pytest.mark.parametrize("written", ["backout", "back-out", "Back-out", "back\u2011out", "back\u00adout"])
def test_hyphens_do_not_matter_in_the_query_nor_in_the_text(query: str, written: str) -> None:
    framework = with_terms(("Remedy", f"A tested {written}, on paper."))
    assert names(search(framework, query)) == ["Remedy"]
    found = pattern_of(words_of(query)).search(framework.glossary[0].meaning)
    assert found is not None
    assert found.group() == written


@given(text=st.text(alphabet="ab- ", max_size=12), query=st.text(alphabet="ab- ", max_size=6))
def test_a_query_finds_the_same_with_and_without_its_hyphens(text: str, query: str) -> None:
    framework = with_terms(("Term", f"Zz {text} zz"))
    assert search(framework, query) == search(framework, query.replace("-", ""))


def test_both_halves_of_a_hyphenated_word_are_words() -> None:
    assert names(search(with_terms(("Remedy", "A tested back-out.")), "out back")) == ["Remedy"]


def test_a_word_is_found_at_the_beginning_of_a_word_only() -> None:
    framework = with_terms(("Reason", "An explanation, airplanes."), ("Duty", "What is planned."), ("Plan", "A paper."))
    terms = names(tuple(hit for hit in search(framework, "plan") if hit.entry.kind is EntryKind.TERM))
    assert terms == ["Plan", "Duty"]


def test_a_hit_in_a_name_shows_the_text_that_tells_what_it_is() -> None:
    metric = Metric(name="Drafts returned", unit="percent", direction="down", meaning="How good a draft is.")
    framework = with_process(metrics=(metric,))
    assert shown(framework, "drafts returned", EntryKind.METRIC) == "How good a draft is."
    assert shown(framework, "step", EntryKind.TERM) == "One level up."
    assert shown(framework, "ownership", EntryKind.ITEM) == "How is ownership of Planning?"
    assert shown(framework, "planning", EntryKind.PROCESS) == "Does something."
    assert shown(framework, "craft", EntryKind.TRANSITION) == "By hand."
    assert shown(framework, "late releases are", EntryKind.SCENARIO) == "Every release is late."
    assert shown(framework, "sponsor", EntryKind.READINESS) == "There is."


def test_a_hit_in_a_name_and_a_text_shows_that_text() -> None:
    assert shown(tiny_framework(), "sponsor pays", EntryKind.READINESS) == "Nobody pays for it."


def test_what_has_no_text_but_its_name_shows_its_name() -> None:
    assert shown(tiny_framework(), "peers", EntryKind.CHECKLIST) == "Respected by peers."


def test_the_scale_the_levels_and_the_attributes_are_each_found_once() -> None:
    framework = tiny_framework()
    found = [entry.kind for entry in entries(framework, joined)]
    assert found.count(EntryKind.SCALE_POINT) == len(framework.scale)
    assert found.count(EntryKind.LEVEL) == len(framework.levels)
    assert found.count(EntryKind.ATTRIBUTE) == len(framework.attributes)
    for point in framework.scale:
        assert names(search(framework, point.statement)) == [point.name]
    for level in framework.levels:
        assert search(framework, level.name)[0].entry.kind is EntryKind.LEVEL
    for attribute in framework.attributes:
        assert attribute.name in names(search(framework, attribute.meaning))


def test_the_statements_of_the_shared_scale_are_not_found_once_for_each_activity() -> None:
    framework = tiny_framework()
    assert not [hit for hit in search(framework, "one sees point 3") if hit.entry.kind is EntryKind.ITEM]


def test_a_linkage_and_a_transition_go_by_both_their_ends() -> None:
    framework = tiny_framework()
    named = [entry.name for entry in entries(framework, joined) if "/" in entry.name]
    assert named == ["Planning / Building", "Building / Releasing", "Releasing / Planning", "Craft / System"]


def test_a_transition_is_found_by_the_whole_of_its_name() -> None:
    (hit,) = search_joined(tiny_framework(), "craft towards system", lambda first, second: f"{first} towards {second}")
    assert hit.entry.name == "Craft towards System"


def test_a_statement_knows_its_answer_and_a_reference_its_publication() -> None:
    entry = CrosswalkEntry(publication="ITIL 4", reference="Change enablement", match="full")
    framework = with_process(crosswalk=(entry,))
    (hit,) = search(framework, "enablement")
    assert (hit.shown.kind, hit.shown.belongs_to) == (TextKind.REFERENCE, "ITIL 4")
    hits = search(framework, "ownership of Planning at L+.")
    (hit,) = (hit for hit in hits if hit.entry.kind is EntryKind.ITEM)
    assert (hit.shown.kind, hit.shown.belongs_to) == (TextKind.STATEMENT, "Point 4")


def test_words_count_nine_in_a_name_three_in_a_question_and_one_elsewhere() -> None:
    weights = {kind: kind.weight for kind in TextKind}
    assert {kind for kind, weight in weights.items() if weight == 9} == {TextKind.NAME}
    asking = {TextKind.QUESTION, TextKind.ACTION, TextKind.FLOW}
    assert {kind for kind, weight in weights.items() if weight == 3} == asking
    assert set(weights.values()) == {9, 3, 1}
    assert [hit.weight for hit in search(with_terms(("Rollout", "A rollout of steps.")), "rollout steps")] == [10]


def test_without_words_nothing_is_found() -> None:
    assert words_of("  a ") == ()
    assert search(tiny_framework(), "  a ") == ()


def test_every_entry_of_a_process_leads_to_a_process_and_every_item_to_itself() -> None:
    framework = tiny_framework()
    for entry in entries(framework, joined):
        if entry.process_id is None:
            assert entry.kind in OF_NO_PROCESS
        else:
            assert entry.process_id in framework.process_by_id
        if entry.item_id is not None:
            assert framework.item_by_id[entry.item_id].process_id == entry.process_id
