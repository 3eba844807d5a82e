"""Compiled templates: shipped ones are kept beside themselves, a journal's own never on disk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from milepost.site import compiled
from milepost.site.template import Templates
from milepost.site.theme import Template, Theme


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled templates lie, with none in memory."""
    (tmp_path / "themes").mkdir()
    monkeypatch.setattr(compiled, "folder", lambda name: tmp_path / name)
    monkeypatch.setattr(compiled, "_codes", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "themes" / "__pycache__"


def page(text: str, path: str) -> str:
    theme = Theme("plain", {"week.html": Template(text, path)}, {}, {})
    return Templates(theme).page("week.html", {"word": "sail"}, "")


def forget() -> None:
    compiled._codes.clear()


def test_a_shipped_template_is_compiled_once_for_all_processes(kept: Path) -> None:
    assert page("One {{ word }}", "themes/plain/templates/week.html") == "One sail\n"
    (file,) = kept.iterdir()
    # What lies there is what runs: with another word in the code, another word comes out.
    file.write_bytes(file.read_bytes().replace(b"One ", b"Two "))
    forget()
    assert page("One {{ word }}", "themes/plain/templates/week.html") == "Two sail\n"


def test_another_text_is_compiled_anew(kept: Path) -> None:
    page("One {{ word }}", "themes/plain/templates/week.html")
    forget()
    assert page("Three {{ word }}", "themes/plain/templates/week.html") == "Three sail\n"
    assert len(list(kept.iterdir())) == 1


def test_a_journals_own_template_is_kept_in_memory_only(kept: Path) -> None:
    assert page("One {{ word }}", "theme/templates/week.html") == "One sail\n"
    assert not kept.exists()


@pytest.mark.parametrize("data", [b"", b"x", b"nothing of this kind\nxxxx"])
def test_what_is_no_code_is_compiled_anew(kept: Path, data: bytes) -> None:
    page("One {{ word }}", "themes/plain/templates/week.html")
    (file,) = kept.iterdir()
    for broken in (data, file.read_bytes()[:60]):
        file.write_bytes(broken)
        forget()
        assert page("One {{ word }}", "themes/plain/templates/week.html") == "One sail\n"


def test_where_nothing_can_be_written_it_works_without(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert page("One {{ word }}", "themes/plain/templates/week.html") == "One sail\n"
    assert not kept.exists()
