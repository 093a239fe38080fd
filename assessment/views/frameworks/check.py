"""What a check of somebody's own framework found: whether it can be used, what to correct, what could be better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assessment.domain.authored.framework import Framework
from assessment.domain.authored.parts import MissingPart, ProseFigures
from assessment.views.frameworks.figures import missing_table, prose_notes
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.wording import framework_check as words

SHOWN_COUNT = 500


class Finding(Protocol):
    """One thing to correct, as the catalogue names it. `line` counts from 1, None where none is known."""

    @property
    def file(self) -> str: ...

    @property
    def line(self) -> int | None: ...

    @property
    def reason(self) -> str: ...


class Verdict(StrEnum):
    """Whether a framework can be used, and whether something is left to do."""

    UNUSABLE = "unusable"
    USABLE = "usable"
    SOUND = "sound"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView(View):
    """The finding is the verdict in words; a table each for what is found, none for what is not.

    `installed_already` says that the id is taken; empty while it is free.
    """

    verdict: Verdict
    installed_already: str = ""


def check_view(
    framework: Framework | None,
    *,
    faults: Sequence[Finding] = (),
    prose: Sequence[Finding] = (),
    missing: Sequence[MissingPart] = (),
    figures: ProseFigures | None = None,
    is_installed: bool = False,
) -> CheckView:
    """What was found; `framework` is None where faults keep it from being used, `is_installed` whether its id is."""
    if framework is None:
        return CheckView(
            id="check",
            question=words.CHECK_QUESTION,
            finding=words.unusable(len(faults)),
            tables=(_findings_table("faults", words.faults_title(len(faults)), faults),),
            verdict=Verdict.UNUSABLE,
        )
    return CheckView(
        id="check",
        question=words.CHECK_QUESTION,
        finding=_usable(len(prose), len(missing)),
        tables=(
            *((_findings_table("prose", words.prose_title(len(prose)), prose),) if prose else ()),
            *((missing_table(framework, missing),) if missing else ()),
        ),
        notes=prose_notes(figures),
        verdict=Verdict.USABLE if prose or missing else Verdict.SOUND,
        installed_already=words.installed_already(framework.id) if is_installed else "",
    )


def _usable(prose_count: int, missing_count: int) -> str:
    if prose_count:
        return words.usable_with_prose(prose_count)
    return words.usable_with_missing(missing_count) if missing_count else words.SOUND


def _findings_table(table_id: str, title: str, findings: Sequence[Finding]) -> Table:
    """Findings by file, in the order they are given; past `SHOWN_COUNT` the rest is counted."""
    left_out_count = len(findings) - SHOWN_COUNT
    return Table(
        id=table_id,
        title=title,
        columns=(Column(id="finding", name=words.FINDING_COLUMN),),
        rows=tuple(
            Row(
                id=f"finding-{number}",
                cells=(Cell(text=words.located(finding.line, finding.reason), value=finding.line),),
                group=finding.file,
            )
            for number, finding in enumerate(findings[:SHOWN_COUNT], start=1)
        ),
        empty=words.NOTHING_TO_CORRECT,
        notes=(words.more(left_out_count),) if left_out_count > 0 else (),
    )
