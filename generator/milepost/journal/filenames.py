"""What kind of file a path is, and which week, day or period it is of.

In: paths relative to the journal, and the first heading of a file. Out: a kind, dates, ids.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from milepost.addresses import STEERING
from milepost.journal.dates import find_date, make_date, parse_date, parse_period, parse_week
from milepost.journal.numbers import Misread
from milepost.journal.values import Week

_UNREAD = {"node_modules", "templates"}
_BESIDE = {"theme", "static", "data"}
_SHOWN = frozenset(
    """
    jpg jpeg png gif webp avif heic svg bmp tif tiff
    pdf txt odt ods odp doc docx xls xlsx ppt pptx rtf epub
    mp3 m4a ogg oga opus wav flac aac mp4 m4v webm mov ogv mkv vtt
    """.split()  # noqa: SIM905
)
_WEEK_NAME = re.compile(r"(?<![0-9])([0-9]{4}-?[Ww][0-9]{1,2})(?![0-9])")
_DAY_NAME = re.compile(r"(?<![0-9])([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])")
_OF_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})-week-?([1-6])", re.IGNORECASE)
_NUMBERED = re.compile(r"\bweek[ _-]?([0-9]{1,2})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})(?![0-9])")
_REVIEW = re.compile(r"[0-9]{4}(?:-(?:[0-9]{2}|Q[1-4]))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The week or the day that a file is of; `day` is None for a whole week."""

    week: Week
    day: date | None = None


def content_root(paths: Collection[str]) -> str:
    """`content/` where the journal has such a folder, else the journal itself."""
    return "content/" if any(path.startswith("content/") for path in paths) else ""


def is_read(path: str, root: str) -> bool:
    """Whether a path is a note of the journal: Markdown, and not in a folder of tools."""
    if not path.startswith(root) or not path.lower().endswith((".md", ".markdown")):
        return False
    parts = PurePosixPath(path).parts
    if any(is_passed_over(part) for part in parts):
        return False
    return bool(root) or parts[0] not in _BESIDE


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name belongs to a tool, or was put aside by its owner."""
    return name.startswith((".", "_")) or name.lower() in _UNREAD


def may_be_shown(path: str) -> bool:
    """Whether a file is of a kind that a link or a picture may bring along to the site.

    These are pictures, documents, sound and film, by their endings; nothing in a folder of data or
    of the theme, and nothing hidden or left behind by an editor.

    >>> may_be_shown("static/cv.pdf"), may_be_shown("data/cv.pdf"), may_be_shown("cv.pdf~")
    (True, False, False)
    """
    parts = PurePosixPath(path).parts
    if any(is_passed_over(part) or part.startswith(("~", "#")) for part in parts):
        return False
    if len(parts) > 1 and parts[0].lower() in {"data", "theme"}:
        return False
    return PurePosixPath(path).suffix.lower()[1:] in _SHOWN


def kind_of(path: str, root: str) -> str:
    """The folder that decides: goals, journal, reviews, pages, profile, else nothing."""
    inside = path.removeprefix(root)
    if inside.lower() == "profile.md":
        return "profile"
    first, slash, _ = inside.partition("/")
    known = {"goals", "journal", "reviews", "pages"}
    return first.lower() if slash and first.lower() in known else ""


def stem(path: str) -> str:
    """The name of a file without folder and ending."""
    return PurePosixPath(path).stem


def when(path: str, heading: str) -> When | None:
    """The week or day that the name, else the first heading, says.

    >>> str(when("journal/2016-09-week4.md", "").week)
    '2016-W38'
    """
    name = stem(path)
    if match := _WEEK_NAME.search(name):
        week = parse_week(match[1])
        return When(week) if week else None
    if match := _DAY_NAME.search(name):
        day = parse_date(match[1])
        return When(Week.of(day), day) if isinstance(day, date) else None
    if day_ := find_date(heading):
        return When(Week.of(day_), day_)
    if match := _OF_MONTH.search(name):
        first = make_date(int(match[1]), int(match[2]), 1)
        if isinstance(first, date):
            return When(Week.of(first + timedelta(weeks=int(match[3]) - 1)))
    if match := _WEEK_NAME.search(heading):
        week = parse_week(match[1])
        return When(week) if week else None
    return _numbered(name, path) or _numbered(heading, path + " " + heading)


def _numbered(text: str, around: str) -> When | None:
    """“Week 12”, when a year stands beside it or in the path."""
    match = _NUMBERED.search(text)
    years = _YEAR.findall(around)
    week = parse_week(f"{years[-1]}-W{match[1]}") if match and years else None
    return When(week) if week else None


def impossible_week(path: str, heading: str = "") -> str:
    """The week that a file's name, else its first heading, says where there is no such week."""
    for text, around in ((stem(path), path), (heading, f"{path} {heading}")):
        if match := _WEEK_NAME.search(text):
            return match[1] if not parse_week(match[1]) else ""
        match, years = _NUMBERED.search(text), _YEAR.findall(around)
        if match and years:
            return f"{years[-1]}-W{int(match[1]):02d}"
    return ""


def impossible_day(path: str) -> Misread | None:
    """Why the day that a file's name says is none of the calendar."""
    match = _DAY_NAME.search(stem(path))
    day = parse_date(match[1]) if match else None
    return day if isinstance(day, Misread) else None


def review_period(path: str) -> tuple[str, date, date] | None:
    """The period of a review by its name, with first and last day."""
    name = stem(path).upper()
    span = parse_period(name) if _REVIEW.fullmatch(name) else None
    return (name, *span) if span else None


def title_of(name: str) -> str:
    """A file's name as a title: `earn-pmp` is “Earn pmp”."""
    words = re.sub(r"[-_]+", " ", unicodedata.normalize("NFC", STEERING.sub("", name))).strip()
    return words[:1].upper() + words[1:]
