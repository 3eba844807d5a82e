"""The catalogues of sentences in other languages, kept in step with what milepost says.

usage: catalogues.py

In: the messages of the voice, of the shipped templates and of what new files are made of. Out: each
`.po` file below `voice/catalogues` with all of them, and the `.mo` file that is read at run time
made from it.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import milepost
from milepost.scaffold.files import texts_in_tongues
from milepost.scaffold.tongues import words_of
from milepost.shipped import folder
from milepost.voice.catalogue import FOLDER

SPOKEN = {"say": (0,), "deferred": (0,), "many": (0, 1), "_counted": (1, 2)}
"""What marks a message in the voice, and which arguments hold its singular and its plural."""

MEANT = {"meaning", "deferred_meaning"}
"""What marks a message with its context before it."""

Message = tuple[str, str | tuple[str, ...], str | None]
"""A file, the message or its singular and plural, and the context."""


def messages() -> Catalog:
    """Every message of the voice, of shipped templates and of new files, in their order."""
    found = Catalog(charset="utf-8")
    for path, message, context in (*_in_voice(), *_in_templates(), *_in_new_files()):
        found.add(message, locations=[(path, 0)], context=context)
    return found


def _in_voice() -> Iterator[Message]:
    room = Path(milepost.__file__).parent / "voice"
    for path in sorted(room.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for message, context in _in_call(node):
                    yield f"voice/{path.name}", message, context


def _in_call(node: ast.Call) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The message of a call, where it is written out in it."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    written = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
    if name in MEANT and len(written) > 1 and all(isinstance(one, str) for one in written[:2]):
        yield str(written[1]), str(written[0])
    places = SPOKEN.get(name, ())
    texts = [written[place] for place in places if place < len(written)]
    if places and len(texts) == len(places) and all(isinstance(text, str) for text in texts):
        yield str(texts[0]) if len(texts) == 1 else tuple(map(str, texts)), None


def _in_templates() -> Iterator[Message]:
    methods = [("**.html", "jinja2.ext:babel_extract")]
    options = {"**.html": {"trimmed": "true", "newstyle_gettext": "true"}}
    told = extract_from_dir(folder("themes"), methods, options)
    for path, _, message, _, context in sorted(told, key=lambda one: one[:2]):
        yield f"themes/{Path(path).as_posix()}", message, context


def _in_new_files() -> Iterator[Message]:
    for name, text in texts_in_tongues():
        yield from ((f"scaffold/texts/{name}", words, None) for words in words_of(text))


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


class _Bare(Catalog):
    """A catalogue whose head says only what gettext needs, so that it changes with its words."""

    @property  # type: ignore[misc]  # it is only read
    def mime_headers(self) -> list[tuple[str, str]]:
        """No dates, no names, no version of the library."""
        return [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Plural-Forms", self.plural_forms),
        ]


def mo(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it: the same words give the same bytes, with any Babel."""
    bare = _Bare(locale=catalogue.locale, charset="utf-8")
    for message in catalogue:
        if message.id:
            bare[message.id] = message
    out = io.BytesIO()
    write_mo(out, bare)
    return out.getvalue()


def main() -> None:
    """Write every catalogue anew."""
    for path in sorted(FOLDER.glob("*.po")):
        path.write_bytes(po(updated(path)))
        path.with_suffix(".mo").write_bytes(mo(read(path)))


if __name__ == "__main__":
    main()
