"""Laws are drawn the same way every time, so that a run that passes here passes everywhere."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("stable", derandomize=True, deadline=None, database=None)
# chosen by --hypothesis-profile: few examples while one writes, and no smaller example of a fault that was put in
settings.register_profile("quick", settings.get_profile("stable"), max_examples=10)
settings.register_profile(
    "mutants",
    settings.get_profile("stable"),
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("stable")
