"""Frameworks: from a folder of YAML to a `Framework`, with every fault named by file and line.

`reading` turns one file into plain values and refuses what YAML can hide; `loading` reads a folder as far as it can;
`file_rules` and `linting` check what a schema cannot, within a file and across files; `prose` measures how the texts
read; `checking` puts all findings together; `translating` turns errors of pydantic and YAML into an author's words;
`archive` checks a .zip, `carried` a framework that came with an export; `earlier` reads versions of before; `layouts`
reads and writes how documents look; `schema` writes the JSON Schema for editors.
"""

from assessment.catalogue.carried import CARRIED_PART_LIMIT, CARRIED_SIZE_LIMIT, carried_framework
from assessment.catalogue.checking import check_framework, load_framework
from assessment.catalogue.earlier import earlier_framework
from assessment.catalogue.layouts import layout_folders, layout_from_yaml, layout_to_yaml
from assessment.catalogue.loading import content_hash, framework_from_json, framework_to_json
from assessment.catalogue.prose import prose_figures
from assessment.catalogue.schema import schema_files

__all__ = [
    "CARRIED_PART_LIMIT",
    "CARRIED_SIZE_LIMIT",
    "carried_framework",
    "check_framework",
    "content_hash",
    "earlier_framework",
    "framework_from_json",
    "framework_to_json",
    "layout_folders",
    "layout_from_yaml",
    "layout_to_yaml",
    "load_framework",
    "prose_figures",
    "schema_files",
]
