"""Which tools to connect first, and which tools wait for a process to run them.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| strength | weight of a linkage as leverage has it (METHOD.md section 12) | share | 0 to 1 | higher binds more |
| worth | sum over the linkages between two: strength times the need of both, twice where broken | | 0 up | pays more |

Own rules: two processes exchange data where the tools of both do (point 4 of the scale, or better), or where both name
the same tool and it was made for a process (point 2 or better). Below that at either end they do not; where the other
end is not recorded and this one does exchange, it is unknown and nothing follows. Universal linkages are left out: what
goes to everybody needs no connection of its own. A pair without need at either end is none. Others wait for a pair
that are in need and that either of the two supplies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.organisation import Technology
from assessment.domain.authored.content import Linkage
from assessment.domain.authored.framework import Framework
from assessment.domain.findings.conditions import DEFINITION, attribute_of, is_below_l
from assessment.domain.findings.owners import same_name
from assessment.domain.findings.results import TechnologyFindings, ToolWithoutProcess, Unconnected
from assessment.domain.planning.leverage import linkage_strengths
from assessment.domain.rating.hand_offs import BROKEN_BELOW_CODE, linkage_codes, linkages_in_scope
from assessment.domain.rating.results import AssessmentResult

EXCHANGES_CODE = 4
"""From here on the scale of integration says that a tool exchanges data with others."""
OWN_TOOL_CODE = 2
"""From here on it says that a tool was made for the process."""
BROKEN_FACTOR = 2.0
_Pair = tuple[str, str]


def technology_findings(framework: Framework, assessment: Assessment, result: AssessmentResult) -> TechnologyFindings:
    """What follows from the tools that are recorded."""
    unconnected = _Pairs(framework, assessment, result).unconnected()
    return TechnologyFindings(
        unconnected=tuple(sorted(unconnected, key=lambda one: (-round(one.worth, 9), -len(one.waiting_ids)))),
        without_process=tuple(_without_process(framework, assessment, result)),
    )


class _Pairs:
    """The linkages in scope with their strength, state and the need at both ends."""

    def __init__(self, framework: Framework, assessment: Assessment, result: AssessmentResult) -> None:
        self._order = {process_id: place for place, process_id in enumerate(assessment.scope)}
        self._linkages = linkages_in_scope(framework, assessment)
        self._strengths = linkage_strengths(framework, assessment.roadmap)
        self._codes = linkage_codes(framework, assessment)
        self._tools = {one.process_id: one for one in assessment.technology}
        self._needs = {one.process_id: one.target.need_share if one.is_assessed else 0.0 for one in result.processes}

    def unconnected(self) -> Iterator[Unconnected]:
        """The pairs whose tools do not exchange data, in the model's order."""
        between = sorted(self._linkages, key=self._places)
        for pair, linkages in groupby(between, key=self._pair):
            if pair[0] != pair[1] and exchange_data(*(self._tools.get(end) for end in pair)) is False:
                yield from self._found(pair, tuple(linkages))

    def _pair(self, linkage: Linkage) -> _Pair:
        first, second = sorted((linkage.from_process, linkage.to_process), key=self._order.__getitem__)
        return first, second

    def _places(self, linkage: Linkage) -> tuple[int, int]:
        first, second = self._pair(linkage)
        return self._order[first], self._order[second]

    def _found(self, pair: _Pair, linkages: tuple[Linkage, ...]) -> Iterator[Unconnected]:
        need = sum(self._needs.get(end, 0.0) for end in pair)
        broken = tuple(one.id for one in linkages if self._is_broken(one))
        worth = sum(
            self._strengths[one.id] * need * (BROKEN_FACTOR if self._is_broken(one) else 1.0) for one in linkages
        )
        if worth <= 0:
            return
        first, second = (None if (tool := self._tools.get(end)) is None else tool.as_is for end in pair)
        yield Unconnected(
            id=f"connect.{pair[0]}.{pair[1]}",
            process_ids=pair,
            first_id=pair[0],
            second_id=pair[1],
            first_code=first,
            second_code=second,
            linkage_ids=tuple(one.id for one in linkages),
            broken_ids=broken,
            strength=max(self._strengths[one.id] for one in linkages),
            need_share=need,
            worth=worth,
            waiting_ids=self._waiting(pair),
        )

    def _is_broken(self, linkage: Linkage) -> bool:
        return self._codes.get(linkage.id, BROKEN_BELOW_CODE) < BROKEN_BELOW_CODE

    def _waiting(self, pair: _Pair) -> tuple[str, ...]:
        supplied = {
            one.to_process
            for one in self._linkages
            if one.from_process in pair and one.to_process not in pair and self._strengths[one.id] > 0
        }
        return tuple(own for own in self._order if own in supplied and self._needs.get(own, 0.0) > 0)


def exchange_data(first: Technology | None, second: Technology | None) -> bool | None:
    """Whether the tools of two processes exchange data; None where that is not known."""
    codes = [None if one is None else one.as_is for one in (first, second)]
    known = [code for code in codes if code is not None]
    if len(known) == 2 and min(known) >= OWN_TOOL_CODE and _is_one_tool(first, second):
        return True
    if any(code < EXCHANGES_CODE for code in known):
        return False
    return True if len(known) == 2 else None


def _is_one_tool(first: Technology | None, second: Technology | None) -> bool:
    if first is None or second is None or first.tool is None or second.tool is None:
        return False
    return same_name(first.tool) == same_name(second.tool)


def _without_process(
    framework: Framework, assessment: Assessment, result: AssessmentResult
) -> Iterator[ToolWithoutProcess]:
    definition = attribute_of(framework, DEFINITION)
    tools: Mapping[str, Technology] = {one.process_id: one for one in assessment.technology}
    for process in result.processes:
        tool = tools.get(process.process_id)
        if definition is None or tool is None or not _is_wanted(tool) or not is_below_l(process, definition):
            continue
        yield ToolWithoutProcess(
            id=f"tool-without-process.{process.process_id}",
            process_ids=(process.process_id,),
            process_id=process.process_id,
            as_is_code=tool.as_is,
            to_be_code=tool.to_be or 0,
            definition_percent=process.attribute(definition).percent or 0.0,
        )


def _is_wanted(tool: Technology) -> bool:
    """Whether a tool made for the process is to come, or to do more than it does."""
    if tool.to_be is None or tool.to_be < OWN_TOOL_CODE:
        return False
    return tool.as_is is None or tool.to_be > tool.as_is
