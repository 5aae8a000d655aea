"""How the tests run: no time limit for a single example, since a slow machine is no fault of the code, and no job of
the machine's CI gets a summary from them."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("crossfoot", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("crossfoot")
os.environ.pop("GITHUB_STEP_SUMMARY", None)
