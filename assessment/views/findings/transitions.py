"""The findings on transitions in words."""

from __future__ import annotations

from assessment.domain.authored.transition import Transition
from assessment.domain.computed import Computed
from assessment.domain.findings.results import WayToGo
from assessment.domain.findings.transitions import transition_findings
from assessment.views.findings.line import FindingLine
from assessment.views.names import process_name
from assessment.views.wording.findings import transitions as words
from assessment.views.wording.organisation import from_to


def transition_lines(computed: Computed) -> tuple[FindingLine, ...]:
    """Every transition that is to go further, the longest way first."""
    transitions = {one.id: one for one in computed.framework.transitions}
    found = transition_findings(computed.framework, computed.assessment, computed.result)
    return tuple(_line(computed, one, transitions[one.transition_id]) for one in found)


def _line(computed: Computed, one: WayToGo, transition: Transition) -> FindingLine:
    carriers = [
        words.carrier(process_name(computed.framework, own.process_id), own.level, own.target_level)
        for own in one.carriers
    ]
    below = [process_name(computed.framework, own.process_id) for own in one.carriers if own.is_below]
    basis = f"{words.carried_by(carriers)} {words.levels_below(len(below), len(carriers))}"
    return FindingLine(
        finding=one,
        text=words.way(from_to(transition.from_name, transition.to_name), one.distance, is_furthest=one.is_furthest),
        basis=basis if carriers else words.NO_CARRIER,
        action=words.begin_with(below, transition.to_name) if below else words.agree_signs(transition.to_name),
    )
