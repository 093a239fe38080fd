"""A folder to a `Framework`, or to everything that is wrong with it at once.

A fault in one file does not hide those of another: the rules see what could be read and say nothing of the rest. How
a framework reads is compared across all its files, so its prose is looked at once every file can be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assessment.catalogue.linting import lint
from assessment.catalogue.loading import read_folder
from assessment.catalogue.prose import prose_places
from assessment.domain.authored.framework import Framework
from assessment.errors import Finding, FrameworkInvalid


def load_framework(folder: Path) -> Framework:
    """The framework of a folder. Raises FrameworkInvalid with every finding of reading, schema and linter."""
    loaded = read_folder(folder)
    findings = lint(loaded)
    if findings:
        raise FrameworkInvalid(in_order(findings))
    return loaded.framework()


def check_framework(folder: Path) -> tuple[Finding, ...]:
    """Everything wrong with a folder, in the order of files and lines; empty when it can be used and reads well.

    The rules on prose take a second or so and matter to authors, not at start: `load_framework` leaves them out.
    """
    try:
        loaded = read_folder(folder)
    except FrameworkInvalid as error:
        return error.findings
    findings = lint(loaded)
    if not loaded.findings:
        findings += loaded.located(prose_places(loaded.framework(), loaded.files))
    return in_order(findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings sorted by file, line and reason."""
    return tuple(sorted(findings, key=lambda finding: (finding.file, finding.line or 0, finding.reason)))
