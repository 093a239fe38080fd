"""Questionnaires: from a folder of YAML to a `Framework`, with every fault named by file and line.

`reading` turns one file into plain values and refuses what YAML can hide; `loading` puts a folder together;
`linting` checks what a schema cannot; `wording` reads like an author would;
`figures` count; `schema` writes the JSON Schema that editors use.
"""

from assessment.catalogue.figures import ProcessCounts, WordingFigures, missing_parts, process_counts, wording_figures
from assessment.catalogue.loading import (
    check_framework,
    content_hash,
    framework_from_json,
    framework_to_json,
    load_framework,
)
from assessment.catalogue.schema import schema_files

__all__ = [
    "ProcessCounts",
    "WordingFigures",
    "check_framework",
    "content_hash",
    "framework_from_json",
    "framework_to_json",
    "load_framework",
    "missing_parts",
    "process_counts",
    "schema_files",
    "wording_figures",
]
