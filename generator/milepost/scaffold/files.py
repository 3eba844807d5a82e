"""A new journal and a new goal.

In: a title and a day. Out: texts by path.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from string import Template
from zoneinfo import ZoneInfo

from milepost.addresses import STEERING
from milepost.journal.values import Week

_TEXTS = Path(__file__).parent / "texts"


def filled(name: str, **words: object) -> str:
    """A text of `texts/` with words in place of its `$names`; it writes a dollar sign as `$$`.

    Raises KeyError when a name of the text is not given.
    """
    return Template((_TEXTS / name).read_text(encoding="utf-8")).substitute(words)


def slug(title: str) -> str:
    """A file name for a title: small letters, digits and hyphens, in any script.

    >>> slug("Earn the PMP® certification!")
    'earn-the-pmp-certification'
    """
    plain = unicodedata.normalize("NFKC", title).lower()
    words = re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", ""))
    name = "-".join(words)[:60].strip("-")
    return name or "goal"


def new_journal(
    title: str, day: date, timezone: str = "", install: str = "", branch: str = "main"
) -> dict[str, str]:
    """The files of a new journal, by path within it; its time zone by name, where it is known.

    `install` are the steps by which its workflow installs milepost, `branch` the one whose pushes
    it publishes.
    """
    week = Week.of(day)
    due = _end_of_quarter(day + timedelta(days=330))
    steps = [day + (due - day) * part / 6 for part in range(1, 6)]
    milestones = {f"step{part}": step for part, step in enumerate(steps, 1)}
    return {
        "milepost.yaml": filled("milepost.yaml", title=quoted(title), timezone=_zone(timezone)),
        ".gitignore": filled("gitignore"),
        ".github/workflows/pages.yml": workflow(install, branch, timezone, day),
        "content/profile.md": filled("profile.md", year=day.year),
        "content/goals/read-12-books.md": filled("first-goal.md", start=day, due=due, **milestones),
        f"content/journal/{week}.md": filled("first-week.md", week=week),
    }


def workflow(install: str, branch: str, timezone: str, day: date) -> str:
    """The workflow that publishes a journal on GitHub Pages, on each push and each morning.

    GitHub counts the hour in UTC: it is that of the time zone in winter, as of `day`.
    """
    hour, minute = _morning(timezone, day)
    return filled(
        "pages.yml",
        install=install,
        branch=_between_quotes(re.sub(r"([+!])", r"\\\1", branch)),
        when=f"04:{_MINUTE} {timezone or 'UTC'}",
        hour=hour,
        minute=minute,
    )


_MINUTE = 17
"""At the full hour everybody's runs begin, and wait for each other."""


def _morning(timezone: str, day: date) -> tuple[int, int]:
    """Hour and minute in UTC of the early morning in a time zone, without its summer time."""
    at = datetime(day.year, day.month, day.day, 4, _MINUTE)
    try:
        zone: tzinfo = ZoneInfo(timezone) if timezone else UTC
    except (KeyError, ValueError, OSError):
        zone = UTC
    local = at.replace(tzinfo=zone)
    utc = at - (local.utcoffset() or timedelta()) + (local.dst() or timedelta())
    return utc.hour, utc.minute


def new_goal(title: str, day: date) -> tuple[str, str]:
    """The path and the text of a new goal's file, with every line explained."""
    due = _end_of_quarter(day + timedelta(days=60))
    return f"goals/{slug(title)}.md", filled("goal.md", title=quoted(title), start=day, due=due)


def quoted(text: str) -> str:
    """A text on one line as YAML reads it back, between quotes where it needs them."""
    whole = text.encode("utf-8", "replace").decode("utf-8")  # no half of a sign, as of `\\xff`
    flat = " ".join(STEERING.sub(" ", whole).split())
    safe = re.fullmatch(r"[\w(][^:#\[\]{}&*!|>'\"%@`,]*", flat) and not flat.isdigit()
    return flat if safe else _between_quotes(flat)


def _between_quotes(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _zone(name: str) -> str:
    """The line for the time zone, which is left open where it is not known."""
    line = f"timezone: {name}" if name else "# timezone: Europe/Brussels"
    return f"{line:<38}"


def _end_of_quarter(day: date) -> date:
    month = (day.month + 2) // 3 * 3
    first_after = date(day.year + month // 12, month % 12 + 1, 1)
    return first_after - timedelta(days=1)
