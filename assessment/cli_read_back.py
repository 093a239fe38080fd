"""A filled-in sheet on the command line: what it would change, then storing it."""

from __future__ import annotations

from pathlib import Path

from assessment.cli_actor import acting
from assessment.cli_streams import read_file, solver_kept_off_stdout
from assessment.cli_text import view_text
from assessment.domain.answered.read_back import ConflictChoice
from assessment.services.plumbline import Plumbline
from assessment.views.wording import read_back as words

CHOICES = tuple(choice.value for choice in ConflictChoice)


def run_read_back(
    plumbline: Plumbline, assessment_id: str, path: Path, *, is_applied: bool, conflicts: str | None
) -> int:
    """Print the dry run of a file, and store it where that was asked for; returns the exit status."""
    content = read_file(path)
    with solver_kept_off_stdout():
        run = plumbline.sheets.preview(acting(plumbline), assessment_id, content, path.name)
        view = plumbline.sheets.tell(acting(plumbline), assessment_id, run)
    print(view_text(view), end="\n\n")
    if not is_applied:
        print(words.how_to_apply(assessment_id, str(path)))
        return 0
    choice = None if conflicts is None else ConflictChoice(conflicts)
    with solver_kept_off_stdout():
        count = plumbline.sheets.apply(
            acting(plumbline), assessment_id, content, path.name, expected=run.token, conflicts=choice
        )
    print(words.applied(count))
    return 0
