"""How the property tests run: no time limit for a single example, since a slow machine is no fault of the code."""

from hypothesis import HealthCheck, settings

settings.register_profile("crossfoot", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("crossfoot")
