"""Small journals written as one text: in a rule's docstring, in a test, in the manual.

In: a text. Out: the bytes of its files by path. A line `== path ==` starts a file; what stands
before the first one is `content/goals/example.md`. `⟨ff⟩` stands for that byte, `⟨tab⟩` for a tab
and `⟨nbsp⟩` for a no-break space, which cannot be seen in print.

In an example of a rule, a goal that begins with a key and not with `---` is the fine goal, but with
these keys: `key:` with nothing behind it leaves one out, and a line `---` begins the prose.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

DEFAULT = "content/goals/example.md"
_FILE = re.compile(r"== (\S.*?) ==")
_KEY = re.compile(r"(\w+):(?: .*)?")
_SIGNS = {"tab": b"\t", "nbsp": "\u00a0".encode()}

FINE_GOAL = """\
---
title: Run 300 km
measurable: 300 km
relevant: value joy
time_bound: 2026-11-02 to 2027-01-29
obstacles: if I am tired, then I do ten minutes
---"""
"""A goal that no rule has anything to say about."""


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of a rule: whole journals that it flags, and journals that are fine."""

    flagged: tuple[str, ...]
    fine: tuple[str, ...]


def files_of(text: str) -> dict[str, bytes]:
    """The files that a text holds, by path.

    >>> sorted(files_of("A goal."))
    ['content/goals/example.md']
    """
    files: dict[str, list[str]] = {}
    path = DEFAULT
    for line in text.split("\n"):
        if match := _FILE.fullmatch(line.strip()):
            path = match[1]
            files[path] = []
        else:
            files.setdefault(path, []).append(line)
    if not any(line.strip() for line in files.get(DEFAULT, [])) and len(files) > 1:
        files.pop(DEFAULT, None)
    return {name: _bytes("\n".join(lines) + "\n") for name, lines in files.items()}


def examples_of(text: str) -> Examples:
    """The examples under `Flagged:` and `Fine:` of an explanation, each made whole."""
    found: dict[str, list[str]] = {"Flagged": [], "Fine": []}
    for heading, example in written_examples(text):
        found[heading].append(made_whole(example))
    return Examples(tuple(found["Flagged"]), tuple(found["Fine"]))


def written_examples(text: str) -> tuple[tuple[str, str], ...]:
    """The examples of an explanation as they are written, each with `Flagged` or `Fine`."""
    current: list[str] | None = None
    blocks: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        heading = line.rstrip().removesuffix(":")
        if heading in {"Flagged", "Fine"} and line.rstrip() != heading:
            current = []
            blocks.append((heading, current))
        elif current is not None and (line.startswith("    ") or not line.strip()):
            current.append(line)
        else:
            current = None
    return tuple(
        (heading, textwrap.dedent("\n".join(lines)).rstrip("\n")) for heading, lines in blocks
    )


def made_whole(example: str) -> str:
    """An example with its goals in full.

    >>> print(made_whole("title: Get fit"))
    ---
    title: Get fit
    measurable: 300 km
    relevant: value joy
    time_bound: 2026-11-02 to 2027-01-29
    obstacles: if I am tired, then I do ten minutes
    ---
    """
    files: list[list[str]] = [[]]
    for line in example.split("\n"):
        if _FILE.fullmatch(line.strip()):
            files.append([line])
        else:
            files[-1].append(line)
    return "\n".join(line for lines in files for line in _made_whole(lines))


def _made_whole(lines: list[str]) -> list[str]:
    """The lines of a file, its `== path ==` among them, with the fine goal's where it says less."""
    named = bool(lines) and _FILE.fullmatch(lines[0].strip())
    head, rest = (lines[:1], lines[1:]) if named else ([], lines)
    is_goal = not named or named[1].startswith("content/goals/")
    if not (is_goal and rest and _KEY.fullmatch(rest[0])):
        return lines
    end = rest.index("---") if "---" in rest else len(rest)
    keys = _by_key(FINE_GOAL.split("\n")[1:-1]) | _by_key(rest[:end])
    front = [line for key, mine in keys.items() if mine != [f"{key}:"] for line in mine]
    return [*head, "---", *front, "---", *rest[end + 1 :]]


def _by_key(lines: list[str]) -> dict[str, list[str]]:
    """Lines of front matter by the key that they belong to."""
    keys: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        if match := _KEY.fullmatch(line):
            key = match[1]
        keys.setdefault(key, []).append(line)
    return keys


def explanation_of(text: str) -> str:
    """An explanation without its examples."""
    return re.split(r"^(?:Flagged|Fine):$", text, maxsplit=1, flags=re.MULTILINE)[0].rstrip()


def _bytes(text: str) -> bytes:
    parts = re.split(r"⟨([0-9a-f]{2}|tab|nbsp)⟩", text)
    data = b""
    for index, part in enumerate(parts):
        if index % 2 == 0:
            data += part.encode()
        else:
            data += _SIGNS.get(part) or bytes.fromhex(part)
    return data
