"""How sure the executive page is, in five lines: who answered, who should talk, how firm, how strict, what lacks."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.domain.planning.results import FirmnessWord
from assessment.domain.rating.results import AgreementState
from assessment.views.names import process_name
from assessment.views.wording import executive as words
from assessment.views.wording.firmness import not_measured

PLACES_SHOWN = 4


def sureness(computed: Computed) -> tuple[str, ...]:
    """A line each; the first alone where no process has a level."""
    result = computed.result
    people_count = len({rating.respondent_id for rating in computed.assessment.ratings})
    verification = result.verification
    basis = words.basis(people_count, result.coverage_share, verification.verified_count, verification.rated_count)
    if not result.whole.process_count:
        return (basis,)
    return (basis, _talk(computed), _firm(computed), _bound(computed), _left_off(computed))


def _talk(computed: Computed) -> str:
    names = [
        process_name(computed.framework, process.process_id)
        for process in computed.result.processes
        if process.basis.agreement is AgreementState.TALK_FIRST
    ]
    return words.talk_first(names) if names else words.agreed_enough()


def _firm(computed: Computed) -> str:
    firmness = computed.firmness
    if firmness.word is FirmnessWord.NOT_MEASURED:
        return not_measured()
    shares = [
        (process_name(computed.framework, entry.process_id), entry.top_three_share)
        for entry in firmness.processes[:PLACES_SHOWN]
    ]
    return words.places(shares, firmness.draw_count)


def _bound(computed: Computed) -> str:
    assessed = [process for process in computed.result.processes if process.is_assessed]
    lower = [process for process in assessed if (process.bound_33020_level or 0) < (process.level.level or 0)]
    return words.bound_changes(len(lower), len(assessed))


def _left_off(computed: Computed) -> str:
    result, framework = computed.result, computed.framework
    provisional = [
        process_name(framework, process.process_id)
        for process in result.processes
        if process.is_assessed and process.basis.is_provisional
    ]
    apart_count = len(result.whole.not_assessed_ids) + len(result.whole.not_applicable_ids)
    return words.without_a_place(provisional, apart_count)
