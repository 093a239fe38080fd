"""Writes THIRD-PARTY.md from requirements.txt and what is installed: each runtime dependency, its licence and reason.

Run by `make lock`; a test compares the file with what is installed.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "THIRD-PARTY.md"
# packages whose metadata names no licence in a field; read from the licence file they carry
KNOWN_LICENCES: dict[str, str] = {"pysqlite3": "Zlib"}
ASSETS = (
    (
        "Source Sans 3",
        "OFL-1.1",
        "the one typeface, on screen and on paper; from the npm package @fontsource/source-sans-3",
    ),
    ("Source Serif 4", "OFL-1.1", "a choice for paper; from the npm package @fontsource/source-serif-4"),
    ("IBM Plex Sans", "OFL-1.1", "a choice for paper; from the npm package @fontsource/ibm-plex-sans"),
    ("common passwords", "BSD-3-Clause", "what no password may be; the list of Django 5.2.19, in assets/passwords"),
)


@dataclass(frozen=True, slots=True)
class Package:
    """A distribution at run time: why it is here, or which package needs it."""

    name: str
    version: str
    licence: str
    reason: str


def canonical(name: str) -> str:
    """The name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def direct_requirements() -> dict[str, tuple[Requirement, str]]:
    """Requirement and reason of each line of requirements.txt, by canonical name."""
    found = {}
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        text, _, reason = line.partition("#")
        if text.strip():
            requirement = Requirement(text.strip())
            found[canonical(requirement.name)] = (requirement, reason.strip())
    return found


def licence_of(name: str) -> str:
    """The licence a distribution declares: expression, classifier or field, in this order."""
    if name in KNOWN_LICENCES:
        return KNOWN_LICENCES[name]
    metadata = distribution(name).metadata
    expression = metadata.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = [text for text in metadata.get_all("Classifier") or [] if text.startswith("License ::")]
    named = [text.split(" :: ")[-1] for text in classifiers if text.split(" :: ")[-1] != "OSI Approved"]
    if named:
        return ", ".join(sorted(set(named)))
    return str(metadata.get("License") or "not declared").splitlines()[0][:60]


def runtime_packages() -> list[Package]:
    """Every distribution that requirements.txt brings, the direct ones first."""
    direct = direct_requirements()
    found: dict[str, Package] = {}
    queue: list[tuple[Requirement, str]] = [(requirement, reason) for requirement, reason in direct.values()]
    while queue:
        requirement, reason = queue.pop(0)
        name = canonical(requirement.name)
        if name in found:
            continue
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue  # an optional extra, or not for this platform
        found[name] = Package(name, installed.version, licence_of(name), reason)
        for text in installed.requires or []:
            needed = Requirement(text)
            if needed.marker is None or any(
                needed.marker.evaluate({"extra": extra}) for extra in {"", *requirement.extras}
            ):
                queue.append((needed, f"needed by {name}"))
    return sorted(found.values(), key=lambda package: (package.name not in direct, package.name))


def rendered() -> str:
    """The text of THIRD-PARTY.md."""
    direct = direct_requirements()
    lines = [
        "# Third-party software",
        "",
        "Everything Plumbline runs on, with its licence and why it is here. Written by `make lock`; a test compares it",
        "with what is installed. Nothing here is under the GPL or the AGPL.",
        "",
    ]
    for title, is_direct in (("Chosen", True), ("Brought along", False)):
        lines += [f"## {title}", "", "| package | version | licence | reason |", "|---|---|---|---|"]
        lines += [
            f"| {package.name} | {package.version} | {package.licence} | {package.reason} |"
            for package in runtime_packages()
            if (package.name in direct) == is_direct
        ]
        lines.append("")
    lines += ["## Assets", "", "| asset | licence | reason |", "|---|---|---|"]
    lines += [f"| {name} | {licence} | {reason} |" for name, licence, reason in ASSETS]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    OUTPUT.write_text(rendered())
    sys.exit(0)
