"""Fixtures for all tests: journals written in a docstring or a text."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Any

import pytest
import written
from hypothesis import HealthCheck, settings

from milepost.journal.load import Loaded


def pytest_configure(config: pytest.Config) -> None:
    """Set how hypothesis chooses its examples, before any test is read.

    How long a test takes says something about the machine, not about milepost. Where a run must be
    the same for everybody, the examples are the same too; elsewhere each run tries new ones. A
    `--hypothesis-seed` is heeded everywhere.
    """
    settings.register_profile(
        "milepost",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        derandomize="CI" in os.environ and config.getoption("--hypothesis-seed") is None,
    )
    settings.load_profile("milepost")


def pytest_collection_finish() -> None:
    """Spare the garbage collector the thousands of tests that stay until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture
def read() -> Callable[[str], Loaded]:
    """Read a journal from one text; `== path ==` starts a file, see `journal.examples`."""
    return written.read


@pytest.fixture
def loaded(request: Any, read: Callable[[str], Loaded]) -> Loaded:
    """The journal that the test's own docstring writes."""
    return read(request.function.__doc__)
