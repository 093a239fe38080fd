"""The way from page to page."""

from __future__ import annotations

import threading
import time
from types import ModuleType, SimpleNamespace
from typing import cast

import pytest

from assessment.ui import navigation


def test_pages_are_imported_by_one_thread_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    inside, most = 0, 0

    def slowly(name: str) -> ModuleType:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.05)
        inside -= 1
        return cast(ModuleType, SimpleNamespace(name=name))

    monkeypatch.setattr(navigation, "import_module", slowly)
    names = (navigation.WORKSHOP, navigation.SET_UP, navigation.RESULTS)
    threads = [threading.Thread(target=navigation.page_module, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
