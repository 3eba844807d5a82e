"""How this very milepost was installed, and how a workflow installs the same.

In: what the installer left beside the package (PEP 610), or its files. Out: a `Pin`: lines of a
workflow, and the files that these need. A name alone is never written while nobody owns it on the
index: whoever took it could run code in every journal.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import milepost
from milepost.scaffold.files import filled
from milepost.scaffold.wheel import own_wheel

NAME_IS_OURS = False
"""Whether `milepost` on the Python package index is this project. It is set with the first release
there; until then a milepost that seems to come from an index is pinned as its own wheel."""

TOOLS = "tools"
"""The folder of a journal in which the wheel lies."""

_URL = re.compile(r"https://[\w.-]+(?::\d+)?/[\w.~%+/-]+")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FOLDER = re.compile(r"[\w.-]+(?:/[\w.-]+)*")


@dataclass(frozen=True, slots=True)
class Pin:
    """The steps that install one very milepost, and the files of the journal that they need."""

    steps: str
    files: Mapping[str, bytes] = field(default_factory=dict)


def own_pin() -> Pin:
    """How to install the milepost that runs. Raises what `own_wheel` raises."""
    try:
        found = distribution("milepost")
    except PackageNotFoundError:
        return of_wheel(*own_wheel())
    here = Path(str(found.locate_file("milepost"))).resolve()
    if here != Path(milepost.__file__).resolve().parent:  # it only lies beside the one that runs
        return of_wheel(*own_wheel())
    return pin_of(found, owned=NAME_IS_OURS)


def pin_of(found: Distribution, *, owned: bool) -> Pin:
    """How to install a distribution again: from its commit, its archive, or its own files.

    It is asked for by name only where it came from an index, and the name is `owned`.
    """
    said: Any = json.loads(found.read_text("direct_url.json") or "{}")
    url = str(said.get("url", ""))
    if _URL.fullmatch(url):
        within = said.get("subdirectory") or ""
        part = f"#subdirectory={within}" if within and _FOLDER.fullmatch(within) else ""
        commit = str(said.get("vcs_info", {}).get("commit_id", ""))
        git = said.get("vcs_info", {}).get("vcs") == "git"
        if git and _COMMIT.fullmatch(commit) and bool(part) == bool(within):
            return Pin(filled("install-repository.yml", url=url, commit=commit, part=part))
        digest = str((said.get("archive_info", {}).get("hashes") or {}).get("sha256", ""))
        if re.fullmatch(r"[0-9a-f]{64}", digest) and not within:
            return Pin(filled("install-archive.yml", url=url, digest=digest))
    from_index = not said and (found.read_text("INSTALLER") or "").strip()
    if from_index and owned and re.fullmatch(r"[\w.+!]+", found.version):
        return Pin(filled("install-index.yml", version=found.version))
    return of_wheel(*own_wheel())


def of_wheel(name: str, data: bytes) -> Pin:
    """How to install a wheel that lies in the journal."""
    path = f"{TOOLS}/{name}"
    digest = hashlib.sha256(data).hexdigest()
    return Pin(filled("install-wheel.yml", path=path, digest=digest), {path: data})
