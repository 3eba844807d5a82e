"""Trying out goals before they are written: the project's own check, in memory.

In: wishes, and the journal that they are for. Out: for each the text of its file, what is left open
in it, and what `check` would say of it; nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from milepost.addresses import spelled
from milepost.adopting.goal_file import KEYS, goal_text, said
from milepost.adopting.wish import Wish
from milepost.findings import Finding, Severity
from milepost.journal.filenames import stem
from milepost.pipeline import Opened, findings_of, opened_from
from milepost.scaffold.files import slug

_KEY_OF = dict(zip("SMART", KEYS[:5], strict=True))
_NO_NUMBER = "M201"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A goal as it would be written.

    `standing` is the file that has its place already, so that it is not written; `open` are the
    keys left blank with a question, `findings` what the check says of it beside those.
    """

    wish: Wish
    path: str
    text: str = ""
    says: Mapping[str, str] | None = None
    standing: str = ""
    open: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def hints_only(self) -> bool:
        """Whether the check says no more than hints."""
        return all(one.severity is Severity.HINT for one in self.findings) and not self.open


def drafted(wishes: Sequence[Wish], opened: Opened, origin: str, day: date) -> tuple[Drafted, ...]:
    """Every wish as a goal of the journal; `origin` is what the list is called in its file."""
    placed = _placed(wishes, opened)
    new = {at: wish for at, (wish, _, standing) in enumerate(placed) if not standing}
    blank: dict[int, set[str]] = {at: set() for at in new}
    paths = {placed[at][1]: at for at in new}
    # What cannot be read leaves with the first look, and its place is asked about in the second.
    for _ in range(2):
        for finding in _tried(new, placed, blank, opened, origin, day):
            at = paths[finding.place.path]
            key = _asked(finding)
            value = said(new[at], day).get(key, "")
            if value and finding.code.startswith("F") and finding.severity is not Severity.HINT:
                new[at] = replace(new[at], unclear={**new[at].unclear, key: value})
            elif key and finding.severity is not Severity.HINT:
                blank[at].add(key)
    told = _tried(new, placed, blank, opened, origin, day)
    return tuple(
        Drafted(wish, path, standing=standing)
        if standing
        else _draft(new[at], path, blank[at], told, origin, day)
        for at, (wish, path, standing) in enumerate(placed)
    )


def _draft(
    wish: Wish, path: str, blank: set[str], told: Sequence[Finding], origin: str, day: date
) -> Drafted:
    values = said(wish, day)
    left = tuple(key for key in KEYS if key in wish.unclear or (key in blank and key not in values))
    own = (one for one in told if one.place.path == path)
    others = tuple(one for one in own if one.severity is Severity.HINT or _asked(one) not in left)
    return Drafted(wish, path, goal_text(wish, origin, day, blank), values, "", left, others)


def _placed(wishes: Sequence[Wish], opened: Opened) -> list[tuple[Wish, str, str]]:
    """Each wish with its path, and the path of what stands there already."""
    goals = {spelled(goal.id): goal.path for goal in opened.journal.goals}
    goals |= {spelled(old): goal.path for goal in opened.journal.goals for old in goal.aliases}
    others = {spelled(stem(path)) for path in opened.folder.files} - set(goals)
    found = []
    for wish in wishes:
        name = slug(wish.title)
        if spelled(name) in others:
            name = f"{name}-goal"
        path = f"{opened.journal.root}goals/{name}.md"
        standing = goals.get(spelled(name), "")
        found.append((wish, path, standing))
        goals.setdefault(spelled(name), path)
    return found


def _tried(
    new: Mapping[int, Wish],
    placed: Sequence[tuple[Wish, str, str]],
    blank: Mapping[int, set[str]],
    opened: Opened,
    origin: str,
    day: date,
) -> list[Finding]:
    """What the check says of the new files, were they there."""
    texts = {placed[at][1]: goal_text(wish, origin, day, blank[at]) for at, wish in new.items()}
    files = {**opened.folder.files, **{path: text.encode() for path, text in texts.items()}}
    trial = opened_from(opened.root, replace(opened.folder, files=files))
    return [one for one in findings_of(trial, day, every=True) if one.place.path in texts]


def _asked(finding: Finding) -> str:
    """The key that a finding asks for, or that it cannot read; nothing for others."""
    if finding.code == _NO_NUMBER:
        return "readings"
    return _KEY_OF.get(finding.code[0], "")
