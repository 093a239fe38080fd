"""What each of two assessments is: name, date, people, and the rules its levels came about by."""

from __future__ import annotations

from collections.abc import Callable

from assessment.domain.comparing.results import Comparison, Side
from assessment.views.comparison.naming import Naming
from assessment.views.model import Cell, Column, Row, Table
from assessment.views.report import SHORT_HASH_LENGTH
from assessment.views.wording.comparison import since as words
from assessment.views.wording.numbers import NO_VALUE, bound_text, long_date, share_text, whole_text
from assessment.views.wording.terms import DEPTHS, STATES

TABLE_ID = "since-sides"


def sides_table(comparison: Comparison, naming: Naming) -> Table:
    """A row a fact, both sides beside each other."""
    before, after = (_facts(side, naming) for side in (comparison.before, comparison.after))
    return Table(
        id=TABLE_ID,
        title=words.SIDES_TITLE,
        columns=(
            Column(id="what", name=words.WHAT_COLUMN, width=24),
            Column(id="before", name=words.BEFORE_COLUMN, width=38),
            Column(id="now", name=words.NOW_COLUMN, width=38),
        ),
        rows=tuple(
            Row(id=fact_id, cells=(Cell(text=label), was, now))
            for (fact_id, label, was), (_, _, now) in zip(before, after, strict=True)
        ),
        empty="",
        notes=(words.matched(comparison.is_matched), *_content(comparison)),
    )


def _facts(side: Side, naming: Naming) -> tuple[tuple[str, str, Cell], ...]:
    frameworks = (naming.framework, naming.before_framework)
    name = next((one.name for one in frameworks if one.id == side.framework_id), side.framework_id)
    verification = side.verification
    verified = words.of_processes(verification.verified_count, verification.rated_count)
    return (
        ("name", words.NAME, Cell(text=side.name, value=side.assessment_id)),
        ("date", words.DATE, Cell(text=long_date(side.assessed_on), value=side.assessed_on.isoformat())),
        ("unit", words.UNIT, Cell(text=side.unit or NO_VALUE)),
        ("state", words.STATE, Cell(text=STATES[side.state], value=side.state.value)),
        ("people", words.PEOPLE, Cell(text=whole_text(side.respondent_count), value=side.respondent_count)),
        ("coverage", words.COVERAGE, Cell(text=share_text(side.coverage_share), value=side.coverage_share)),
        ("verified", words.VERIFIED, Cell(text=verified, value=verification.verified_count)),
        ("version", words.VERSION, Cell(text=words.framework(name, side.framework_version))),
        ("depth", words.DEPTH, Cell(text=DEPTHS[side.depth], value=side.depth.value)),
        ("bound", words.BOUND, Cell(text=bound_text(side.carry_percent), value=side.carry_percent)),
        ("floor", words.FLOOR, Cell(text=whole_text(side.anonymity_floor), value=side.anonymity_floor)),
        ("hash", words.SNAPSHOT, Cell(text=side.snapshot_hash[:SHORT_HASH_LENGTH], value=side.snapshot_hash)),
    )


def _content(comparison: Comparison) -> tuple[str, ...]:
    """What is asked otherwise, where the two answer different content."""
    items = comparison.items
    said: tuple[tuple[Callable[[list[str]], str], list[str]], ...] = (
        (words.questions_new, [one.name for one in items.new]),
        (words.questions_gone, [one.name for one in items.gone]),
        (words.questions_moved, [one.name for one in items.moved]),
        (words.questions_reworded, [one.name for one in items.reworded]),
    )
    return tuple(sentence(names) for sentence, names in said if names)
