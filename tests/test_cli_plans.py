"""`plan list`, `plan compare` and `plan drift` print what the views say, and name the plans there are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assessment.cli import main
from assessment.cli_text import view_text
from assessment.domain.computed import Computed
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings
from assessment.views.plans.comparing import plans_compared_view
from assessment.views.plans.drifting import drift_view
from assessment.views.plans.listing import plans_view
from tests.sample_folder import copy_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Computed]:
    """The sample with two saved plans, the second of which is the plan, in the database of the commands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLUMBLINE_DATA", str(tmp_path_factory.mktemp("plans")))
        patch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
        sample_id = copy_sample(read_settings().data_folder)
        plumbline = open_plumbline(read_settings())
        settings = plumbline.assessments.load(ME, sample_id).roadmap
        plumbline.plans.save(ME, sample_id, "As proposed")
        less = settings.model_copy(update={"capacity": (9, 12, 14, 10)})
        chosen = plumbline.plans.save(ME, sample_id, "Less room", settings=less)
        plumbline.plans.choose(ME, sample_id, chosen, seen_id=None)
        computed = plumbline.results.read(ME, sample_id)
        computed.roadmap  # noqa: B018 (planned before the database is closed)
        plumbline.close()
        yield computed


def printed(capsys: pytest.CaptureFixture[str], sample: Computed, action: str, *plans: str) -> str:
    capsys.readouterr()
    assert main(["plan", action, sample.assessment.header.id, *plans]) == 0
    return capsys.readouterr().out.rstrip("\n")


def test_the_list_and_the_drift_are_their_views(capsys: pytest.CaptureFixture[str], sample: Computed) -> None:
    assert printed(capsys, sample, "list") == view_text(plans_view(sample)).rstrip("\n")
    assert printed(capsys, sample, "drift") == view_text(drift_view(sample)).rstrip("\n")


def test_two_plans_are_named_by_name_by_id_or_not_at_all(capsys: pytest.CaptureFixture[str], sample: Computed) -> None:
    ids = {plan.name: plan.id for plan in sample.assessment.plans}
    expected = view_text(plans_compared_view(sample, ids["Less room"], ids["As proposed"])).rstrip("\n")
    assert printed(capsys, sample, "compare") == expected
    assert printed(capsys, sample, "compare", "less ROOM", ids["As proposed"]) == expected
    present = view_text(plans_compared_view(sample, "present", ids["Less room"])).rstrip("\n")
    assert printed(capsys, sample, "compare", "present", "Less room") == present


@pytest.mark.parametrize(
    ("plans", "reason"), [(("gone", "present"), "none is called “gone”"), (("present",), "two plans")]
)
def test_plans_that_cannot_be_compared_are_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str], sample: Computed, plans: tuple[str, ...], reason: str
) -> None:
    assert main(["plan", "compare", sample.assessment.header.id, *plans]) == 1
    said = capsys.readouterr().err
    assert reason in said
    assert "Name two of: present, “Less room” and “As proposed”." in said
