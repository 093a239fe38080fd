"""Starts the provider on a free port, and signs a person in on its pages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
from joserfc.jwk import RSAKey

from benchmarks.serving import free_port

HERE = Path(__file__).resolve().parent
INSTALLED = Path(sys.prefix) / "provider"
CLIENT_ID = "plumbline"
CLIENT_SECRET = "a secret that only the tests know, long enough for a key"
PEOPLE: Mapping[str, Mapping[str, Any]] = {
    "ann": {"name": "Ann Archer", "email": "ann@tamarind.example", "email_verified": True, "groups": ["service"]},
    "bob": {"name": "Bob Baker", "email": "bob@elsewhere.example", "email_verified": True, "groups": ["consultants"]},
    "cid": {"name": "Cid Cooper", "email": "cid@tamarind.example", "email_verified": False},
    "eve": {"name": "Eve Easton", "email": "eve@tamarind.example", "email_verified": True},
    "dan": {"name": "Dan Dyer", "email": "dan@elsewhere.example", "email_verified": True},
}


def new_key(key_id: str) -> dict[str, Any]:
    """A key that the provider signs with."""
    return dict(RSAKey.generate_key(2048, {"kid": key_id, "use": "sig", "alg": "RS256"}).as_dict(private=True))


@dataclass
class RunningProvider:
    """A provider at an address, which can be stopped and started with other keys."""

    redirects: tuple[str, ...]
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None

    @property
    def issuer(self) -> str:
        """What it calls itself."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, key_id: str = "first") -> None:
        """Start it, signing with a new key; it is answering when this returns."""
        if not (INSTALLED / "node_modules/oidc-provider").is_dir():
            raise RuntimeError("the provider is not installed; run scripts/prepare.sh test, which needs npm")
        wanted = {
            "folder": str(INSTALLED),
            "port": self.port,
            "client": {"id": CLIENT_ID, "secret": CLIENT_SECRET},
            "redirects": self.redirects,
            "people": PEOPLE,
            "keys": [new_key(key_id)],
        }
        command = ["node", str(HERE / "provider.mjs")]
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "PROVIDER": json.dumps(wanted)}
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self.process.stdout is not None
        said = []
        for line in self.process.stdout:
            said.append(line)
            if line == "ready\n":
                return
        raise RuntimeError(f"the provider did not start: {''.join(said)}")

    def stop(self) -> None:
        """Stop it; nobody answers there then."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(timeout=20)
            assert self.process.stdout is not None
            self.process.stdout.close()
        self.process = None

    def asked(self) -> Mapping[str, int]:
        """How often each of its paths was asked for since it started."""
        return dict(httpx.get(f"{self.issuer}/asked").json())


@contextmanager
def running_provider(*redirects: str) -> Iterator[RunningProvider]:
    """A provider that sends people back to these addresses; it is stopped afterwards."""
    provider = RunningProvider(redirects=redirects)
    provider.start()
    try:
        yield provider
    finally:
        provider.stop()


def sign_in_at_provider(address: str, login: str, stop_at: str) -> str:
    """Walk from the address that Plumbline sent the browser to, over the provider's pages, back: the address that the
    provider sends the browser to, which begins with `stop_at`.
    """
    with httpx.Client() as browser:
        answer = browser.get(address)
        for _ in range(12):
            if answer.is_redirect:
                target = urljoin(str(answer.url), answer.headers["location"])
                if target.startswith(stop_at):
                    return target
                answer = browser.get(target)
                continue
            forms = re.findall(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', answer.text, re.DOTALL)
            action, inside = forms[0]
            fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', inside))
            if fields.get("prompt") == "login":
                fields |= {"login": login, "password": "any"}
            answer = browser.post(urljoin(str(answer.url), unescape(action)), data=fields)
    raise AssertionError(f"the provider did not send back: {answer.status_code} {answer.text[:500]}")
