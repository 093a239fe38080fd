"""The files of `deploy/`, run on loopback as they are: paths, ports and names are replaced here and nowhere else."""

from __future__ import annotations

import os
import shlex
import shutil
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from assessment.services.signed_in import SECURE_COOKIE
from benchmarks.serving import START_SECONDS, free_port
from tests.durability.killing import ROOT

DEPLOY = ROOT / "deploy"
NGINX = "/usr/sbin/nginx"
NAME = "plumbline.example.org"
MAIN = """
{user} pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off;
events {{}}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/plumbline-nginx.conf;
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a unit of systemd says of a service."""

    command: str
    environment_file: str
    working_directory: str


def unit() -> Unit:
    """What systemd reads from the unit."""
    lines = [line.partition("=") for line in (DEPLOY / "plumbline@.service").read_text().splitlines()]
    said = {name: value for name, sign, value in lines if sign and not name.startswith("#")}
    return Unit(
        command=said["ExecStart"], environment_file=said["EnvironmentFile"], working_directory=said["WorkingDirectory"]
    )


def environment_of(text: str) -> Mapping[str, str]:
    """The variables of an environment file, as systemd reads them."""
    lines = (line.strip() for line in text.splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name: value for name, _, value in pairs}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A deployed Plumbline: nginx in front of two processes; only this knows what stands where."""

    folder: Path
    database_url: str
    ports: tuple[int, int]
    http_port: int
    https_port: int

    @property
    def url(self) -> str:
        """The address people open."""
        return f"https://localhost:{self.https_port}"

    def placed(self, text: str) -> str:
        """A text of `deploy/` with the paths, ports and names of this site."""
        replaced = {
            f"https://{NAME}": self.url,
            "postgresql+psycopg://plumbline@/plumbline?host=/run/postgresql": self.database_url,
            NAME: "localhost",
            "/etc/plumbline/plumbline.env": str(self.folder / "plumbline.env"),
            "/etc/plumbline/tls": str(self.folder),
            "/var/log/nginx": str(self.folder),
            "/var/lib/plumbline": str(self.folder / "data"),
            "/opt/plumbline": str(ROOT),
            "listen 80;": f"listen 127.0.0.1:{self.http_port};",
            "listen 443 ssl;": f"listen 127.0.0.1:{self.https_port} ssl;",
            "127.0.0.1:8501": f"127.0.0.1:{self.ports[0]}",
            "127.0.0.1:8502": f"127.0.0.1:{self.ports[1]}",
        }
        for old, new in replaced.items():
            text = text.replace(old, new)
        return text

    def write(self) -> None:
        """Copy the files to where this site has them, and make a certificate."""
        for name in ("plumbline.env", "plumbline-nginx.conf"):
            (self.folder / name).write_text(self.placed((DEPLOY / name).read_text()))
        user = "user root;" if os.geteuid() == 0 else ""  # a folder of the tests is its account's alone
        (self.folder / "nginx.conf").write_text(MAIN.format(folder=self.folder, user=user))
        (self.folder / "data").mkdir()
        openssl = shutil.which("openssl") or "openssl"
        wanted = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
        files = ["-keyout", str(self.folder / "privkey.pem"), "-out", str(self.folder / "fullchain.pem")]
        subprocess.run(
            [openssl, *wanted.split(), *files],
            check=True,
            capture_output=True,
        )

    def start(self, port: int) -> subprocess.Popen[bytes]:
        """A process as the unit starts it."""
        said = unit()
        command = shlex.split(self.placed(said.command.replace("%i", str(port))))
        environment = environment_of(Path(self.placed(said.environment_file)).read_text())
        with (self.folder / f"{port}.log").open("ab") as log:
            path = {"PATH": os.environ["PATH"]}
            folder = self.placed(said.working_directory)
            return subprocess.Popen(command, cwd=folder, env={**path, **environment}, stdout=log, stderr=log)

    def trust(self) -> ssl.SSLContext:
        """Trust in the certificate of this site."""
        return ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))

    def served_by(self, path: str) -> list[str]:
        """The addresses of the processes that answered requests for a path, by the proxy's own log."""
        lines = [line.split() for line in (self.folder / "plumbline.log").read_text().splitlines()]
        return [line[6] for line in lines if line[4] == path]

    def drawn(self, token: str, origin: str = "") -> str:
        """Everything a page draws for whoever is signed in by a token; the status where the socket is refused."""
        wanted, drawn = BackMsg(), []
        wanted.rerun_script.query_string = ""
        try:
            with connect(
                f"wss://localhost:{self.https_port}/_stcore/stream",
                ssl=self.trust(),
                additional_headers={"Cookie": f"{SECURE_COOKIE}={token}", "Origin": origin or self.url},
                subprotocols=[Subprotocol("streamlit")],
                max_size=None,
                open_timeout=30,
            ) as socket:
                socket.send(wanted.SerializeToString())
                for frame in socket:
                    message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
                    drawn.append(str(message))
                    if message.HasField("script_finished"):
                        break
        except InvalidStatus as refused:
            return str(refused.response.status_code)
        return "\n".join(drawn)


@contextmanager
def deployed(folder: Path, database_url: str) -> Iterator[tuple[Site, list[subprocess.Popen[bytes]]]]:
    """A site that answers, and its two processes; all of it is stopped afterwards."""
    ports = (free_port(), free_port(), free_port(), free_port())
    site = Site(folder=folder, database_url=database_url, ports=ports[:2], http_port=ports[2], https_port=ports[3])
    site.write()
    started = [site.start(port) for port in site.ports]  # both at once, as a machine that starts does
    proxy = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        for port in site.ports:
            _wait_for(f"http://127.0.0.1:{port}/health", folder / f"{port}.log")
        yield site, started
    finally:
        for process in (proxy, *started):
            process.terminate()
        for process in (proxy, *started):
            process.wait(timeout=30)


def _wait_for(url: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            if time.monotonic() > end:
                raise RuntimeError(log.read_text()[-2000:]) from None
            time.sleep(0.2)
