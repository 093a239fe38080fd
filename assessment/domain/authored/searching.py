"""Finding a word in everything a framework says: the text, the entry it belongs to, the process it leads to.

An entry (a process, an item, an action, a linkage, a term ...) is found when each word asked for stands somewhere in
its texts: at the beginning of a word, whatever its case and its hyphens. What a word counts depends on the kind of
text it stands in (`search_entries.TextKind`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.domain.authored.search_entries import Joined, SearchEntry, SearchText, entries

SHORTEST_WORD = 2
_HYPHENS = "-\u00ad\u2010\u2011"  # typed, soft, typographic, not to be broken at
_IGNORED = re.compile(f"[{_HYPHENS}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that has every word; `weight` >= 1, higher is the better hit.

    `shown` is the text that has most of the words. A name is shown anyway: where it has most, `shown` is the text with
    most of the words it lacks, and the telling one where it lacks none; the name only where there is no other text.
    """

    entry: SearchEntry
    shown: SearchText
    weight: int


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, each once, without case and hyphens; shorter ones than two letters are left out.

    >>> words_of("  Back-out a PLAN plan ")
    ('backout', 'plan')
    """
    words = _IGNORED.sub("", query).lower().split()
    return tuple(dict.fromkeys(word for word in words if len(word) >= SHORTEST_WORD))


def pattern_of(words: Sequence[str]) -> re.Pattern[str]:
    """What finds any of the words in a text, as it is written there; `words` as `words_of` gives them, at least one.

    >>> pattern_of(("backout", "plan")).findall("Back-outs unplanned, a planned one backed out")
    ['Back-out', 'plan']
    """
    hyphen = f"[{_HYPHENS}]?"
    longest_first = sorted(words, key=len, reverse=True)
    written = "|".join(hyphen.join(re.escape(letter) for letter in word) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{written})", re.IGNORECASE)


def search(framework: Framework, query: str, joined: Joined) -> tuple[Hit, ...]:
    """Everything that has each word of the query, the best first, equals in the framework's order.

    `joined` names what has two ends; it is found by that name.
    """
    patterns = tuple(pattern_of((word,)) for word in words_of(query))
    if not patterns:
        return ()
    hits = [hit for entry in entries(framework, joined) if (hit := _hit(entry, patterns)) is not None]
    return tuple(sorted(hits, key=lambda hit: -hit.weight))


_Found = list[tuple[SearchText, frozenset[re.Pattern[str]]]]


def _hit(entry: SearchEntry, patterns: tuple[re.Pattern[str], ...]) -> Hit | None:
    found = [
        (text, frozenset(pattern for pattern in patterns if pattern.search(text.text) is not None))
        for text in entry.texts
    ]
    if {pattern for _, present in found for pattern in present} != set(patterns):
        return None
    weights = [max(text.kind.weight for text, present in found if pattern in present) for pattern in patterns]
    return Hit(entry=entry, shown=_shown(found), weight=sum(weights))


def _shown(found: _Found) -> SearchText:
    best, in_best = max(found, key=lambda pair: (len(pair[1]), pair[0].kind.weight))
    others = [(text, present - in_best) for text, present in found if not text.is_name]
    if not best.is_name or not others:
        return best
    return max(others, key=lambda pair: len(pair[1]))[0]
