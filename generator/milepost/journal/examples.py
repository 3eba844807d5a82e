"""Small journals written as one text: in a rule's docstring, in a test, in the manual.

In: a text. Out: the bytes of its files by path. A line `== path ==` starts a file; what stands
before the first one is `content/goals/example.md`. `⟨ff⟩` stands for that byte, `⟨tab⟩` for a tab
and `⟨nbsp⟩` for a no-break space, which cannot be seen in print.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

DEFAULT = "content/goals/example.md"
_FILE = re.compile(r"== (\S.*?) ==")
_SIGNS = {"tab": b"\t", "nbsp": "\u00a0".encode()}


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of a rule: journals that it flags, and journals that are fine."""

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
    """The examples under `Flagged:` and `Fine:` of an explanation."""
    found: dict[str, list[str]] = {"Flagged": [], "Fine": []}
    current: list[str] | None = None
    blocks: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        heading = line.strip().removesuffix(":")
        if heading in found and line.startswith(heading) and line.strip().endswith(":"):
            current = []
            blocks.append((heading, current))
        elif current is not None and (line.startswith("    ") or not line.strip()):
            current.append(line)
        else:
            current = None
    for heading, lines in blocks:
        found[heading].append(textwrap.dedent("\n".join(lines)).rstrip("\n"))
    return Examples(tuple(found["Flagged"]), tuple(found["Fine"]))


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
