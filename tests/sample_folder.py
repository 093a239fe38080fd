"""A data folder with the sample in it, made once a process and copied: loading the sample takes a second each time."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import read_settings


def copy_sample(folder: Path) -> str:
    """Put the sample into a data folder that is not there yet, or is empty; returns its id."""
    made, sample_id = _made()
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return sample_id


@cache
def _made() -> tuple[Path, str]:
    folder = Path(tempfile.mkdtemp(prefix="plumbline-sample-"))
    plumbline = open_plumbline(read_settings({"PLUMBLINE_DATA": str(folder)}))
    try:
        return folder, plumbline.assessments.ensure_sample(LOCAL_ACTOR)
    finally:
        plumbline.close()
