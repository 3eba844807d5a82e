"""The catalogues of sentences in other languages, kept in step with what milepost says.

usage: catalogues.py

In: the messages of the voice and of the shipped templates. Out: each `.po` file below
`voice/catalogues` with all of them, and the `.mo` file that is read at run time made from it.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import milepost
from milepost.shipped import folder
from milepost.voice.catalogue import FOLDER

KEYWORDS = {
    "say": None,
    "mark": None,
    "mark_meaning": ((1, "c"), 2),
    "many": (1, 2),
    "meaning": ((1, "c"), 2),
    "_counted": (2, 3),
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "_": None,
}
"""What marks a message: the methods of `Voice`, and Jinja's own names in templates."""


def messages() -> Catalog:
    """Every message of the voice and of the shipped templates, in the order of their files."""
    found = Catalog(charset="utf-8")
    sources = (
        (Path(milepost.__file__).parent / "voice", [("**.py", "python")], "voice"),
        (folder("themes"), [("**.html", "jinja2.ext:babel_extract")], "themes"),
    )
    for root, methods, name in sources:
        told = extract_from_dir(
            root,
            methods,
            {"**.html": {"trimmed": "true", "newstyle_gettext": "true"}},
            keywords=KEYWORDS,
        )
        for path, _, message, comments, context in sorted(told, key=lambda one: one[:2]):
            found.add(
                message,
                locations=[(f"{name}/{path.replace(chr(92), '/')}", 0)],
                auto_comments=comments,
                context=context,
            )
    return found


def read(path: Path) -> Catalog:
    """The catalogue that a `.po` file holds."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def updated(path: Path) -> Catalog:
    """The catalogue of a file with the messages of today; what is said no more is dropped."""
    catalogue = read(path)
    catalogue.update(messages(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def po(catalogue: Catalog) -> bytes:
    """A catalogue as the text that people edit, without dates and names in its head."""
    out = io.BytesIO()
    write_po(out, catalogue, width=100, include_lineno=False, sort_output=True)
    lines = out.getvalue().decode().split("\n")
    return "\n".join(line for line in lines if not line.startswith(_UNWANTED)).encode()


_UNWANTED = tuple(
    f'"{name}'
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Report-Msgid-Bugs-To",
        "Last-Translator",
        "Language-Team",
    )
)


def mo(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it, dated as no file is, so that it changes with its words."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> None:
    """Write every catalogue anew."""
    for path in sorted(FOLDER.glob("*.po")):
        path.write_bytes(po(updated(path)))
        path.with_suffix(".mo").write_bytes(mo(read(path)))


if __name__ == "__main__":
    main()
