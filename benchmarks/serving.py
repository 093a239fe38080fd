"""Runs the app as `make run` does, on a database of its own, and waits until it answers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from benchmarks.measuring import ROOT, Measurement, measured

START_SECONDS = 60


def free_port() -> int:
    """A port of the loopback interface that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(
    data_folder: Path, port: int, settings: Mapping[str, str] = MappingProxyType({})
) -> subprocess.Popen[bytes]:
    """A server process on `port`; it is answering when this returns. Raises RuntimeError when it does not come up."""
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    environment = {**os.environ, "PLUMBLINE_DATA": str(data_folder), **settings}
    with (data_folder / "server.log").open("ab") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
                if answer.status == 200:
                    return server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    server.kill()
    raise RuntimeError(f"the app did not come up in {START_SECONDS} s; see {data_folder / 'server.log'}")


@contextmanager
def served(data_folder: Path) -> Iterator[str]:
    """The address of a running app; it is stopped afterwards."""
    port = free_port()
    server = start_server(data_folder, port)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def measure_restart(data_folder: Path, count: int = 5) -> Measurement:
    """Milliseconds from the command to an app that answers, on a database that holds the sample already."""
    with served(data_folder):
        pass
    durations = []
    for _ in range(count):
        start = time.perf_counter()
        with served(data_folder):
            durations.append((time.perf_counter() - start) * 1000)
    return measured("Restart until the app answers", durations, bar=5000)
