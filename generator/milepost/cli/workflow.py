"""What the workflow of a journal will do: on which branch, with which milepost, for whom.

In: an opened journal, the day, and what git holds of its folder. Out: lines of a diagnosis, and the
workflow as this milepost writes it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from milepost.cli.lines import Line, Weight
from milepost.cli.repository import Nothing, Repository, branch_of
from milepost.pipeline import Opened
from milepost.scaffold.files import workflow
from milepost.scaffold.installed import NAME_IS_OURS, TOOLS, Pin, own_pin

WORKFLOW = ".github/workflows/pages.yml"
RENEW = "milepost publish --renew"
_BARE = re.compile(r"pip install [\"']?milepost(?![\w.-]*/)(?! @)\b")
_WHEEL = re.compile(rf"\b([0-9a-f]{{64}})  ({TOOLS}/[\w.+-]+\.whl)")


def renewed(opened: Opened, day: date) -> tuple[str, Pin]:
    """The workflow of a journal as this milepost writes it, and how it installs milepost.

    Raises FileNotFoundError where the installed milepost is not whole.
    """
    pin = own_pin()
    timezone = opened.journal.settings.timezone
    return workflow(pin.steps, branch_of(opened.root), timezone, day), pin


def of_workflow(opened: Opened, day: date, repository: Repository | Nothing) -> Iterator[Line]:
    """Whether the workflow that publishes will run, for everybody, with a milepost that is known.

    Nothing is said where there is none.
    """
    try:
        text = (opened.root / WORKFLOW).read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError):
        yield Line(Weight.MEND, f"{WORKFLOW} cannot be read", "save it as UTF-8 text")
        return
    if "milepost build" in text and "--for public" not in text:
        found = f"{WORKFLOW} builds the site, and not with --for public"
        yield Line(Weight.MEND, found, "write `milepost build --for public` there")
        return
    yield from _branch(text, repository)
    yield from _installed(opened.root, text, repository)
    yield _current(opened, text, day)


def _branch(text: str, repository: Repository | Nothing) -> Iterator[Line]:
    """Whether a push to the branch that git has makes it run."""
    named = branches(text)
    if named and not isinstance(repository, Nothing) and repository.branch not in (*named, ""):
        found = (
            f"{WORKFLOW} runs on pushes to {named[0]}, and this is the branch {repository.branch}"
        )
        yield Line(Weight.MEND, found, f"git branch -m {named[0]} (or write the other name there)")


def branches(text: str) -> tuple[str, ...]:
    """The branches whose pushes make a workflow run, where it names them one by one."""
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError:
        return ()
    on = (said.get("on") or said.get(True)) if isinstance(said, dict) else None
    push = on.get("push") if isinstance(on, dict) else None
    named = push.get("branches") if isinstance(push, dict) else None
    every = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    plain = tuple(re.sub(r"\\(.)", r"\1", str(name)) for name in every)
    return () if any(re.search(r"(?<!\\)[*?\[]|^!", str(name)) for name in every) else plain


def _installed(root: Path, text: str, repository: Repository | Nothing) -> Iterator[Line]:
    """Whether what it installs is known, and there."""
    if _BARE.search(text) and not NAME_IS_OURS:
        found = (
            f"{WORKFLOW} installs what the index calls milepost, which is not this project: "
            "whoever takes that name runs code in this journal"
        )
        yield Line(Weight.MEND, found, RENEW)
    for digest, path in _WHEEL.findall(text):
        try:
            data = (root / path).read_bytes()
        except OSError:
            yield Line(Weight.MEND, f"{WORKFLOW} installs {path}, which is not there", RENEW)
            continue
        if hashlib.sha256(data).hexdigest() != digest:
            found = f"{path} is not the file that {WORKFLOW} knows by its hash"
            yield Line(Weight.MEND, found, RENEW)
        if not isinstance(repository, Nothing) and repository.head and path not in repository.head:
            found = f"{path}, which {WORKFLOW} installs, is not committed"
            yield Line(Weight.MEND, found, f"git add -f {path}")


def _current(opened: Opened, text: str, day: date) -> Line:
    try:
        mine, pin = renewed(opened, day)
    except FileNotFoundError:
        return Line(Weight.KNOW, "this milepost is not whole", "install it again")
    fine = f"{WORKFLOW} is the one of this release"
    if _bare(text) != _bare(mine):
        found = f"{WORKFLOW} is not the one of this release: older, or changed by you"
        next_ = f"{RENEW} (writes it anew; `git diff` then shows what changed)"
        return Line(Weight.KNOW, found, next_)
    if " ".join(pin.steps.split()) in " ".join(text.split()):
        return Line(Weight.FINE, fine, "nothing to do")
    return Line(Weight.KNOW, f"{fine}, and installs another milepost than this one", RENEW)


def _bare(text: str) -> list[str]:
    """The words of a workflow, but for its branch and how milepost is installed."""
    own = ("branches:", "- run: pip install", "- run: echo ", "# The very ")
    lines = (line.strip() for line in text.splitlines())
    return [word for line in lines if not line.startswith(own) for word in line.split()]
