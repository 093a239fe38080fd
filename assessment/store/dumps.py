"""Copies of a PostgreSQL database, by the programs that come with it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from psycopg.conninfo import make_conninfo
from sqlalchemy import URL

from assessment.errors import StoreUnavailable
from assessment.store.copies import DUMP_MAGIC, finish, partial_of, remove_file
from assessment.store.held_file import hold

_FOLDER = Path("/usr/lib/postgresql")


def write_dump(url: URL, target: Path) -> None:
    """Copy a PostgreSQL database into a file as it is at one moment. Raises OSError, and StoreUnavailable in words."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = partial_of(target)
    try:
        held = hold(partial)
        try:
            _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={partial}")
        finally:
            held.release()
        finish(partial, target)
    finally:
        remove_file(partial)


def restore_dump(url: URL, file: Path) -> None:
    """Fill an empty PostgreSQL database from a copy, wholly or not at all."""
    _run("pg_restore", url, "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", str(file))


def is_dump(file: Path) -> bool:
    """Whether a file is a copy that `pg_dump` made."""
    with file.open("rb") as opened:
        return opened.read(len(DUMP_MAGIC)) == DUMP_MAGIC


def _run(program: str, url: URL, *options: str) -> None:
    found = _path_of(program)
    if found is None:
        raise StoreUnavailable(
            f"{program} is not installed here, which copies PostgreSQL",
            "Install PostgreSQL's client programs (Debian: postgresql-client), or copy it where the server runs.",
        )
    arguments, environment = _connection(url)
    command = [found, *arguments, *options]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 (no shell)
    if done.returncode:
        said = next(iter(done.stderr.strip().splitlines()), "no reason given")
        raise StoreUnavailable(f"{program} failed: {said[:200]}", "Remove the reason and try again.")


def _connection(url: URL) -> tuple[tuple[str, ...], dict[str, str]]:
    """How a program is told the database: its password by the environment, where other accounts cannot read it."""
    dialect: Any = url.get_dialect()()
    _, parameters = dialect.create_connect_args(url)
    password = parameters.pop("password", None)
    environment = dict(os.environ) if password is None else {**os.environ, "PGPASSWORD": str(password)}
    return (f"--dbname={make_conninfo(**parameters)}",), environment


def _path_of(program: str) -> str | None:
    """The newest there is: an older one does not know a newer server."""
    versions = [path for path in _FOLDER.glob(f"*/bin/{program}") if path.parts[-3].isdecimal()]
    if versions:
        return str(max(versions, key=lambda path: int(path.parts[-3])))
    return shutil.which(program)
