"""Laws are drawn the same way every time, so that a run that passes here passes everywhere."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("stable", derandomize=True, deadline=None, database=None)
settings.load_profile("stable")
