"""Questionnaires: from a folder of YAML to a `Framework`, with every fault named by file and line.

`reading` turns one file into plain values and refuses what YAML can hide; `loading` reads a folder as far as it can;
`file_rules` and `linting` check what a schema cannot, within a file and across files; `wording` reads like an author
would; `checking` puts all findings together; `phrasing` says faults in an author's words; `archive` checks a .zip;
`figures` count; `schema` writes the JSON Schema that editors use.
"""

from assessment.catalogue.checking import check_framework, load_framework
from assessment.catalogue.figures import ProcessCounts, WordingFigures, missing_parts, process_counts, wording_figures
from assessment.catalogue.loading import content_hash, framework_from_json, framework_to_json
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
