"""What an administrator copies from `deploy/` runs: two processes behind nginx with TLS, each person on one of them."""

from __future__ import annotations

import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.signed_in import SECURE_COOKIE
from tests.durability.setting import settings_in
from tests.journeys.deployed import DEPLOY, NGINX, Site, deployed, environment_of, unit
from tests.journeys.team import signed_in_on
from tests.store.cluster import Cluster
from tests.store.databases import cluster

__all__ = ["cluster"]
PEOPLE = tuple(f"person{number}@example.org" for number in range(10))  # enough that both processes have some


class Deployed:
    """The site, its processes, everybody's token, and a third process on the same database: this one."""

    def __init__(self, site: Site, processes: list[subprocess.Popen[bytes]], plumbline: Plumbline) -> None:
        self.site = site
        self.processes = processes
        self.plumbline = plumbline
        self.tokens = signed_in_on(plumbline, *PEOPLE)

    def get(self, path: str, token: str = "") -> tuple[int, str]:
        """Status and final address of a request through the proxy."""
        headers = {"Accept": "text/html", **({"Cookie": f"{SECURE_COOKIE}={token}"} if token else {})}
        asked = urllib.request.Request(f"{self.site.url}{path}", headers=headers)
        try:
            with urllib.request.urlopen(asked, timeout=30, context=self.site.trust()) as answer:
                return int(answer.status), str(answer.url)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, str(refused.url)


@pytest.fixture(scope="module")
def team(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    folder, url = tmp_path_factory.mktemp("deployed"), cluster.new_database()
    with deployed(folder, url) as (site, processes):
        plumbline = open_plumbline(settings_in(folder, url))
        yield Deployed(site, processes, plumbline)
        plumbline.close()


def test_the_proxy_takes_the_configuration_and_two_processes_began_one_database(team: Deployed) -> None:
    tested = subprocess.run([NGINX, "-t", "-c", str(team.site.folder / "nginx.conf")], capture_output=True, text=True)
    assert "test is successful" in tested.stderr, tested.stderr
    assert "[warn]" not in tested.stderr
    assert [line.header.id for line in team.plumbline.assessments.list_assessments(ME)] == ["sample-tamarind-mutual"]


def test_strangers_are_sent_to_the_sign_in_over_tls_and_who_is_signed_in_is_let_in(team: Deployed) -> None:
    status, url = team.get("/")
    assert (status, url.split("?")[0]) == (200, f"{team.site.url}/sign-in")
    status, url = team.get("/", team.tokens[0])
    assert (status, url) == (200, f"{team.site.url}/")
    with pytest.raises(urllib.error.HTTPError) as plain:
        urllib.request.build_opener(Unmoved).open(f"http://localhost:{team.site.http_port}/report?x=1", timeout=10)
    plain.value.close()
    assert (plain.value.code, plain.value.headers["Location"]) == (301, "https://localhost/report?x=1")


class Unmoved(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else."""

    def redirect_request(self, *_: object) -> None:
        """No other request."""


def test_each_person_stays_with_one_process_and_both_have_people(team: Deployed) -> None:
    found = set()
    for token in team.tokens:
        before = {path: len(team.site.served_by(path)) for path in ("/", "/_stcore/stream", "/_stcore/host-config")}
        for _ in range(3):
            team.get("/", token)
            team.get("/_stcore/host-config", token)
        assert "script_finished" in team.site.drawn(token)
        own = {one for path, count in before.items() for one in team.site.served_by(path)[count:]}
        assert len(own) == 1, own
        found |= own
    assert found == {f"127.0.0.1:{port}" for port in team.site.ports}
    assert team.site.drawn(team.tokens[0], origin="https://evil.test") == "403"
    assert team.site.drawn("x" * 43) == "403"


def test_what_another_process_changed_is_drawn_by_both_at_the_next_run(team: Deployed) -> None:
    (line,) = team.plumbline.assessments.list_assessments(ME)
    for name in ("Renamed once", "Renamed twice"):
        team.plumbline.assessments.update_header(ME, line.header.id, HeaderChange(name=name))
        for token in team.tokens[:6]:
            assert name in team.site.drawn(token)


def test_when_a_process_dies_its_people_go_on_with_the_other(team: Deployed) -> None:
    team.processes[0].kill()
    team.processes[0].wait()
    for token in team.tokens[:6]:
        assert team.get("/", token) == (200, f"{team.site.url}/")
        assert "script_finished" in team.site.drawn(token)


def test_the_files_name_what_the_documents_say() -> None:
    said = unit()
    settings = environment_of((DEPLOY / "plumbline.env").read_text())
    document = (Path(DEPLOY).parent / "docs" / "administrator.md").read_text()
    for text in (said.environment_file, said.working_directory, settings["PLUMBLINE_DATA"], "plumbline-nginx.conf"):
        assert text in document
    assert said.command.startswith(f"{said.working_directory}/.venv/bin/python -m streamlit run app.py ")
    assert settings["PLUMBLINE_BASE_URL"].startswith("https://")
