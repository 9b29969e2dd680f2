"""Hypothesis profiles.

`quick` for each save and `full` (500 examples of each law) for every change try the same examples every time, so that a
failure is the change's own; `long` tries new ones, 20,000 of each law.
"""

import os

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow]

settings.register_profile("quick", max_examples=40, deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.register_profile("full", max_examples=500, deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.register_profile("long", max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("TELEGRAMS_PROFILE", "full"))
