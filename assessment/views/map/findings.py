"""What the map finds in each of its colourings, as one sentence."""

from __future__ import annotations

from assessment.domain.authored.hub import hub_of
from assessment.domain.computed import Computed
from assessment.domain.rating.results import AgreementState, Confidence
from assessment.views.map.colouring import Colour
from assessment.views.names import process_name
from assessment.views.priorities import FIRST_COUNT, wanting
from assessment.views.wording import heatmap as heatmap_words
from assessment.views.wording import levels as level_words
from assessment.views.wording import priorities as priority_words
from assessment.views.wording import process_map as words


def map_finding(computed: Computed, colour: Colour) -> str:
    """The finding of a colouring; that no process has a level where none has."""
    whole = computed.result.whole
    if not whole.process_count:
        return level_words.NO_LEVEL
    match colour:
        case Colour.LEVEL:
            return _level(computed)
        case Colour.GAP:
            return _gap(computed)
        case Colour.PRIORITY:
            first = [process_name(computed.framework, entry.process_id) for entry in wanting(computed)[:FIRST_COUNT]]
            return priority_words.come_first(first) if first else priority_words.none_below()
        case Colour.PAIN:
            return _pain(computed)
        case Colour.AGREEMENT:
            return _agreement(computed)
        case Colour.CONFIDENCE:
            found = [one for one in computed.result.processes if one.is_assessed]
            low = sum(one.basis.confidence is Confidence.LOW for one in found)
            return words.low_confidence(low, len(found))


def _level(computed: Computed) -> str:
    """Where the hub stands, on which the others stand; where there is none, or no level of it, the lowest groups."""
    framework = computed.framework
    by_group: dict[str, list[int]] = {}
    for process in computed.result.processes:
        if process.level.level is not None:
            by_group.setdefault(framework.group_by_process[process.process_id].id, []).append(process.level.level)
    hub = hub_of(framework)
    if hub is not None and hub.id in by_group:
        return words.hub_stands(hub.name, min(by_group[hub.id]), max(by_group[hub.id]))
    lowest = min(level for levels in by_group.values() for level in levels)
    names = [group.name for group in framework.groups if lowest in by_group.get(group.id, [])]
    return words.lowest_level(names, lowest)


def _gap(computed: Computed) -> str:
    below = [gap for one in computed.result.processes if (gap := one.target.level_gap or 0) > 0]
    return heatmap_words.below_in_all(len(below), sum(below)) if below else level_words.none_below()


def _pain(computed: Computed) -> str:
    """Where it hurts most; what was assumed from others is no place where it hurts."""
    said = [entry for entry in computed.result.priorities if entry.pain and not entry.pain_is_assumed]
    if not said:
        return words.nothing_hurts()
    most = max(entry.pain or 0 for entry in said)
    ids = {entry.process_id for entry in said if entry.pain == most}
    return words.hurts_most([one.name for one in computed.framework.processes if one.id in ids], most)


def _agreement(computed: Computed) -> str:
    found = [one for one in computed.result.processes if one.is_assessed]
    names = [
        process_name(computed.framework, one.process_id)
        for one in found
        if one.basis.agreement is AgreementState.TALK_FIRST
    ]
    return words.talk_first(names, len(found))
