"""The app's own routes behind its gate, served for a browser without Streamlit: quick to begin, end and begin again."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from socket import socket

import uvicorn
from starlette.applications import Starlette

from assessment.domain.authored.framework import Depth, Horizon, Item
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.settings import ROOT_FOLDER, Settings
from assessment.web.access import Access, Listening
from assessment.web.gate import Doors, Gate
from assessment.web.headers import Looks, SafeHeaders
from assessment.web.routes import OPEN_ROUTES, ROUTES
from tests.store.databases import sqlite_url

SHIPPED = "itsm-reference"


class Serving:
    """A server on one port of this machine, which a test ends and begins again."""

    def __init__(self, plumbline: Plumbline) -> None:
        with closing(socket()) as one:
            one.bind(("127.0.0.1", 0))
            self.port = int(one.getsockname()[1])
        access = Access(
            listening=lambda: Listening(address="127.0.0.1", port=self.port), has_accounts=lambda: False, base_url=""
        )
        doors = Doors(
            access=access, actor_of=plumbline.accounts.actor_of, open_routes=OPEN_ROUTES, keeps_sessions_apart=True
        )
        self._app = SafeHeaders(Gate(Starlette(routes=ROUTES), doors), Looks(access=access, scripts=tuple))
        self.address = f"http://127.0.0.1:{self.port}"

    def begin(self) -> None:
        config = uvicorn.Config(self._app, host="127.0.0.1", port=self.port, log_config=None)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)

    def end(self) -> None:
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(10)


def shipped_settings(folder: Path) -> Settings:
    """An installation of its own with the framework of the house."""
    return Settings(
        database_url=sqlite_url(folder),
        data_folder=folder,
        questionnaires_folder=ROOT_FOLDER / "questionnaires",
        sample_file=folder / "none",
    )


def of_shipped(plumbline: Plumbline, depth: Depth = Depth.FULL) -> str:
    """An assessment of everything by the framework of the house."""
    new = NewAssessment(
        name="Round", organisation="Invented Ltd", assessed_on=date(2026, 1, 15), framework_id=SHIPPED, depth=depth
    )
    return plumbline.assessments.create(ME, new)


def longest_item(plumbline: Plumbline, assessment_id: str) -> Item:
    """The question whose statements and own text take most room."""
    framework = plumbline.assessments.framework(ME, assessment_id)
    depth = plumbline.assessments.header(ME, assessment_id).depth
    asked = (item for process in framework.processes for item in framework.items(process.id, depth, Horizon.AS_IS))
    return max(asked, key=lambda item: sum(map(len, item.statements)) + len(item.question))
