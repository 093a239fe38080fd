"""One check names the faults of all files, and a fault in one file causes no finding in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.catalogue import check_framework, load_framework
from assessment.catalogue.archive import check_archive, packed
from assessment.catalogue.loading import HEADER_FILE, OTHER_FILES
from assessment.errors import Finding, FrameworkInvalid
from tests.catalogue.folders import Values, change, replace, write_folder

PLANNING = "processes/planning.yaml"
BUILDING = "processes/building.yaml"
RELEASING = "processes/releasing.yaml"
GLOSSARY = "glossary.yaml"
LINKAGES = "linkages.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound framework whose other files name the process 'planning' and its items in every way there is."""
    folder = write_folder(tmp_path)

    def refer(values: Values) -> None:
        values["activities"][0]["overlaps"] = ["planning.deliver-1", "planning.control"]
        values["confused_with"] = [{"process_id": "planning", "difference": "It comes first."}]

    change(folder, BUILDING, refer)
    assert check_framework(folder) == ()
    assert "planning" in (folder / "scenarios.yaml").read_text()
    assert "planning" in (folder / LINKAGES).read_text()
    return folder


def line_of(folder: Path, name: str, text: str) -> int:
    return (folder / name).read_text().splitlines().index(text) + 1


def double_a_term(folder: Path) -> None:
    change(folder, GLOSSARY, lambda values: values["terms"].append({"term": "Step", "meaning": "Again."}))


def wrong_effort(values: Values) -> None:
    rest = {"text": "Do it.", "deliverable": "D.", "owner_role": "R", "evidence": "E."}
    values["attributes"] = [{"attribute": "control", "actions": [{"to": "P-", "effort": "XL", **rest}]}]


def places(findings: tuple[Finding, ...]) -> list[tuple[str, int | None]]:
    return [(finding.file, finding.line) for finding in findings]


def plant_three(folder: Path) -> list[tuple[str, int | None]]:
    change(folder, PLANNING, wrong_effort)
    change(folder, LINKAGES, lambda values: values["linkages"][0].update(to_process="nowhere"))
    double_a_term(folder)
    return [
        (GLOSSARY, line_of(folder, GLOSSARY, "- term: Step")),
        (LINKAGES, line_of(folder, LINKAGES, "  to_process: nowhere")),
        (PLANNING, line_of(folder, PLANNING, "    effort: XL")),
    ]


def test_three_faults_in_three_files_are_three_findings_each_with_its_line(folder: Path) -> None:
    planted = plant_three(folder)
    findings = check_framework(folder)
    assert places(findings) == planted
    assert "'step' is used twice" in findings[0].reason
    assert "'nowhere' is not in this framework" in findings[1].reason
    assert findings[2].reason == "attributes.0.actions.0.effort 'XL' is none of 'S', 'M' or 'L'"


def test_loading_raises_all_three_and_an_archive_lists_them(folder: Path) -> None:
    planted = plant_three(folder)
    with pytest.raises(FrameworkInvalid) as caught:
        load_framework(folder)
    assert places(caught.value.findings) == planted
    checked = check_archive(packed(folder), "mine.zip")
    assert places(checked.faults) == planted
    assert checked.framework is None


def test_broken_yaml_beside_a_doubled_term_gives_both(folder: Path) -> None:
    replace(folder, LINKAGES, "linkages:", "linkages: [")
    double_a_term(folder)
    assert [finding.file for finding in check_framework(folder)] == [GLOSSARY, LINKAGES]


def test_a_process_that_breaks_the_schema_causes_no_finding_elsewhere(folder: Path) -> None:
    change(folder, PLANNING, wrong_effort)
    assert [finding.file for finding in check_framework(folder)] == [PLANNING]


def test_a_process_of_broken_yaml_causes_no_finding_elsewhere(folder: Path) -> None:
    replace(folder, PLANNING, "id: planning", "id: [planning")
    assert [finding.file for finding in check_framework(folder)] == [PLANNING]


def test_a_process_whose_file_is_missing_causes_no_finding_elsewhere(folder: Path) -> None:
    (folder / PLANNING).unlink()
    assert [finding.file for finding in check_framework(folder)] == [PLANNING]


def test_a_process_in_no_group_causes_no_finding_elsewhere(folder: Path) -> None:
    change(folder, HEADER_FILE, lambda values: values["groups"][0]["processes"].remove("planning"))
    assert [finding.file for finding in check_framework(folder)] == [PLANNING]


def test_a_process_named_unlike_its_file_causes_no_finding_where_either_name_is_used(folder: Path) -> None:
    change(folder, PLANNING, lambda values: values.update(id="scheduling"))
    change(folder, LINKAGES, lambda values: values["linkages"][0].update(from_process="scheduling"))
    change(folder, BUILDING, lambda values: values["activities"][1].update(overlaps=["scheduling.deliver-1"]))
    assert places(check_framework(folder)) == [(PLANNING, 1)]


@pytest.mark.parametrize("name", [HEADER_FILE, *OTHER_FILES, PLANNING])
@pytest.mark.parametrize("fault", ["extra: 1\n", "broken: [\n"], ids=["schema", "syntax"])
def test_any_one_faulty_file_is_one_finding(folder: Path, name: str, fault: str) -> None:
    path = folder / name
    path.write_text(path.read_text() + fault)
    assert places(check_framework(folder)) == [(name, len(path.read_text().splitlines()))]


def test_a_faulty_header_leaves_the_references_between_the_other_files_checked(folder: Path) -> None:
    change(folder, HEADER_FILE, lambda values: values.update(version="one"))
    change(folder, "scenarios.yaml", lambda values: values["scenarios"][0]["processes"][0].update(process="nowhere"))
    change(folder, RELEASING, lambda values: values["activities"][0].update(overlaps=["nowhere.deliver-1"]))
    assert [finding.file for finding in check_framework(folder)] == [HEADER_FILE, RELEASING, "scenarios.yaml"]


def test_beside_a_faulty_process_the_items_of_the_others_are_still_checked(folder: Path) -> None:
    change(folder, PLANNING, wrong_effort)
    change(folder, RELEASING, lambda values: values["activities"][0].update(overlaps=["building.nothing"]))
    findings = check_framework(folder)
    assert [finding.file for finding in findings] == [PLANNING, RELEASING]
    assert "'building.nothing'" in findings[1].reason


def test_beside_a_faulty_file_the_rules_within_the_others_are_still_kept(folder: Path) -> None:
    change(folder, "scenarios.yaml", lambda values: values.update(stories=1))
    change(folder, PLANNING, lambda values: values["activities"][0].update(attribute="control", why="?"))
    change(folder, BUILDING, lambda values: values["activities"][0].update(id="control"))
    change(folder, HEADER_FILE, lambda values: values["attributes"][0]["actions"].pop())
    said = {finding.file: finding.reason for finding in check_framework(folder)}
    assert sorted(said) == sorted([HEADER_FILE, BUILDING, PLANNING, "scenarios.yaml"])
    assert "no action that leads to F" in said[HEADER_FILE]
    assert "id of an attribute" in said[BUILDING]


def test_one_faulty_entry_of_a_list_of_six_is_one_finding(folder: Path) -> None:
    change(folder, HEADER_FILE, lambda values: values["attributes"][0]["item"]["statements"].__setitem__(2, 12))
    (finding,) = check_framework(folder)
    assert finding.reason == "attributes.0.item.statements.2 must be text; put 12 in quotes"


def test_every_unquoted_no_of_a_file_is_named_at_once(folder: Path) -> None:
    replace(folder, PLANNING, "why: It matters.", "why: No")
    replace(folder, PLANNING, "origin: extension", "origin: Yes")
    found = places(check_framework(folder))
    lines = sorted((line_of(folder, PLANNING, "origin: Yes"), line_of(folder, PLANNING, "why: No")))
    assert found == [(PLANNING, line) for line in lines]


def test_how_it_reads_is_said_once_every_file_can_be_read(folder: Path) -> None:
    change(folder, PLANNING, lambda values: values.update(why="word " * 30 + "end."))
    double_a_term(folder)
    assert [finding.file for finding in check_framework(folder)] == [GLOSSARY, PLANNING]
    change(folder, GLOSSARY, lambda values: values.update(more=1))
    assert {finding.file for finding in check_framework(folder)} == {GLOSSARY}
