"""How a framework reads: sentences short enough, words that discriminate, abbreviations explained, no text copied over.

Bounds are this project's own. Similarity of two texts is the Jaccard index of their character trigrams after
case, punctuation and the words of process names are taken out: 0 nothing in common, 1 the same text. The bound was
set above the most alike pair of the shipped framework (0.45, two actions on measurement) and below every pair that
an author made by copying and renaming (0.7 up).
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import pyphen

from assessment.catalogue.reading import Place, ReadFile, YamlPath
from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.parts import SIMILARITY_LIMIT, ProseFigures

SENTENCE_WORD_LIMIT = 30
STATEMENT_WORD_LIMIT = 28
VAGUE_WORDS = re.compile(
    r"\b((?:appropriate|adequate|sufficient|suitabl[ey])(?:ly)?|as (?:needed|required))\b",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]{1,5}(?=s?\b)")
NAMES_OF_STANDARDS = frozenset({"ISO", "IEC", "ITIL", "COBIT", "HP"})
_UNREAD_KEYS = frozenset({"code", "letter", "to", "crosswalk", "id", "effort", "lines"})
_SYLLABLES = pyphen.Pyphen(lang="en_GB")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A statement or the text of an action that a process wrote itself, and where it stands."""

    process_id: str
    attribute_id: str
    file: str
    path: YamlPath
    text: str


def own_texts(framework: Framework) -> Iterator[OwnText]:
    """Every statement and action that the processes of a framework write of their own."""
    for process in framework.processes:
        for index, own in enumerate(process.attributes):
            path: YamlPath = ("attributes", index)
            texts: list[tuple[YamlPath, str]] = []
            if own.item is not None:
                texts += [
                    ((*path, "item", "statements", place), text) for place, text in enumerate(own.item.statements)
                ]
            texts += [((*path, "actions", place, "text"), action.text) for place, action in enumerate(own.actions)]
            for where, text in texts:
                yield OwnText(
                    process_id=process.id,
                    attribute_id=own.attribute,
                    file=f"processes/{process.id}.yaml",
                    path=where,
                    text=text,
                )


def prose_places(framework: Framework, files: Mapping[str, ReadFile]) -> list[Place]:
    """Every place that breaks a rule of this module."""
    places = [*_statement_rules(framework), *_similarity_rules(framework)]
    explained = _explained(framework)
    for name, file in files.items():
        texts = list(readable_texts(file))
        here = explained | set(re.findall(r"\(([A-Z][A-Z0-9]{1,5})s?\)", " ".join(text for _, text in texts)))
        for path, text in texts:
            places += [(name, path, reason) for reason in _sentence_reasons(text)]
            places += [
                (name, path, f"uses '{word}', which neither this file nor the glossary explains")
                for word in sorted(set(ABBREVIATION.findall(text)) - here)
            ]
    return places


def prose_figures(framework: Framework) -> ProseFigures:
    """Measures of the statements and actions that processes write of their own; zeros where there are none."""
    statements = [own.text for own in own_texts(framework) if "statements" in own.path]
    return ProseFigures(
        statement_count=len(statements),
        mean_reading_ease=statistics.fmean(map(reading_ease, statements)) if statements else 0.0,
        most_alike_share=max((similarity for *_, similarity in similar_pairs(framework, 0.0)), default=0.0),
    )


def _explained(framework: Framework) -> set[str]:
    terms = " ".join(entry.term for entry in framework.glossary)
    return set(ABBREVIATION.findall(terms)) | NAMES_OF_STANDARDS


def _sentence_reasons(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        count = len(sentence.split())
        if count > SENTENCE_WORD_LIMIT:
            yield f"has a sentence of {count} words, {SENTENCE_WORD_LIMIT} at most: '{sentence[:50]}'"


def _statement_rules(framework: Framework) -> Iterator[Place]:
    for own in own_texts(framework):
        if "statements" not in own.path:
            continue
        count = len(own.text.split())
        if count > STATEMENT_WORD_LIMIT:
            yield own.file, own.path, f"a statement has {count} words, {STATEMENT_WORD_LIMIT} at most"
        vague = VAGUE_WORDS.search(own.text)
        if vague:
            yield own.file, own.path, f"'{vague.group()}' does not tell one statement from the next; say what one sees"


def _similarity_rules(framework: Framework) -> Iterator[Place]:
    for first, second, similarity in similar_pairs(framework, SIMILARITY_LIMIT):
        yield (
            second.file,
            second.path,
            f"reads like one of '{first.process_id}' ({similarity:.2f} alike, {SIMILARITY_LIMIT} at most): "
            f"'{first.text[:50]}'",
        )


def similar_pairs(framework: Framework, limit: float) -> Iterator[tuple[OwnText, OwnText, float]]:
    """Pairs of texts of two processes within one attribute that are alike above `limit`, with their similarity."""
    for attribute in framework.attributes:
        texts = [own for own in own_texts(framework) if own.attribute_id == attribute.id]
        grams = [trigrams(own.text, framework.processes) for own in texts]
        for first, second in combinations(range(len(texts)), 2):
            if texts[first].process_id == texts[second].process_id:
                continue
            shared = len(grams[first] & grams[second])
            similarity = shared / max(1, len(grams[first]) + len(grams[second]) - shared)
            if similarity > limit:
                yield texts[first], texts[second], similarity


def trigrams(text: str, processes: tuple[Process, ...]) -> frozenset[str]:
    """The character trigrams of a text without case, punctuation and the words of process names."""
    blanked = {word for process in processes for word in re.findall(r"[a-z]+", process.name.lower())}
    words = " ".join(word for word in re.findall(r"[a-z0-9']+", text.lower()) if word not in blanked)
    return frozenset(words[index : index + 3] for index in range(len(words) - 2))


def readable_texts(file: ReadFile) -> Iterator[tuple[YamlPath, str]]:
    """The texts of a file that a person reads in sentences: not ids, codes, letters or references."""

    def walk(value: object, path: YamlPath) -> Iterator[tuple[YamlPath, str]]:
        if isinstance(value, str):
            if not _UNREAD_KEYS.intersection(path):
                yield path, value
        elif isinstance(value, dict):
            for key, child in value.items():
                yield from walk(child, (*path, key))
        elif isinstance(value, list):
            for index, child in enumerate(value):
                yield from walk(child, (*path, index))

    return walk(file.values, ())


def reading_ease(text: str) -> float:
    """Flesch reading ease of a text: 100 very easy, 60 plain, 30 hard (Flesch 1948; syllables by hyphenation).

    >>> reading_ease("The cat sat on the mat.") > 100
    True
    """
    sentences = [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if sentence]
    words = re.findall(r"[A-Za-z']+", text)
    if not words:
        return 0.0
    syllables = sum(len(_SYLLABLES.positions(word)) + 1 for word in words)
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * syllables / len(words)
