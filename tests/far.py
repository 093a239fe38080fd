"""What is long and seldom fails is for `make soak`, which sets PLUMBLINE_FAR; `make test` goes one way of each kind."""

from __future__ import annotations

import os

import pytest

IS_FAR = bool(os.environ.get("PLUMBLINE_FAR"))
far = pytest.mark.skipif(not IS_FAR, reason="long; make soak goes it")
