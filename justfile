# What a contributor runs. `just` alone: tests, linters, types.

python := ".venv/bin/python"

default: test lint

# A virtual environment with everything the tests need
setup:
    python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]'

test *ARGS:
    {{python}} -m pytest -q {{ARGS}}

lint:
    .venv/bin/ruff check .
    .venv/bin/mypy --strict

fix:
    .venv/bin/ruff check --fix .

# Rewrite the golden reports and the README's report: read the diff before committing it
bless:
    CROSSFOOT_BLESS=1 {{python}} -m pytest -q

# The skeleton of a rule: just new-rule balance trade-balance
new-rule FAMILY ID:
    mkdir -p rules/{{FAMILY}}
    test ! -e rules/{{FAMILY}}/{{ID}}.toml
    sed -e 's/@ID@/{{ID}}/' -e 's/@FAMILY@/{{FAMILY}}/' docs/new-rule.toml > rules/{{FAMILY}}/{{ID}}.toml

# Start-up and throughput, as ratios
bench *ARGS:
    {{python}} tests/bench/startup.py {{ARGS}}
    {{python}} tests/bench/speed.py {{ARGS}}

# Slips in invented accounts: how many are caught, and how often the wrong figure is suspected first
study *ARGS:
    {{python}} tests/bench/slips.py {{ARGS}}

# What the project's CI runs, on this machine
ci:
    bash .ci/run
