"""A new journal and a new goal.

In: a title, a day, a voice. Out: texts by path, in the language of the voice as far as it has a
catalogue.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from string import Template
from zoneinfo import ZoneInfo

from milepost.addresses import STEERING
from milepost.journal.values import Week
from milepost.scaffold.tongues import in_tongue
from milepost.voice.english import ENGLISH
from milepost.voice.voice import Voice

_TEXTS = Path(__file__).parent / "texts"


def filled(name: str, **words: object) -> str:
    """A text of `texts/` with words in place of its `$names`; it writes a dollar sign as `$$`.

    Raises KeyError when a name of the text is not given.
    """
    return Template(_text(name)).substitute(words)


def told(voice: Voice, name: str, **words: object) -> str:
    """The same with the text in the language of a voice."""
    return Template(in_tongue(_text(name), voice)).substitute(words)


def texts_in_tongues() -> Iterator[tuple[str, str]]:
    """The texts that speak the journal's language line by line: each with its name."""
    for path in (*map(_TEXTS.joinpath, _IN_TONGUES), *sorted((_TEXTS / "templates").glob("*.md"))):
        yield path.relative_to(_TEXTS).as_posix(), path.read_text(encoding="utf-8")


_IN_TONGUES = (
    *("milepost.yaml", "goal.md", "profile.md", "first-goal.md", "first-week.md", "area.txt"),
)
"""Those of weeks and reviews have names for their words, since other texts say them too."""


def _text(name: str) -> str:
    return (_TEXTS / name).read_text(encoding="utf-8")


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
    title: str,
    day: date,
    timezone: str = "",
    install: str = "",
    branch: str = "main",
    language: str = "",
) -> dict[str, str]:
    """The files of a new journal, by path within it; its time zone by name, where it is known.

    `language` is written into its settings, where one is given, and all of it is written so.
    `install` are the steps by which its workflow installs milepost, `branch` the one whose pushes
    it publishes.
    """
    week, voice = Week.of(day), Voice(language or "en", " ", typed=True)
    due = _end_of_quarter(day + timedelta(days=330))
    steps = [day + (due - day) * part / 6 for part in range(1, 6)]
    milestones = {f"step{part}": step for part, step in enumerate(steps, 1)}
    goal = told(voice, "first-goal.md", start=day, due=due, **milestones)
    called = slug(next(line for line in goal.split("\n") if line.startswith("title: "))[7:])
    return {
        "milepost.yaml": told(
            voice,
            "milepost.yaml",
            title=quoted(title),
            language=_setting("language", language, "en"),
            timezone=_setting("timezone", timezone, "Europe/Brussels"),
        ),
        ".gitignore": filled("gitignore"),
        ".github/workflows/pages.yml": workflow(install, branch, timezone, day),
        "content/profile.md": told(voice, "profile.md", year=day.year),
        f"content/goals/{called}.md": goal,
        f"content/journal/{week}.md": told(
            voice,
            "first-week.md",
            week=week,
            counted=f"{called}: 0".ljust(_NOTED),
            given=f"{called}: 1".ljust(_NOTED),
        ),
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


def new_goal(title: str, day: date, voice: Voice = ENGLISH) -> tuple[str, str]:
    """The path and the text of a new goal's file, with every line explained."""
    due = _end_of_quarter(day + timedelta(days=60))
    text = told(voice, "goal.md", title=quoted(title), start=day, due=due)
    return f"goals/{slug(title)}.md", text


def quoted(text: str) -> str:
    """A text on one line as YAML reads it back, between quotes where it needs them."""
    whole = text.encode("utf-8", "replace").decode("utf-8")  # no half of a sign, as of `\\xff`
    flat = " ".join(STEERING.sub(" ", whole).split())
    safe = re.fullmatch(r"[\w(][^:#\[\]{}&*!|>'\"%@`,]*", flat) and not flat.isdigit()
    return flat if safe else _between_quotes(flat)


def _between_quotes(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_NOTED = 24
"""How wide the lines are behind which the first entry has a note."""


def _setting(key: str, value: str, example: str) -> str:
    """The line of a setting, which is left open where it is not known."""
    return (f"{key}: {value}" if value else f"# {key}: {example}").ljust(38)


def _end_of_quarter(day: date) -> date:
    month = (day.month + 2) // 3 * 3
    first_after = date(day.year + month // 12, month % 12 + 1, 1)
    return first_after - timedelta(days=1)
