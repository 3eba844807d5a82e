"""P2: what is meant to stay hidden and shows all the same.

In: the journal before the gate, so these findings are for its owner only. Out: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from milepost.checks.context import CheckContext
from milepost.checks.locating import locate_in_text
from milepost.checks.privacy.pictures import has_position
from milepost.checks.rule import Remark, rule
from milepost.findings import Place
from milepost.journal.model import Goal
from milepost.journal.whole import find_asset
from milepost.journal.words import Visibility

_DISTINCT = 8
"""Letters that a title of several words must have before it can be told from plain speech."""


@rule("P201", "private-goal-named")
def named(context: CheckContext) -> Iterator[Remark]:
    """A text that others may read names a goal that they may not see.

    A link to a hidden goal becomes plain words by itself, but its title, written out, stays. Looked
    for are titles of two words or more, and ids with a hyphen. The finding is shown to you only.

    Flagged:
        == content/goals/leave-the-bank.md ==
        title: Leave the bank
        status: someday
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        An hour for my secret: leave the bank.
    Fine:
        == content/goals/leave-the-bank.md ==
        title: Leave the bank
        status: someday
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        An hour for [[leave-the-bank|something]].
    """
    seen: set[Place] = set()
    for audience in (Visibility.PUBLIC, Visibility.SHARED):
        hidden = [g for g in context.journal.goals if not g.visibility.seen_by(audience)]
        patterns = [(goal, pattern) for goal in hidden if (pattern := _names(goal))]
        if not patterns:
            continue
        shown = context.public if audience is Visibility.PUBLIC else context.shared
        for part in shown.texts:
            for goal, pattern in patterns:
                match = pattern.search(part.text)
                if match is None:
                    continue
                place = context.locate_published(part, match[0])
                if place in seen:
                    continue
                seen.add(place)
                readers = "everybody" if audience is Visibility.PUBLIC else "your supporters"
                yield (
                    place,
                    f"{readers} can read this, and “{match[0]}” names a goal that is "
                    f"{goal.visibility.value}",
                    f"write [[{goal.id}|something else]], put it between `::: private` and `:::`, "
                    f"or write `visibility: {part.document.visibility.value}` in the goal",
                )


@rule("P202", "picture-with-position")
def position(context: CheckContext) -> Iterator[Remark]:
    """A picture in something that others may read says where it was taken.

    Cameras and phones write the position into the file (EXIF or XMP data), to within a few metres.
    The picture is published as it is, so everybody who saves it can read where you live or run.

    Flagged:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        ![The boat](boat.jpg)
        == content/journal/boat.jpg ==
        ⟨a photograph that says where it was taken⟩
    Fine:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        ![The boat](boat.jpg)
        == content/journal/boat.jpg ==
        ⟨a photograph that does not say where it was taken⟩
    """
    if not context.assets:
        return
    seen: dict[str, bool] = {}
    for document in context.shared.documents:
        for source in document.outline.pictures:
            asset = find_asset(document.path, unquote(source), context.assets)
            if asset is None:
                continue
            if asset not in seen:
                seen[asset] = has_position(context.assets[asset])
            if seen[asset]:
                text = context.sources.get(document.path, "")
                yield (
                    locate_in_text(text, document.path, source, after_line=document.prose.line),
                    "this picture says where it was taken, and it will be "
                    f"{_open(document.visibility)}",
                    "save a copy without its position (most programs: “Export”, “without location” "
                    f"or “without metadata”; `exiftool -gps:all= -xmp:geotag= {asset}`)",
                )


@rule("P203", "published-by-default")
def default(context: CheckContext) -> Iterator[Remark]:
    """The settings publish every file that does not say otherwise.

    So a file in which the line is forgotten, or a note that a tool of yours lays into the folder,
    is open at once. With `private` as the default a forgotten line costs nothing.

    Flagged:
        == milepost.yaml ==
        visibility: public
    Fine:
        == milepost.yaml ==
        visibility: private
    """
    settings = context.journal.settings
    if settings.visibility is not Visibility.PRIVATE:
        text = context.sources.get(settings.path, "")
        place = locate_in_text(text, settings.path, settings.visibility.value)
        yield (
            place,
            f"every file that says nothing will be {_open(settings.visibility)}",
            "write `visibility: private` here, and "
            f"`visibility: {settings.visibility.value}` in each file that others may read",
        )


def _names(goal: Goal) -> re.Pattern[str] | None:
    """What a goal can be called by: its title where that is no plain word, its id with hyphens."""
    names: list[str] = []
    words = goal.title.split()
    if len(words) > 1 and len(goal.title) >= _DISTINCT:
        names.append(r"\s+".join(map(re.escape, words)))
    if "-" in goal.id and len(goal.id) >= _DISTINCT:
        names.append(re.escape(goal.id))
    if not names:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])", re.IGNORECASE)


def _open(visibility: Visibility) -> str:
    return "public" if visibility is Visibility.PUBLIC else "shared"
