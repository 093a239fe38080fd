"""A portfolio holds what its reader may see, made once for each state and kept; a benchmark is kept for everybody."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.authored.framework import Depth
from assessment.domain.computed import METHOD_VERSION
from assessment.domain.portfolio.figures import unit_figures
from assessment.errors import Conflict, InvalidInput, NotAvailable
from assessment.services import portfolio as portfolio_module
from assessment.services.assessments import HeaderChange, NewAssessment
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from tests.builders import rated
from tests.services.access import somebody
from tests.services.conftest import counted, remove_for_good
from tests.services.places import A_BENCHMARK

DELIVERY = tuple(f"planning.deliver-{number}" for number in (1, 2, 3))
ITEM = DELIVERY[0]


def begun(plumbline: Plumbline, unit: str, organisation: str = "Invented Ltd") -> str:
    new = NewAssessment(
        name=f"Round of {unit}",
        organisation=organisation,
        unit=unit,
        assessed_on=date(2026, 1, 15),
        framework_id="tiny",
        depth=Depth.FULL,
    )
    assessment_id = plumbline.assessments.create(ME, new)
    plumbline.setup.save(ME, assessment_id, Respondent(id="r1", role=Role.PRACTITIONER, name="Somebody Secret"))
    return assessment_id


def answered(plumbline: Plumbline, assessment_id: str, code: int) -> None:
    for item in DELIVERY:
        plumbline.answering.save(ME, assessment_id, rated(item, code))


def organisation_id(plumbline: Plumbline, name: str = "Invented Ltd") -> str:
    return next(one.id for one in plumbline.portfolio.organisations(ME) if one.name == name)


def test_a_line_says_what_the_results_say_and_nobodys_name(plumbline: Plumbline) -> None:
    first, second = begun(plumbline, "Sales"), begun(plumbline, "Claims")
    plumbline.answering.save(ME, first, rated(ITEM, 3))
    portfolio = plumbline.portfolio.read(ME, organisation_id(plumbline))
    assert [line.unit for line in portfolio.units] == ["Claims", "Sales"]
    for assessment_id in (first, second):
        computed = plumbline.results.compute(ME, assessment_id)
        assert portfolio.unit(assessment_id).figures == unit_figures(computed)
    assert "Secret" not in repr(portfolio)
    assert portfolio.organisation == "Invented Ltd"


def test_figures_are_kept_beside_each_state_and_a_restart_makes_none_again(
    plumbline: Plumbline, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = begun(plumbline, "Sales"), begun(plumbline, "Claims")
    chosen = organisation_id(plumbline)
    assert plumbline.portfolio.prepare(ME, chosen, 0).left_count == 2
    assert plumbline.portfolio.prepare(ME, chosen, 1).left_count == 1
    before = plumbline.portfolio.read(ME, chosen)
    assert plumbline.portfolio.prepare(ME, chosen, 5).left_count == 0
    plumbline.close()
    again = open_plumbline(settings)
    calls = counted(monkeypatch, (portfolio_module, "unit_figures"))
    assert again.portfolio.read(ME, chosen) == before
    assert not calls
    again.answering.save(ME, first, rated(ITEM, 3))
    after = again.portfolio.read(ME, chosen)
    assert calls["unit_figures"] == 1
    assert after.hash != before.hash
    monkeypatch.setattr(portfolio_module, "METHOD_VERSION", METHOD_VERSION + 1)
    again.portfolio.read(ME, chosen)
    assert calls["unit_figures"] == 3
    again.close()


def test_a_reader_sees_what_they_were_given_and_medians_of_that_alone(plumbline: Plumbline) -> None:
    ids = [begun(plumbline, unit) for unit in ("Sales", "Claims", "Payments")]
    begun(plumbline, "Theirs", "Foreign Ltd")
    for place, assessment_id in enumerate(ids):
        answered(plumbline, assessment_id, 5 if place else 0)
    reads = [Scope(role=AccessRole.READER, assessment_id=one) for one in ids[:2]]
    reader = somebody(plumbline, *reads)
    (organisation,) = plumbline.portfolio.organisations(reader)
    assert (organisation.name, organisation.unit_count) == ("Invented Ltd", 2)
    mine = plumbline.portfolio.read(reader, organisation.id)
    assert {line.assessment_id for line in mine.units} == set(ids[:2])
    whole = plumbline.portfolio.read(ME, organisation.id)
    planning, other = mine.processes[0].spread, whole.processes[0].spread
    assert planning is not None
    assert other is not None
    assert (planning.count, other.count) == (2, 3)
    for call in (plumbline.portfolio.read, plumbline.portfolio.benchmark):
        with pytest.raises(NotAvailable):
            call(reader, organisation_id(plumbline, "Foreign Ltd"))


def test_letters_stay_with_their_unit_whoever_looks_and_whatever_comes_or_goes(plumbline: Plumbline) -> None:
    ids = [begun(plumbline, unit) for unit in ("Sales", "Claims", "Payments")]
    chosen = organisation_id(plumbline)
    reader = somebody(plumbline, Scope(role=AccessRole.READER, assessment_id=ids[1]))
    seen = plumbline.portfolio.read(reader, chosen, is_lettered=True)
    numbers = {line.assessment_id: line.number for line in plumbline.portfolio.read(ME, chosen).units}
    in_order = sorted(ids, key=lambda one: hashlib.sha256(one.encode()).hexdigest())
    assert numbers == {one: number for number, one in enumerate(in_order, start=1)}
    assert [line.assessment_id for line in seen.units] == ["ABC"[numbers[ids[1]] - 1]]
    last = max(numbers, key=lambda one: numbers[one])
    kept = [one for one in ids if one != last]
    remove_for_good(plumbline, last)
    begun(plumbline, "Another")
    later = {line.assessment_id: line.number for line in plumbline.portfolio.read(ME, chosen).units}
    assert {one: later[one] for one in kept} == {one: numbers[one] for one in kept}
    assert sorted(later.values())[-1] == 4


def test_a_benchmark_is_kept_replaced_and_journaled_without_its_words(plumbline: Plumbline) -> None:
    answered(plumbline, begun(plumbline, "Sales"), 3)
    chosen = organisation_id(plumbline)
    version = plumbline.portfolio.put_benchmark(ME, chosen, A_BENCHMARK, "others.csv", expected_version=0)
    stored = plumbline.portfolio.benchmark(ME, chosen)
    assert stored is not None
    assert stored.version == version
    assert stored.benchmark.lines[0].median == 2
    portfolio = plumbline.portfolio.read(ME, chosen)
    assert portfolio.benchmark == stored.benchmark
    assert portfolio.processes[0].benchmark == stored.benchmark.lines[0]
    changed = A_BENCHMARK.replace(b",2,1,3,", b",2.5,1,3,")
    with pytest.raises(Conflict) as caught:
        plumbline.portfolio.put_benchmark(ME, chosen, changed, "mine.csv", expected_version=0)
    assert caught.value.theirs.startswith("others.csv: 1 process")
    newer = plumbline.portfolio.put_benchmark(ME, chosen, changed, "mine.csv", expected_version=version)
    assert newer > version
    with pytest.raises(Conflict):
        plumbline.portfolio.remove_benchmark(ME, chosen, expected_version=version)
    plumbline.portfolio.remove_benchmark(ME, chosen, expected_version=newer)
    assert plumbline.portfolio.benchmark(ME, chosen) is None
    again = plumbline.portfolio.put_benchmark(ME, chosen, A_BENCHMARK, "others.csv", expected_version=0)
    assert again > newer
    entries = [one for one in plumbline.journal.read_all(ME, limit=50).entries if one.noun == "benchmark"]
    assert len(entries) == 4
    assert "Invented survey" not in repr(entries)
    assert "others.csv" not in repr(entries)


def test_a_file_with_a_fault_changes_nothing(plumbline: Plumbline) -> None:
    begun(plumbline, "Sales")
    chosen = organisation_id(plumbline)
    plumbline.portfolio.put_benchmark(ME, chosen, A_BENCHMARK, "others.csv")
    with pytest.raises(InvalidInput, match="line 2: no unit has a process 'sleeping'"):
        plumbline.portfolio.put_benchmark(ME, chosen, A_BENCHMARK.replace(b"planning", b"sleeping"), "bad.csv")
    stored = plumbline.portfolio.benchmark(ME, chosen)
    assert stored is not None
    assert stored.benchmark.file_name == "others.csv"


def test_a_benchmark_goes_with_an_organisation_that_is_merged_unless_the_other_has_one(plumbline: Plumbline) -> None:
    begun(plumbline, "Sales", "Invented Limited")
    begun(plumbline, "Claims")
    old, kept = organisation_id(plumbline, "Invented Limited"), organisation_id(plumbline)
    plumbline.portfolio.put_benchmark(ME, old, A_BENCHMARK, "old.csv")
    plumbline.organisations.merge(ME, old, kept)
    stored = plumbline.portfolio.benchmark(ME, kept)
    assert stored is not None
    assert stored.benchmark.file_name == "old.csv"
    assert len(plumbline.portfolio.read(ME, kept).units) == 2
    begun(plumbline, "Third", "Third Ltd")
    third = organisation_id(plumbline, "Third Ltd")
    plumbline.portfolio.put_benchmark(ME, third, A_BENCHMARK, "third.csv")
    plumbline.organisations.merge(ME, third, kept)
    stored = plumbline.portfolio.benchmark(ME, kept)
    assert stored is not None
    assert stored.benchmark.file_name == "old.csv"


def test_what_lies_in_the_bin_is_in_no_portfolio(plumbline: Plumbline) -> None:
    first, second = begun(plumbline, "Sales"), begun(plumbline, "Claims")
    chosen = organisation_id(plumbline)
    plumbline.portfolio.read(ME, chosen)
    plumbline.assessments.remove(ME, first)
    assert [line.assessment_id for line in plumbline.portfolio.read(ME, chosen).units] == [second]


def test_one_that_cannot_be_computed_hides_no_other(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = begun(plumbline, "Sales"), begun(plumbline, "Claims")
    compute: Callable[[str], object] = plumbline.portfolio._computing.compute_state

    def failing(assessment_id: str) -> object:
        if assessment_id == first:
            raise NotAvailable("This framework")
        return compute(assessment_id)

    monkeypatch.setattr(plumbline.portfolio._computing, "compute_state", failing)
    portfolio = plumbline.portfolio.read(ME, organisation_id(plumbline))
    assert portfolio.unit(first).figures is None
    assert portfolio.unit(second).figures is not None
    assert portfolio.bars[first].value == "not-computed"


def test_a_unit_that_moves_to_another_organisation_is_in_that_portfolio(plumbline: Plumbline) -> None:
    first, second = begun(plumbline, "Sales"), begun(plumbline, "Claims")
    chosen = organisation_id(plumbline)
    plumbline.portfolio.read(ME, chosen)
    plumbline.assessments.update_header(ME, first, HeaderChange(organisation="Elsewhere Ltd"))
    assert [line.assessment_id for line in plumbline.portfolio.read(ME, chosen).units] == [second]
    elsewhere = plumbline.portfolio.read(ME, organisation_id(plumbline, "Elsewhere Ltd"))
    assert [(line.assessment_id, line.number) for line in elsewhere.units] == [(first, 1)]
