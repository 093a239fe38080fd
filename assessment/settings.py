"""Settings, read once from the environment and frozen. Nothing else reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT_FOLDER = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are. `database_url` is an SQLAlchemy URL; `data_folder` holds database, backups and reports."""

    database_url: str
    data_folder: Path
    questionnaires_folder: Path
    sample_file: Path


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process.

    `PLUMBLINE_DATA` moves the data folder, `PLUMBLINE_DATABASE_URL` names another database,
    `PLUMBLINE_QUESTIONNAIRES` another folder of frameworks.
    """
    data_folder = Path(environment.get("PLUMBLINE_DATA") or ROOT_FOLDER / "data").absolute()
    url = environment.get("PLUMBLINE_DATABASE_URL") or f"sqlite:///{data_folder / 'plumbline.db'}"
    questionnaires = Path(environment.get("PLUMBLINE_QUESTIONNAIRES") or ROOT_FOLDER / "questionnaires").absolute()
    return Settings(
        database_url=url,
        data_folder=data_folder,
        questionnaires_folder=questionnaires,
        sample_file=questionnaires / "itsm-reference" / "sample.json",
    )
