"""Commands that check: a framework's folder, its schema, worked cases, a file that left the house.

Each returns 1 where it found something.
"""

from __future__ import annotations

import argparse
import json
from contextlib import closing

from assessment.cli_actor import acting
from assessment.cli_streams import read_file, solver_kept_off_stdout
from assessment.cli_text import view_text
from assessment.domain.cases import MalformedCases, verify_cases
from assessment.errors import InvalidInput
from assessment.services.frameworks import check_folder, measure_folder, write_schema
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings
from assessment.views.frameworks.figures import figures_view
from assessment.views.report_check import report_check_view
from assessment.views.verification import difference_text, verification_summary
from assessment.views.wording.framework_check import result as check_result

DEFAULT_FRAMEWORK = "itsm-reference"


def check(parsed: argparse.Namespace, settings: Settings) -> int:
    """Everything wrong with a framework folder."""
    folder = parsed.path or settings.questionnaires_folder / DEFAULT_FRAMEWORK
    findings = check_folder(folder)
    for finding in findings:
        print(finding)
    print(check_result(str(folder), len(findings)))
    if parsed.figures and not findings:
        print(view_text(figures_view(measure_folder(folder))))
    return 1 if findings else 0


def schema(parsed: argparse.Namespace, settings: Settings) -> int:
    """Write the JSON Schema, or compare it with what is there."""
    changed = write_schema(settings.questionnaires_folder / "schema", only_compare=parsed.check)
    for name in changed:
        print(f"{name} {'differs from the models; run: make schema' if parsed.check else 'written'}")
    return 1 if changed and parsed.check else 0


def verify(parsed: argparse.Namespace, _: Settings) -> int:
    """Recompute worked cases."""
    try:
        cases = json.loads(read_file(parsed.file))
        differences = verify_cases(cases)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, MalformedCases) else "it is not a list of cases in JSON"
        raise InvalidInput(parsed.file.name, reason, "See docs/verification.md for the format.") from error
    for difference in differences:
        print(difference_text(difference))
    print(verification_summary(len(cases), differences))
    return 1 if differences else 0


def verify_report(parsed: argparse.Namespace, settings: Settings) -> int:
    """Hold a file that left the house against the assessment it was made from."""
    content = read_file(parsed.file)
    export = None if parsed.json is None else read_file(parsed.json)
    export_name = "" if parsed.json is None else parsed.json.name
    with closing(open_plumbline(settings)) as plumbline, solver_kept_off_stdout():
        found = plumbline.verifying.verify(acting(plumbline), content, parsed.file.name, export, export_name)
    view = report_check_view(
        found.stamp,
        found.version,
        found.value_count,
        found.differences,
        is_identical=found.is_identical,
        anchor=found.anchor,
        is_former=found.is_former,
    )
    print(view_text(view))
    return 1 if found.differences else 0
