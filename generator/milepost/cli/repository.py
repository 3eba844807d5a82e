"""What git holds of a folder.

In: the folder of a journal. Out: a `Repository`, or why there is none to look at. Git is only asked
questions, always with the same words, for a limited time, and never over the network; what its
settings would run (monitors, pagers, signature checks) is switched off.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from milepost.journal.filenames import is_note

_SECONDS = 20
_QUIET = (
    "git",
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=",
    "-c",
    "log.showSignature=false",
)
_CALM = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C"}
_OPEN_HOSTS = (
    "github.com",
    "gitlab.com",
    "codeberg.org",
    "bitbucket.org",
    "sr.ht",
    "gitee.com",
    "gitea.com",
    "notabug.org",
    "sourceforge.net",
    "framagit.org",
    "disroot.org",
    "salsa.debian.org",
    "launchpad.net",
    "radicle.xyz",
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/@]*@)?(\[[^\]]*\]|[^/:]+)(?::[0-9]*)?(/.*)?")
_SHORT = re.compile(r"(?:[^/:@]*@)?([^/:@]{2,}):(?!//)(.*)")


class Reach(StrEnum):
    """Who a remote may show the repository to."""

    EVERYBODY = "everybody"
    """Its host can show a repository to the whole world."""
    UNKNOWN = "unknown"
    HERE = "here"
    """It is a folder of this machine."""


class Remote(NamedTuple):
    """A remote by its name; `address` holds no name of a user, and no password."""

    name: str
    address: str
    reach: Reach


class Nothing(StrEnum):
    """Why git tells nothing of a folder."""

    NO_GIT = "no git"
    NO_REPOSITORY = "no repository"
    REFUSED = "refused"


class Repository(NamedTuple):
    """What git holds of a folder; paths are relative to it, and composed (NFC).

    `past` are the paths that were ever in it, on any branch; None where that took too long. Of a
    `shallow` copy only the last versions are here. `branch` is empty where none is checked out.
    `head` are the digests of the files in the last commit, none before the first one. `unpushed`
    are the commits of the branch that no remote is known to have.
    """

    remotes: tuple[Remote, ...]
    tracked: frozenset[str]
    past: frozenset[str] | None
    shallow: bool
    site_ignored: bool
    branch: str
    head: Mapping[str, str]
    unpushed: int

    def differing(self, root: Path, files: Mapping[str, bytes]) -> int:
        """How many notes of a folder are not in the last commit as they are, or only there.

        `files` are those that are read there; ends of lines do not count.
        """
        composed = {unicodedata.normalize("NFC", path): data for path, data in files.items()}
        changed = [
            path for path, data in composed.items() if not same_bytes(self.head.get(path, ""), data)
        ]
        gone = [path for path in self.head if is_note(path) and not (root / path).exists()]
        return len({*changed, *gone})


def tracked_in(root: Path) -> frozenset[str]:
    """The files of a folder that git keeps; none where there is no git or no repository."""
    return _paths(_ask(root, "ls-files", "-z")) or frozenset()


def look(root: Path) -> Repository | Nothing:
    """What git holds of a folder."""
    inside = _ask(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if isinstance(inside, Nothing):
        return inside
    tracked = _paths(_ask(root, "ls-files", "-z"))
    if tracked is None:
        return Nothing.REFUSED
    past = _ask(
        root,
        *("log", "--all", "-m", "--no-renames", "--diff-filter=A", "--format="),
        *("--name-only", "--relative", "-z", "--", "."),
    )
    # A name within it is asked for: git calls a folder ignored only where it is there.
    head = _ask(root, "ls-tree", "-r", "-z", "HEAD")
    unpushed = _ask(root, "rev-list", "--count", "HEAD", "--not", "--remotes")
    branch = _ask(root, "symbolic-ref", "--short", "-q", "HEAD")
    ignored = _ask(root, "check-ignore", "--no-index", "-q", "_site/index.html")
    return Repository(
        _remotes(_ask(root, "remote", "-v")),
        tracked,
        _paths(past),
        b"true" in inside.split()[1:],
        not isinstance(ignored, Nothing),
        "" if isinstance(branch, Nothing) else branch.decode("utf-8", "replace").strip(),
        {} if isinstance(head, Nothing) else _digests(head),
        0 if isinstance(unpushed, Nothing) else int(unpushed),
    )


def same_bytes(digest: str, data: bytes) -> bool:
    """Whether a file has the bytes that git keeps under a digest, with either end of lines."""
    make = hashlib.sha256 if len(digest) == 64 else hashlib.sha1
    kinds = (data, data.replace(b"\r\n", b"\n"))
    return digest in {make(b"blob %d\0" % len(one) + one).hexdigest() for one in kinds}


def branch_of(folder: Path) -> str:
    """The branch on which what is written in a folder will be committed.

    In no repository it is the one that `git init` makes; without git `main`.
    """
    at = next(one for one in (folder.resolve(), *folder.resolve().parents) if one.is_dir())
    for question in (("symbolic-ref", "--short", "-q", "HEAD"), ("var", "GIT_DEFAULT_BRANCH")):
        answer = _ask(at, *question)
        if not isinstance(answer, Nothing) and (name := answer.decode("utf-8", "replace").strip()):
            return name
    return "main"


def reach_of(url: str) -> tuple[str, Reach]:
    """A remote's address without names of users and passwords, and whom its host can show it to.

    >>> reach_of("https://ana:secret@github.com/ana/journal.git")
    ('github.com/ana/journal.git', <Reach.EVERYBODY: 'everybody'>)
    >>> reach_of("git@git.ana.example:journal.git")
    ('git.ana.example/journal.git', <Reach.UNKNOWN: 'unknown'>)
    """
    if url.startswith("file:") or not (match := _ADDRESS.fullmatch(url) or _SHORT.fullmatch(url)):
        return url.removeprefix("file://"), Reach.HERE
    host = match[1].lower().rstrip(".")
    known = any(host == one or host.endswith(f".{one}") for one in _OPEN_HOSTS)
    # Keys for several accounts go by made-up names of hosts: git@github-work:ana/journal.
    known = known or any(one.split(".")[0] in re.split(r"[^a-z]+", host) for one in _OPEN_HOSTS[:4])
    path = (match[2] or "").split("?")[0].lstrip("/")
    return f"{host}/{path}", Reach.EVERYBODY if known else Reach.UNKNOWN


def _remotes(answer: bytes | Nothing) -> tuple[Remote, ...]:
    lines = [] if isinstance(answer, Nothing) else answer.decode("utf-8", "replace").splitlines()
    found: dict[Remote, None] = {}
    for line in lines:
        name, _, rest = line.partition("\t")
        found[Remote(name, *reach_of(re.sub(r" \((?:fetch|push)\)(?: \[.*\])?$", "", rest)))] = None
    return tuple(found)


def _digests(answer: bytes) -> Mapping[str, str]:
    """What `ls-tree` says, by path: "100644 blob DIGEST<tab>PATH"."""
    rows = [row for row in answer.decode("utf-8", "surrogateescape").split("\0") if "\t" in row]
    parts = [row.partition("\t") for row in rows]
    return {unicodedata.normalize("NFC", path): said.split()[2] for said, _, path in parts}


def _paths(answer: bytes | Nothing) -> frozenset[str] | None:
    if isinstance(answer, Nothing):
        return None
    names = answer.decode("utf-8", "surrogateescape").split("\0")
    return frozenset(unicodedata.normalize("NFC", name.strip("\n")) for name in names if name)


def _ask(root: Path, *question: str) -> bytes | Nothing:
    """What git answers, or why not."""
    # A hook of git runs with variables that speak of another folder than this one.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        ran = subprocess.run(
            [*_QUIET, *question],
            cwd=root,
            env=kept | _CALM | _OFFLINE,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        return Nothing.NO_GIT
    except (OSError, subprocess.SubprocessError):
        return Nothing.REFUSED
    if ran.returncode == 0:
        return ran.stdout
    return Nothing.NO_REPOSITORY if b"not a git repository" in ran.stderr else Nothing.REFUSED
