"""Settings, read once from the environment and frozen. Nothing else reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from assessment.errors import InvalidInput

PHONES_PORT = 8601
HIGHEST_PORT = 65_535
ROOT_FOLDER = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderSettings:
    """A company's own sign-in. `name` is what its button says; `role` is what new people may do: on everything, or on
    one organisation; empty: nothing until an administrator gives them something. Who is of one of the `domains`
    (e-mail), or in one of the `groups`, gets in uninvited.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str = "your company"
    domains: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    role: str = ""
    organisation_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are. `database_url` is an SQLAlchemy URL; `data_folder` holds database, backups and reports.

    `base_url` is the address people open, where a proxy stands before the app; `copies_kept` daily copies are kept.
    `uploads_of_one_megabytes` is the most that one account may hold of files on open pages, `uploads_of_all_megabytes`
    all together. `phones_port` is where phones are let in while the app itself is for this machine alone; 0: never.
    """

    database_url: str
    data_folder: Path
    questionnaires_folder: Path
    sample_file: Path
    base_url: str | None = None
    copies_kept: int = 14
    provider: ProviderSettings | None = None
    uploads_of_one_megabytes: int = 60
    uploads_of_all_megabytes: int = 300
    phones_port: int = PHONES_PORT


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process.

    `PLUMBLINE_DATA` moves the data folder, `PLUMBLINE_DATABASE_URL` names another database,
    `PLUMBLINE_QUESTIONNAIRES` another folder of frameworks. `PLUMBLINE_BASE_URL` is the address people open;
    `PLUMBLINE_COPIES_KEPT` the number of daily copies; `PLUMBLINE_UPLOADS_OF_ONE` and `PLUMBLINE_UPLOADS_OF_ALL` how
    many megabytes of files open pages may hold; `PLUMBLINE_PHONES_PORT` where phones are let in while the app is for
    this machine alone, 0 for never; `PLUMBLINE_OIDC_...` a company's own sign-in.
    """
    data_folder = Path(environment.get("PLUMBLINE_DATA") or ROOT_FOLDER / "data").absolute()
    url = environment.get("PLUMBLINE_DATABASE_URL") or f"sqlite:///{data_folder / 'plumbline.db'}"
    questionnaires = Path(environment.get("PLUMBLINE_QUESTIONNAIRES") or ROOT_FOLDER / "questionnaires").absolute()
    return Settings(
        database_url=url,
        data_folder=data_folder,
        questionnaires_folder=questionnaires,
        sample_file=questionnaires / "itsm-reference" / "sample.json",
        base_url=_base_url(environment),
        copies_kept=_count(environment, "PLUMBLINE_COPIES_KEPT", 14),
        provider=_provider(environment),
        uploads_of_one_megabytes=_count(environment, "PLUMBLINE_UPLOADS_OF_ONE", 60),
        uploads_of_all_megabytes=_count(environment, "PLUMBLINE_UPLOADS_OF_ALL", 300),
        phones_port=_port(environment),
    )


def _base_url(environment: Mapping[str, str]) -> str | None:
    text = (environment.get("PLUMBLINE_BASE_URL") or "").strip().rstrip("/")
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.username):
        raise InvalidInput(
            "PLUMBLINE_BASE_URL",
            f"'{text[:80]}' is not the address of a site",
            "Write it as people open it, without a path, such as https://maturity.example.com.",
        )
    return text or None


def _count(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name) or str(default)
    if not text.isdecimal():
        raise InvalidInput(name, f"'{text[:80]}' is not a number", f"Write a whole number, such as {default}.")
    return int(text)


def _port(environment: Mapping[str, str]) -> int:
    port = _count(environment, "PLUMBLINE_PHONES_PORT", PHONES_PORT)
    if port > HIGHEST_PORT:
        raise InvalidInput(
            "PLUMBLINE_PHONES_PORT", f"'{port}' is not a port", f"Write a number up to {HIGHEST_PORT}, or 0 for never."
        )
    return port


def _provider(environment: Mapping[str, str]) -> ProviderSettings | None:
    """The company sign-in, None unless `PLUMBLINE_OIDC_ISSUER` names one."""
    issuer = _text(environment, "ISSUER")
    if not issuer:
        return None
    for name in ("CLIENT_ID", "CLIENT_SECRET"):
        if not _text(environment, name):
            raise InvalidInput(
                f"PLUMBLINE_OIDC_{name}", "it is not set", "Copy it from the provider, or set no issuer."
            )
    return ProviderSettings(
        issuer=issuer,
        client_id=_text(environment, "CLIENT_ID"),
        client_secret=_text(environment, "CLIENT_SECRET"),
        name=_text(environment, "NAME") or "your company",
        domains=tuple(one.lower().removeprefix("@") for one in _listed(environment, "DOMAINS")),
        groups=_listed(environment, "GROUPS"),
        role=_text(environment, "ROLE").lower(),
        organisation_id=_text(environment, "ORGANISATION") or None,
    )


def _text(environment: Mapping[str, str], name: str) -> str:
    return environment.get(f"PLUMBLINE_OIDC_{name}", "").strip()


def _listed(environment: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in _text(environment, name).split(","))))
