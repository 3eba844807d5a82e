"""Fixtures for all tests: journals written in a docstring or a text."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any

import pytest

from milepost.journal.examples import files_of
from milepost.journal.load import Loaded, load


@pytest.fixture
def read() -> Callable[[str], Loaded]:
    """Read a journal from one text; `== path ==` starts a file, see `journal.examples`."""
    return lambda text: load(files_of(cleandoc(text)))


@pytest.fixture
def loaded(request: Any, read: Callable[[str], Loaded]) -> Loaded:
    """The journal that the test's own docstring writes."""
    return read(request.function.__doc__)
