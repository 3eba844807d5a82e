"""The house has one voice: sentences stand in its room, and one printer writes all numbers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import catalogues
import milepost
from milepost.voice.catalogue import FOLDER
from milepost.voice.english import ENGLISH
from milepost.voice.labels import label

PACKAGE = Path(milepost.__file__).parent
SILENT = ("progress", "site", "scaffold")
"""The rooms that speak through the voice; what people read in `checks`, `journal` and `cli` are
messages on files and commands, which are in English."""
MESSAGES = {"site/faults.py", "site/template.py"}
"""What is said there are findings, as in `checks`."""
WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}|^[A-Z][a-z]+$|[a-z]{3,}[.!?]$")
"""Two words in a row, a word with a capital, the end of a sentence."""
NAMES = {"Cf", "step reached", "step late", "month year", "day month", "passage."}
"""Names of classes, of categories of letters, of ways to write a date."""
MARKUP = re.compile(r"[<>{}=\\]|-src")


def modules(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (PACKAGE / room).rglob("*.py"))


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts of a module that are no docstrings, no values of an enumeration, no exceptions."""
    spared: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            spared.add(node.value)
        elif isinstance(node, ast.Raise | ast.Assert) or (
            isinstance(node, ast.ClassDef) and "StrEnum" in map(ast.unparse, node.bases)
        ):
            spared |= set(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in spared:
            yield node.lineno, node.value


@pytest.mark.parametrize(
    "path", modules(*SILENT), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_no_english_stands_outside_the_voice(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() in MESSAGES:
        return
    said = [
        f"{path.name}:{line}: {text!r}"
        for line, text in texts(ast.parse(path.read_text(encoding="utf-8")))
        if WORDS.search(text) and not MARKUP.search(text) and text not in NAMES
    ]
    assert not said, "\n".join(said)


def test_only_the_printer_asks_babel_how_to_write() -> None:
    """The reader asks which languages there are, and how they write tenths; the terminal, what
    others call a time zone of Windows. Neither prints anything by it."""
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"^\s*(from|import) babel", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert asking == {"cli/shared.py", "journal/languages.py", "voice/printer.py"}


def test_only_the_printer_rounds_numbers_for_people() -> None:
    """A format such as `:.2f` or `:g` stands where coordinates or data are written, not words.

    What is to be typed into a file is written by `journal.numbers.in_digits`.
    """
    data = {"site/charts/chart.py", "site/data.py", "site/views/parts.py", "journal/numbers.py"}
    data |= {"journal/faults/files.py"}  # megabytes, which the reader knows before any voice
    rounding = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr)
        for part in node.format_spec.values
        if isinstance(part, ast.Constant) and re.search(r"[.\d]*[feg%]$", str(part.value))
    }
    assert rounding <= data


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.po")), ids=lambda path: path.stem)
def test_a_catalogue_has_every_message_and_no_other(path: Path) -> None:
    """`make catalogues` adds what is said anew and drops what is said no more."""
    assert path.read_bytes() == catalogues.po(catalogues.updated(path))
    catalogue = catalogues.read(path)
    assert not [message.id for message in catalogue if message.id and message.fuzzy]
    assert path.with_suffix(".mo").read_bytes() == catalogues.mo(catalogue)
    missing = [
        message.id for message in catalogue if message.id and not all(strings(message.string))
    ]
    assert not missing


def strings(text: str | Sequence[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.po")), ids=lambda path: path.stem)
def test_a_translation_fills_in_what_the_message_does(path: Path) -> None:
    wrong = []
    for message in catalogues.read(path):
        ids, told = strings(message.id), strings(message.string)
        names = set().union(*(set(re.findall(r"{\w+}|%\(\w+\)s", text)) for text in ids))
        for text in told:
            given = set(re.findall(r"{\w+}|%\(\w+\)s", text))
            lost = names - given if len(ids) == 1 else set()
            if message.id and (given - names or lost):
                wrong.append(f"{ids[0]!r}: {text!r}")
            if "themes/" in str(message.locations) and '"' in re.sub(r"<[^>]*>", "", text):
                wrong.append(f"a straight quotation mark in {text!r}")
    assert not wrong, "\n".join(wrong)


def test_every_label_that_is_asked_for_has_its_words() -> None:
    """Here the names that are written out; those that a table or a condition chooses, by pages."""
    asked = {
        str(node.args[1].value)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "label"
        if len(node.args) == 2 and isinstance(node.args[1], ast.Constant)
    }
    assert len(asked) > 50
    assert all(label(ENGLISH, name) for name in asked)
