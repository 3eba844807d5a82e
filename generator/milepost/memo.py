"""What a command answered, remembered for as long as nothing that it looked at has changed.

In: a journal's folder, and what was asked. Out: the answer of an earlier run that saw exactly the
same, or none. Nothing here reads a journal: it asks the system for sizes and times, so that
"nothing has changed" is said before anything heavy is imported.

Answers lie in `.milepost/` in the journal, which git leaves out. They are plain text, one file for
each thing that can be asked (so that what the owner saw never answers for a stranger). They may be
thrown away at any time, and a file that cannot be understood counts as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from milepost import __version__
from milepost.journal.words import is_put_aside

FOLDER = ".milepost"
"""The folder of answers, in the journal."""

_MOST = 24
"""So many answers are kept; the oldest go first."""

_FRESH = 2.0
"""A file changed less than so many seconds ago can change again without its time telling: some
systems count time in steps of two seconds. Of such a file the bytes are asked as well."""

_LIBRARIES = (
    *("jinja2", "markdown_it", "mdit_py_plugins", "yaml", "babel", "markupsafe", "latex2mathml"),
)
"""What pages are made with: another version may make other bytes."""

Look = list[int | str]
"""A file's size, the times of its last change and of the last of what is known of it (which nobody
can put back), and its number on the disk; of a fresh one also a digest of its bytes. In place of
them a word, for what cannot be looked at."""
_PARTS = 4


class Memo:
    """The answer to one question about one journal.

    `question` is everything beside the files that the answer depends on: the command, its
    arguments, whether the terminal has colours. What the files look like is asked here, before
    the journal is read: what is written while a command runs is news to the next one.
    """

    def __init__(self, root: Path, question: Iterable[object], *, forget: bool = False) -> None:
        self._forget = forget
        if forget:
            return
        self._root = root
        words = [str(root.resolve()), *map(repr, question), __version__, sys.version, *made_with()]
        digest = hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()
        self._file = root / FOLDER / f"{digest[:32]}.json"
        since = (time.time() - _FRESH) * 1e9
        self._seen = {
            name: [*look, _digest(root / name)]
            if len(look) == _PARTS and max(map(int, look[1:3])) > since
            else look
            for name, look in _below(root, is_put_aside)
        }

    def recall(self, today: Callable[[str], str]) -> dict[str, Any] | None:
        """The answer of an earlier run, if all is as it was then and the day is the same.

        `today` gives the day, as it stands in the answer, in a time zone.
        """
        if self._forget:
            return None
        try:
            held = json.loads(self._file.read_bytes())
            answer: dict[str, Any] = held["answer"]
            unchanged = self._is_as(held["seen"]) and all(
                _look(f"{answer['folder']}/{name}") == look for name, look in answer["made"].items()
            )
            return answer if unchanged and today(answer["timezone"]) == answer["day"] else None
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return None

    def _is_as(self, then: dict[str, Look]) -> bool:
        if self._seen.keys() != then.keys():
            return False
        for name, look in then.items():
            now = self._seen[name][:_PARTS]
            if len(look) > _PARTS:
                now.append(_digest(self._root / name))
            if now != look:
                return False
        return True

    def remember(self, answer: Mapping[str, Any]) -> None:
        """Keep an answer. Where that cannot be done, the next run finds out anew.

        An answer is what JSON can hold, and among it the `day` that it was, the `timezone` by whose
        clock, and the files that were `made` in a `folder`, as they look now (see `looks`).
        """
        if self._forget:
            return
        with suppress(OSError):
            folder = home(self._root)
            draft = folder / f"{self._file.stem}-{os.getpid()}.json"
            draft.write_text(json.dumps({"answer": answer, "seen": self._seen}), "utf-8")
            draft.replace(self._file)
            by_age = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
            for old in by_age[:-_MOST]:
                old.unlink(missing_ok=True)


def home(root: Path) -> Path:
    """The folder of answers of a journal, made where it is not there, and left out of git."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    if not (folder / ".gitignore").exists():
        (folder / ".gitignore").write_text("*\n", "utf-8")
    return folder


def looks(folder: Path, names: Iterable[str]) -> dict[str, Look]:
    """What files in a folder look like, by name: for what an answer `made`."""
    return {name: _look(f"{folder}/{name}") for name in names}


def _look(path: str) -> Look:
    try:
        found = os.stat(path)  # noqa: PTH116 - thousands of these, and a Path takes longer
    except OSError:
        return ["gone"]
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "gone"


def _below(root: Path, passed_over: Callable[[str], bool]) -> Iterator[tuple[str, Look]]:
    """Every file below a folder, but for names that are passed over; a folder is followed once."""
    waiting, been = [("", str(root))], set[tuple[int, int]]()
    while waiting:
        below, folder = waiting.pop()
        try:
            at = Path(folder).stat()
            entries = [] if (at.st_dev, at.st_ino) in been else list(os.scandir(folder))
        except OSError:
            yield below, ["closed"]
            continue
        been.add((at.st_dev, at.st_ino))
        for entry in entries:
            if passed_over(entry.name):
                continue
            name = below + entry.name
            if not _is_folder(entry):
                yield name, _look(entry.path)
                continue
            if entry.is_symlink():
                yield name, _aim(entry.path)
            waiting.append((f"{name}/", entry.path))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself, or into a closed folder
        return False


def _aim(link: str) -> Look:
    """Where a link leads."""
    try:
        return [str(Path(link).readlink())]
    except OSError:
        return ["gone"]


def made_with() -> Iterator[str]:
    """What the code looks like that answers: a change to it is a change of every answer."""
    package = Path(__file__).resolve().parent
    for place in (package, package.parent.parent / "themes"):
        for name, look in sorted(_below(place, "__pycache__".__eq__)):
            yield f"{name} {look}"
    for library in _LIBRARIES:
        spec = find_spec(library)
        yield f"{library} {_look(spec.origin) if spec and spec.origin else ''}"
