"""A PostgreSQL cluster of one's own, in a folder of one's own, for as long as the tests run."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ACCOUNT = "postgres"


def server_folder() -> Path | None:
    """Where the server's programs are; None when no PostgreSQL is installed, or none that may be started here."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    usable = [folder for folder in folders if (folder / "initdb").is_file() and (folder / "pg_ctl").is_file()]
    if not usable or (os.geteuid() == 0 and shutil.which("runuser") is None):
        return None
    return usable[-1]


class Cluster:
    """A running server that listens on a socket in its folder only."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder = folder
        self._data = str(folder / "data")
        self._programs = programs
        self._count = 0

    def new_database(self, template: str = "template1") -> str:
        """The SQLAlchemy URL of a new database: empty, or a copy of `template`, which nobody may be using."""
        self._count += 1
        name = f"plumbline_{self._count}"
        with psycopg.connect(f"host={self._folder} user={ACCOUNT} dbname=postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        return f"postgresql+psycopg://{ACCOUNT}@/{name}?host={self._folder}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = (
            "listen_addresses=''",
            f"unix_socket_directories='{self._folder}'",
            "max_connections=60",
            "fsync=off",
        )
        options = " ".join(f"-c {setting}" for setting in settings)
        self._run("pg_ctl", "start", "-w", "-D", self._data, "-l", str(self._folder / "log"), "-o", options)

    def stop(self) -> None:
        """Stop the server as a restart does: connections are cut."""
        self._run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", self._data)

    def create(self) -> None:
        """Make the data folder."""
        self._run("initdb", "-A", "trust", "-U", ACCOUNT, "-E", "UTF8", "--locale=C.UTF-8", "-D", self._data)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.geteuid() == 0:  # the server refuses to run as root
            command = ["runuser", "-u", ACCOUNT, "--", *command]
        subprocess.run(command, check=True, cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def running_cluster(programs: Path) -> Iterator[Cluster]:
    """A cluster in a temporary folder, stopped and removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="plumbline-pg-", dir="/tmp"))  # a socket's path must be short
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT, ACCOUNT)
        cluster = Cluster(folder, programs)
        cluster.create()
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
