"""The findings once more, straight from the entries: every process, person and pair is looked at, one by one.

Nothing here is shared with the product but the entries themselves; levels and scores are worked out anew from the one
code of each attribute, by sections 5 and 6 of the method.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from tests.builders import ATTRIBUTES

Codes = Mapping[tuple[str, str], int]
BY_LEVEL = {level: [own for own, _, at, _ in ATTRIBUTES if at == level] for level in range(1, 6)}


class Reckoned:
    """One organisation, looked at by hand."""

    def __init__(self, framework: Framework, assessment: Assessment, codes: Codes) -> None:
        self.framework, self.assessment, self.codes = framework, assessment, codes
        self.scope = assessment.scope
        self.owners = {one.process_id: one for one in assessment.owners}
        self.tools = {one.process_id: one for one in assessment.technology}
        self.rated = {
            one.linkage_id: one.answer.code for one in assessment.linkage_ratings if one.answer.code is not None
        }

    def is_assessed(self, process: str) -> bool:
        return any((process, own) in self.codes for own, *_ in ATTRIBUTES)

    def percent(self, process: str, attribute: str) -> int:
        return 20 * self.codes.get((process, attribute), 0)

    def level(self, process: str) -> int:
        level = 0
        for n in range(1, 6):
            below = [own for at in range(1, n) for own in BY_LEVEL[at]]
            if all(self.percent(process, own) > 50 for own in BY_LEVEL[n]) and all(
                self.percent(process, own) > 67.5 for own in below
            ):
                level = n
        return level

    def score(self, process: str) -> float:
        level = self.level(process)
        if level == 5:
            return 5.0
        parts = [min(1.0, max(0.0, (self.percent(process, own) - 50) / 17.5)) for own in BY_LEVEL.get(level, [])]
        parts += [min(1.0, self.percent(process, own) / 50) for own in BY_LEVEL[level + 1]]
        return level + min(0.99, sum(parts) / len(parts))

    def target(self, process: str) -> int:
        return next((one.level for one in self.assessment.targets if one.process_id == process), 3)

    def need(self, process: str) -> float:
        if not self.is_assessed(process):
            return 0.0
        return max(0.0, self.target(process) - self.score(process)) / 5

    def is_below(self, process: str) -> bool:
        return self.is_assessed(process) and self.level(process) < self.target(process)

    def is_weak(self, process: str, attribute: str) -> bool:
        """Rated, and below L."""
        return self.codes.get((process, attribute), 5) <= 2

    def without_owner(self) -> set[str]:
        return {own for own in self.scope if own not in self.owners or not self.owners[own].name}

    def too_many(self) -> set[frozenset[str]]:
        found = set()
        for own in self.scope:
            name = self.owners[own].name if own in self.owners else None
            if name is None:
                continue
            same = {
                other
                for other in self.scope
                if other in self.owners and (self.owners[other].name or "").lower().split() == name.lower().split()
            }
            if len(same) >= 4:
                found.add(frozenset(same))
        return found

    def authority_ends(self) -> set[str]:
        return {
            own
            for own in self.scope
            if own in self.owners
            and self.owners[own].name
            and str(self.owners[own].authority) in ("no", "partly")
            and self.target(own) >= 3
            and self.is_below(own)
        }

    def stopped(self, first_wave: set[tuple[str, int]]) -> set[tuple[str, int, frozenset[str]]]:
        found = set()
        for process, to_level in first_wave:
            denied = {
                one.question_id
                for one in self.assessment.readiness
                if one.process_id == process and one.state.value == "no"
            }
            if denied:
                found.add((process, to_level, frozenset(denied)))
        return found

    def ways(self) -> dict[str, tuple[int, bool, frozenset[str]]]:
        far = {
            one.transition_id: one.to_be - one.as_is
            for one in self.assessment.transitions
            if one.as_is is not None and one.to_be is not None and one.to_be > one.as_is
        }
        carriers = {
            one.id: frozenset(own.process for own in one.carriers if own.process in self.scope)
            for one in self.framework.transitions
        }
        return {own: (way, way == max(far.values()), carriers[own]) for own, way in far.items()}

    def strength(self, linkage: str, kind: str) -> float:
        for one in self.assessment.roadmap.linkages:
            if one.linkage_id == linkage and one.strength is not None:
                return one.strength
        return 1.0 if kind in ("stated", "interaction") else 0.5

    def unconnected(self) -> dict[frozenset[str], tuple[float, frozenset[str], frozenset[str]]]:
        """By pair: what it pays, its broken hand-offs, and who waits."""
        found = {}
        for one, other in combinations(self.scope, 2):
            between = [two for two in self.framework.linkages if {two.from_process, two.to_process} == {one, other}]
            worth = 0.0
            for linkage in between:
                broken = 2 if self.rated.get(linkage.id, 5) < 3 else 1
                worth += self.strength(linkage.id, linkage.kind.value) * (self.need(one) + self.need(other)) * broken
            if worth > 0 and self.is_apart(one, other):
                broken_ids = frozenset(two.id for two in between if self.rated.get(two.id, 5) < 3)
                found[frozenset((one, other))] = (worth, broken_ids, self.waiting({one, other}))
        return found

    def waiting(self, pair: set[str]) -> frozenset[str]:
        return frozenset(
            own
            for own in self.scope
            if own not in pair
            and self.need(own) > 0
            and any(
                two.from_process in pair and two.to_process == own and self.strength(two.id, two.kind.value) > 0
                for two in self.framework.linkages
            )
        )

    def is_apart(self, one: str, other: str) -> bool:
        """Whether it is known that their tools exchange no data."""
        first, second = self.tools.get(one), self.tools.get(other)
        codes = [tool.as_is for tool in (first, second) if tool is not None and tool.as_is is not None]
        if first and second and first.tool and second.tool and len(codes) == 2:
            same = first.tool.lower().strip() == second.tool.lower().strip()
            if same and codes[0] >= 2 and codes[1] >= 2:
                return False
        return any(code in (0, 1, 2, 3) for code in codes)

    def without_process(self) -> set[str]:
        found = set()
        for own in self.scope:
            tool = self.tools.get(own)
            if tool is None or tool.to_be is None or tool.to_be in (0, 1) or not self.is_weak(own, "definition"):
                continue
            if tool.as_is is None or tool.as_is < tool.to_be:
                found.add(own)
        return found

    def broken_of(self, process: str) -> frozenset[str]:
        return frozenset(
            two.id
            for two in self.framework.linkages
            if process in (two.from_process, two.to_process)
            and {two.from_process, two.to_process} <= set(self.scope)
            and self.rated.get(two.id, 5) < 3
        )

    def held_by_nobody(self) -> dict[str, tuple[frozenset[str], frozenset[str], bool]]:
        found = {}
        for one in self.assessment.sourcing:
            if one.process_id not in self.scope or one.mode_id == "in-house":
                continue
            weak = frozenset(own for own in ("measurement", "control") if self.is_weak(one.process_id, own))
            broken, written = self.broken_of(one.process_id), one.interface is not None
            if weak or broken or not written:
                found[one.process_id] = (weak, broken, written)
        return found

    def movable(self) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        """By process: what does not hold, and what is not known."""
        found = {}
        for one in self.assessment.sourcing:
            own = one.process_id
            if own not in self.scope or one.candidate.value == "none":
                continue
            asked = ["definition"] + (["measurement", "control"] if one.candidate.value == "outsource" else [])
            missing = {name for name in asked if self.is_weak(own, name)}
            unknown = {name for name in asked if (own, name) not in self.codes}
            missing |= {"owner"} if own in self.without_owner() else set()
            missing |= {"interface"} if one.interface is None else set()
            touching = [
                two
                for two in self.framework.linkages
                if own in (two.from_process, two.to_process) and {two.from_process, two.to_process} <= set(self.scope)
            ]
            if self.broken_of(own):
                missing.add("hand-offs")
            elif not any(two.id in self.rated for two in touching):
                unknown.add("hand-offs")
            found[own] = (frozenset(missing), frozenset(unknown))
        return found
