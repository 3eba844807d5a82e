"""In: what was shown, and what has been made since. Out: what is shown now, and what of it is new.

Nothing here knows of servers or browsers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Built:
    """What came of making the site once.

    `pages` is None when it could not be made: the last good pages stay. `alert` is HTML, already
    escaped where it must be, shown on top of every page; "" when all is well. `title` is one line
    of plain text that names the alert, such as "2 mistakes in your journal".
    """

    pages: Mapping[str, bytes] | None
    alert: str = ""
    title: str = ""


@dataclass(frozen=True)
class Shown:
    """What the browsers are shown. `pages` is None until a site was made for the first time.

    `stamp` is a fingerprint: equal stamps, equal pages and alert, from one start to the next.
    """

    pages: Mapping[str, bytes] | None
    alert: str
    title: str
    stamp: str


@dataclass(frozen=True)
class News:
    """What became new on the way to `stamp`: addresses, sorted; None for "perhaps all of them"."""

    stamp: str
    changed: tuple[str, ...] | None
    alert: bool


UNTITLED = "Something is wrong in the journal"
UNSAID = "<p>The site could not be made.</p>"


def shown_after(before: Shown | None, built: Built) -> Shown:
    """What is shown once this was made: its pages, or the last good ones below an alert."""
    pages = built.pages
    alert = built.alert
    if pages is None:
        pages = before.pages if before else None
        alert = alert or UNSAID
    title = built.title or UNTITLED
    return Shown(pages, alert, title, _stamp(pages, alert, title))


def news_between(before: Shown, after: Shown) -> News:
    """What a browser that shows `before` has to hear of `after`."""
    old, new = before.pages or {}, after.pages or {}
    changed = sorted(a for a in old.keys() | new.keys() if old.get(a) != new.get(a))
    alert = (before.alert, before.title if before.alert else "") != (
        after.alert,
        after.title if after.alert else "",
    )
    if (before.pages is None) != (after.pages is None):
        return News(after.stamp, None, alert)
    return News(after.stamp, tuple(changed), alert)


def merged(earlier: News, later: News) -> News:
    """What has become new over two steps."""
    if earlier.changed is None or later.changed is None:
        changed = None
    else:
        changed = tuple(sorted({*earlier.changed, *later.changed}))
    return News(later.stamp, changed, earlier.alert or later.alert)


def _stamp(pages: Mapping[str, bytes] | None, alert: str, title: str) -> str:
    total = hashlib.blake2b(digest_size=12)
    for address in sorted(pages or ()):
        total.update(hashlib.blake2b(address.encode(), digest_size=16).digest())
        total.update(hashlib.blake2b((pages or {})[address], digest_size=16).digest())
    for words in (alert, title if alert else "", str(pages is None)):
        total.update(hashlib.blake2b(words.encode(), digest_size=16).digest())
    return total.hexdigest()
