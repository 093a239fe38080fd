"""A search finds each text of a framework, leads to where it is shown, and puts names before remarks."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.questionnaire import Confusion, Guide, Process
from assessment.domain.searching import EntryKind, Hit, entries, search, words_of
from tests.builders import fields_of, tiny_framework

OF_NO_PROCESS = {
    EntryKind.TERM,
    EntryKind.TRANSITION,
    EntryKind.SCENARIO,
    EntryKind.READINESS,
    EntryKind.CHECKLIST,
    EntryKind.CHOICE,
}


def with_process(**changes: object) -> Framework:
    framework = tiny_framework()
    first = Process(**{**fields_of(framework.processes[0]), **changes})
    return Framework(**{**fields_of(framework), "processes": (first, *framework.processes[1:])})


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
        "softly": (EntryKind.PROCESS, "How to open"),
        "woke": (EntryKind.PROCESS, "Probing question"),
        "nods": (EntryKind.PROCESS, "Trap"),
        "bricks": (EntryKind.PROCESS, "Often confused with"),
        "craft": (EntryKind.TRANSITION, "Name"),
        "late releases": (EntryKind.SCENARIO, "Name"),
        "level up": (EntryKind.TERM, "Meaning"),
        "pays": (EntryKind.READINESS, "Risk"),
        "peers": (EntryKind.CHECKLIST, "Name"),
        "kind 4": (EntryKind.CHOICE, "Meaning"),
        "outsourced": (EntryKind.CHOICE, "Name"),
    }
    for query, (kind, label) in found.items():
        hits = [hit for hit in search(framework, query) if hit.entry.kind is kind]
        assert hits, query
        assert hits[0].best.label == label, query


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
        assert any(text in (shown.text for shown in hit.entry.texts) for hit in search(framework, text)), text


def test_case_and_order_of_words_do_not_matter_and_every_word_must_be_there() -> None:
    framework = with_process(why="Plans that nobody reads cost money twice.")
    assert kinds(search(framework, "NOBODY money reads"))[0] is EntryKind.PROCESS
    assert search(framework, "nobody money elephant") == ()


def test_a_name_leads_a_remark() -> None:
    framework = tiny_framework()
    term = framework.glossary[0].model_copy(update={"term": "Rollout", "meaning": "Bringing a release into use."})
    remark = framework.glossary[0].model_copy(update={"term": "Window", "meaning": "The time of a rollout."})
    framework = Framework(**{**fields_of(framework), "glossary": (remark, term)})
    assert [hit.entry.name for hit in search(framework, "rollout")] == ["Rollout", "Window"]


def test_the_statements_of_the_shared_scale_are_not_found_once_for_each_activity() -> None:
    framework = tiny_framework()
    assert not [hit for hit in search(framework, "one sees point 3") if hit.entry.kind is EntryKind.ITEM]


def test_without_words_nothing_is_found() -> None:
    assert words_of("  a ") == ()
    assert search(tiny_framework(), "  a ") == ()


def test_every_entry_of_a_process_leads_to_a_process_and_every_item_to_itself() -> None:
    framework = tiny_framework()
    for entry in entries(framework):
        if entry.process_id is None:
            assert entry.kind in OF_NO_PROCESS
        else:
            assert entry.process_id in framework.process_by_id
        if entry.item_id is not None:
            assert framework.item_by_id[entry.item_id].process_id == entry.process_id
