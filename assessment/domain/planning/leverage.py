"""Leverage through linkages: whose improvement helps others most (METHOD.md section 12).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| strength | weight of a linkage | share | 0 (left out) to 1 | higher binds more |
| A[j, i] | strength of j -> i over the sum of strengths into i | share | 0 to 1 | |
| g | need of a process | share | 0 to 1 | higher needs more |
| d | what remains of need at each hop | share | 0.5 | |
| raw leverage | (I - dA)^-1 d A g | share | 0 up | higher helps more |
| leverage | raw over the largest raw if every need were 1; 0 without linkages | share | 0 to 1 | higher helps more |

In words: how much of the others' unmet need lies downstream of a process, halved at each hop. Each column of A sums to
at most 1, so dA has a spectral radius of at most 0.5 and the sum always converges. The divisor knows processes and
linkages and no need: leverage can be compared between dates of one scope, and mending one process never raises
another's. Own rule, after Katz (1953).
Own rules: a linkage of a framework's own (extension) weighs like an implied one; only linkages between processes in
scope that have a level count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.content import EVERY_PROCESS, LinkageKind
from assessment.domain.authored.framework import Framework

DAMPING = 0.5
IMPLIED_STRENGTH = 0.5
FULL_STRENGTH = 1.0
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How strongly one process supplies another, 0 to 1."""

    from_process: str
    to_process: str
    strength: float


def edges_of(
    framework: Framework,
    settings: RoadmapSettings,
    process_ids: Sequence[str],
    implied_strength: float = IMPLIED_STRENGTH,
) -> tuple[Edge, ...]:
    """Every linkage that counts between some processes, with its strength; several between two processes are kept.

    Stated and interaction weigh 1, implied and extension `implied_strength`, the hub's universal ones 1;
    a strength set by hand stands before these.
    """
    members = frozenset(process_ids)
    by_hand = {link.linkage_id: link.strength for link in settings.linkages if link.strength is not None}
    strengths = linkage_strengths(framework, settings, implied_strength)
    edges = [
        Edge(from_process=linkage.from_process, to_process=linkage.to_process, strength=strengths[linkage.id])
        for linkage in framework.linkages
        if linkage.from_process in members and linkage.to_process in members
    ]
    for universal in framework.universal:
        if not universal.counts_in_leverage:
            continue
        strength = by_hand.get(universal.id, FULL_STRENGTH)
        suppliers = process_ids if universal.from_process == EVERY_PROCESS else (universal.from_process,)
        receivers = process_ids if universal.to_process == EVERY_PROCESS else (universal.to_process,)
        edges.extend(
            Edge(from_process=supplier, to_process=receiver, strength=strength)
            for supplier in suppliers
            for receiver in receivers
            if supplier != receiver and supplier in members and receiver in members
        )
    return tuple(edges)


def linkage_strengths(
    framework: Framework, settings: RoadmapSettings, implied_strength: float = IMPLIED_STRENGTH
) -> Mapping[str, float]:
    """The strength of each linkage of a framework by its id, 0 to 1; universal ones are not among them."""
    by_hand = {link.linkage_id: link.strength for link in settings.linkages if link.strength is not None}
    sure = (LinkageKind.STATED, LinkageKind.INTERACTION)
    return {
        one.id: by_hand.get(one.id, FULL_STRENGTH if one.kind in sure else implied_strength)
        for one in framework.linkages
    }


def strength_matrix(process_ids: Sequence[str], edges: Iterable[Edge]) -> Floats:
    """Strength from each process (row) to each (column); between the same two the strongest counts, none to itself."""
    place = {process_id: index for index, process_id in enumerate(process_ids)}
    matrix = np.zeros((len(place), len(place)))
    for edge in edges:
        row, column = place[edge.from_process], place[edge.to_process]
        if row != column:
            matrix[row, column] = max(matrix[row, column], edge.strength)
    return matrix


def leverage_of(strengths: Floats, needs: Floats) -> Floats:
    """Raw leverage of each process, 0 up; leading axes of both arguments are draws.

    >>> chain = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]])
    >>> leverage_of(chain, np.array([0.0, 0.0, 0.4])).tolist()
    [0.1, 0.2, 0.0]
    """
    return _downstream(strengths, needs[..., None])[..., 0]


def leverage_share_of(strengths: Floats, needs: Floats) -> Floats:
    """Leverage of each process, 0 (nobody's need lies downstream) to 1; leading axes of both arguments are draws.

    Raw leverage over the largest entry that the same linkages would give if every need were 1.

    >>> pair = np.array([[0.0, 1.0], [0.0, 0.0]])
    >>> leverage_share_of(pair, np.array([0.0, 0.4])).tolist(), leverage_share_of(pair * 0, np.ones(2)).tolist()
    ([0.4, 0.0], [0.0, 0.0])
    """
    both = _downstream(strengths, np.stack([needs, np.ones_like(needs)], axis=-1))
    largest = both[..., 1].max(axis=-1, keepdims=True, initial=0.0)
    shares: Floats = np.divide(both[..., 0], largest, out=np.zeros_like(needs), where=largest > 0)
    return shares


def _downstream(strengths: Floats, needs: Floats) -> Floats:
    """The need downstream of each process, for each column of needs."""
    incoming = strengths.sum(axis=-2, keepdims=True)
    passed = DAMPING * np.divide(strengths, incoming, out=np.zeros_like(strengths), where=incoming > 0)
    raw: Floats = np.linalg.solve(np.eye(strengths.shape[-1]) - passed, passed @ needs)
    return np.maximum(raw, 0.0)


def leverage_shares(framework: Framework, settings: RoadmapSettings, needs: Mapping[str, float]) -> Mapping[str, float]:
    """Leverage of each process by id, 0 to 1, from the needs of the processes that take part."""
    process_ids = tuple(needs)
    if not process_ids:
        return {}
    strengths = strength_matrix(process_ids, edges_of(framework, settings, process_ids))
    shares = leverage_share_of(strengths, np.array([needs[process_id] for process_id in process_ids]))
    return dict(zip(process_ids, shares.tolist(), strict=True))


def hard_linkage_ids(framework: Framework, settings: RoadmapSettings) -> frozenset[str]:
    """Ids of the linkages that bind the roadmap.

    Hard by default is what the framework says; a user can bind or free any linkage. Universal ones never bind.
    """
    by_hand = {link.linkage_id: link.is_hard for link in settings.linkages if link.is_hard is not None}
    return frozenset(linkage.id for linkage in framework.linkages if by_hand.get(linkage.id, linkage.is_hard))


def hard_linkages(
    framework: Framework, settings: RoadmapSettings, process_ids: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """Pairs (supplier, receiver) bound by a hard linkage, among some processes, without repetition."""
    members = frozenset(process_ids)
    hard_ids = hard_linkage_ids(framework, settings)
    pairs = (
        (linkage.from_process, linkage.to_process)
        for linkage in framework.linkages
        if linkage.id in hard_ids
        and linkage.from_process in members
        and linkage.to_process in members
        and linkage.from_process != linkage.to_process
    )
    return tuple(dict.fromkeys(pairs))
