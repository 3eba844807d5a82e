"""Who may see a file: its own word, the flags of other tools, else the settings' default.

In: the keys of a file. Out: a `Visibility` and findings. What cannot be read means private, and of
two answers the more private one holds.
"""

from __future__ import annotations

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.nodes import Keys, Node, Text, folded
from milepost.journal.words import Visibility

TRUE, FALSE = {"true", "yes", "on", "1", "y"}, {"false", "no", "off", "0", "n"}
_HIDES_WHEN = {
    "draft": True,
    "private": True,
    "hidden": True,
    "publish": False,
    "published": False,
    "public": False,
    "share": False,
    "shared": False,
}
_SHOWS = {
    "publish": Visibility.PUBLIC,
    "published": Visibility.PUBLIC,
    "public": Visibility.PUBLIC,
    "share": Visibility.SHARED,
    "shared": Visibility.SHARED,
}
KEYS = {"visibility", *_HIDES_WHEN}
"""The keys that this module reads, folded."""


def decide(
    keys: Keys | None, default: Visibility, *, whole: bool
) -> tuple[Visibility, list[Finding]]:
    """Who may see the file with these keys.

    `whole` says whether all of the front matter could be read: where it could not, a lost line may
    have said "private", so the file counts as private.
    """
    answers: list[Visibility] = [] if whole else [Visibility.PRIVATE]
    findings: list[Finding] = []
    for key, node in keys.pairs if keys else ():
        name = folded(key.value)
        if name not in KEYS or (isinstance(node, Text) and node.empty and name != "visibility"):
            continue
        answer = _said(node) if name == "visibility" else _flag(name, node)
        if answer == "unread":
            text = node.value.strip() if isinstance(node, Text) else "a list"
            findings.append(faults.visibility_unread(node.place, key.value, text))
            answer = Visibility.PRIVATE
        elif isinstance(node, Text) and node.quoted and node.value.strip().lower() in TRUE | FALSE:
            findings.append(faults.quoted_boolean(node.place, node.value.strip()))
        if isinstance(answer, Visibility):
            answers.append(answer)
    if not answers:
        return default, findings
    hidden = next((seen for seen in Visibility if seen in answers), default)
    return hidden, findings


def _said(node: Node) -> Visibility | str:
    if not isinstance(node, Text):
        return "unread"
    word = node.value.strip().lower()
    return Visibility(word) if word in {seen.value for seen in Visibility} else "unread"


def _flag(name: str, node: Node) -> Visibility | str | None:
    """What a flag of another tool says: hide, show, nothing, or it cannot be read."""
    word = node.value.strip().lower() if isinstance(node, Text) else ""
    if word not in TRUE | FALSE:
        return "unread"
    flag = word in TRUE
    if flag is _HIDES_WHEN[name]:
        return Visibility.PRIVATE
    return _SHOWS.get(name)
