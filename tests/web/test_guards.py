"""What the app is started with: settings that are wrong end it in a sentence; what guards it stands in its order."""

from __future__ import annotations

import pytest

from assessment.ui import serving
from assessment.web.gate import Gate
from assessment.web.guards import access_to, guards, settings_at_start
from assessment.web.headers import SafeHeaders
from assessment.web.uploads import UploadQuota


@pytest.mark.parametrize("address", ["maturity.test", "ftp://maturity.test", "https://", "https://maturity.test/app"])
def test_an_address_that_is_none_ends_the_start_in_a_sentence(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_BASE_URL", address)
    with pytest.raises(SystemExit, match=r"PLUMBLINE_BASE_URL: .* such as https://maturity\.example\.com"):
        settings_at_start()


def test_the_gate_stands_before_the_quota_and_the_headers_around_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_BASE_URL", "https://maturity.test/")
    settings = settings_at_start()
    access = access_to(serving, settings)
    assert access.address() == "https://maturity.test"
    assert [str(one.cls) for one in guards(serving, settings, access)] == [
        str(one) for one in (SafeHeaders, Gate, UploadQuota)
    ]
