"""What a search found: whose it is, the text it stands in with the found words marked, and where that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.domain.authored.search_entries import EntryKind, SearchEntry, TextKind
from assessment.domain.authored.searching import Hit, pattern_of, search, words_of
from assessment.views.frameworks.places import ProcessPart, Topic
from assessment.views.model import View
from assessment.views.wording import framework_search as words
from assessment.views.wording.frameworks import from_one_to_other

SHOWN_COUNT = 30
EXCERPT_WORD_COUNT = 40
_PARTS: Mapping[EntryKind, ProcessPart] = {
    EntryKind.PROCESS: ProcessPart.ABOUT,
    EntryKind.ITEM: ProcessPart.QUESTIONS,
    EntryKind.ACTION: ProcessPart.ACTIONS,
    EntryKind.METRIC: ProcessPart.ABOUT,
    EntryKind.LINKAGE: ProcessPart.LINKAGES,
}
_TOPICS: Mapping[EntryKind, Topic] = {
    EntryKind.TERM: Topic.GLOSSARY,
    EntryKind.TRANSITION: Topic.TRANSITIONS,
    EntryKind.SCENARIO: Topic.SCENARIOS,
}
_LED_BY_PROCESS = frozenset({EntryKind.ITEM, EntryKind.ACTION, EntryKind.METRIC})
_IN_GUIDE = frozenset({TextKind.OPENING, TextKind.PROBE, TextKind.TRAP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a text: found words, or what stands between them."""

    text: str
    is_found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntry:
    """One result. `pieces` are the text it was found in, none where its name says it all.

    It is shown under `topic`; what belongs to a process with that process, in `part` of it, at `item_id` if there is
    one. `term` is the word of the glossary that was found.
    """

    title: str
    place: str
    pieces: tuple[Piece, ...]
    topic: Topic
    process_id: str | None = None
    part: ProcessPart | None = None
    item_id: str | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The best results first. Without any, `finding` says why and `empty` what to try."""

    found: tuple[FoundEntry, ...] = ()


def search_view(framework: Framework, query: str) -> SearchView:
    """What has every word of a query."""
    wanted = words_of(query)
    if not wanted:
        return _nothing(words.TOO_SHORT, words.TOO_SHORT_NEXT)
    hits = search(framework, query, from_one_to_other)
    if not hits:
        return _nothing(words.NOTHING, words.NOTHING_NEXT)
    shown = hits[:SHOWN_COUNT]
    return SearchView(
        id="search",
        question=words.QUESTION,
        finding=words.results(len(hits), len(shown)),
        found=tuple(_found(framework, hit, wanted) for hit in shown),
    )


def _nothing(why: str, what_next: str) -> SearchView:
    return SearchView(id="search", question=words.QUESTION, finding=why, empty=what_next)


def _found(framework: Framework, hit: Hit, wanted: tuple[str, ...]) -> FoundEntry:
    entry, shown = hit.entry, hit.shown
    is_in_guide = shown.kind in _IN_GUIDE
    return FoundEntry(
        title=title_of(framework, entry),
        place=words.place(entry.kind, shown.kind, shown.belongs_to),
        pieces=() if shown.is_name else tuple(pieces(excerpt(shown.text, wanted), wanted)),
        topic=Topic.PROCESSES if entry.process_id else _TOPICS.get(entry.kind, Topic.SCALES),
        process_id=entry.process_id,
        part=ProcessPart.GUIDE if is_in_guide else _PARTS.get(entry.kind),
        item_id=entry.item_id,
        term=entry.name if entry.kind is EntryKind.TERM else None,
    )


def title_of(framework: Framework, entry: SearchEntry) -> str:
    """The name of an entry; led by its process where many processes have an entry of that name."""
    if entry.process_id is None or entry.kind not in _LED_BY_PROCESS:
        return entry.name
    return words.title(entry.name, framework.process_by_id[entry.process_id].name)


def excerpt(text: str, wanted: tuple[str, ...], word_count: int = EXCERPT_WORD_COUNT) -> str:
    """At most `word_count` words of a text, the first found one in their middle; its beginning if none is found.

    >>> excerpt("Nobody knows which plan was agreed on", ("plan",), word_count=3)
    '… which plan was …'
    """
    spans = [found.span() for found in re.finditer(r"\S+", text)]
    if len(spans) <= word_count:
        return text
    found = pattern_of(wanted).search(text) if wanted else None
    start = found.start() if found else 0
    place = next(number for number, (_, end) in enumerate(spans) if end > start)
    first = min(max(place - word_count // 2, 0), len(spans) - word_count)
    last = first + word_count - 1
    kept = text[spans[first][0] : spans[last][1]]
    return words.shortened(kept, is_begun=first == 0, is_ended=last == len(spans) - 1)


def pieces(text: str, wanted: tuple[str, ...]) -> Iterator[Piece]:
    """A text in pieces, as it is written; put together they are the text again.

    >>> [(piece.text, piece.is_found) for piece in pieces("A back-out plan", ("backout",))]
    [('A ', False), ('back-out', True), (' plan', False)]
    """
    end = 0
    for found in pattern_of(wanted).finditer(text) if wanted else ():
        if found.start() > end:
            yield Piece(text=text[end : found.start()], is_found=False)
        yield Piece(text=found.group(), is_found=True)
        end = found.end()
    if end < len(text):
        yield Piece(text=text[end:], is_found=False)
