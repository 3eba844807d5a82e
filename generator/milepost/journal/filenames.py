"""What kind of file a path is, and which week, day or period it is of.

In: paths relative to the journal, and the first heading of a file. Out: a kind, dates, ids, and
what the names of a whole folder say together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from functools import lru_cache
from pathlib import PurePosixPath

from milepost.addresses import STEERING
from milepost.journal.dates import (
    Order,
    find_date,
    make_date,
    order_of,
    parse_period,
    parse_week,
    turned_day,
)
from milepost.journal.numbers import Misread
from milepost.journal.values import Week
from milepost.journal.words import ATTACHMENTS, COLLECTIONS, SETTINGS, is_put_aside
from milepost.patterns import late

_UNREAD = {"node_modules", "templates"}
_BESIDE = {"theme", "static", "data"}
PICTURES = frozenset("jpg jpeg png gif webp avif heic svg bmp tif tiff".split())  # noqa: SIM905
SOUND = frozenset("mp3 m4a ogg oga opus wav flac aac".split())  # noqa: SIM905
FILM = frozenset("mp4 m4v webm mov ogv mkv".split())  # noqa: SIM905
_SHOWN = (
    frozenset("pdf txt odt ods odp doc docx xls xlsx ppt pptx rtf epub vtt".split())  # noqa: SIM905
    | PICTURES
    | SOUND
    | FILM
)
INDEXES = frozenset({"readme", "index", "_index"})
"""The names of files that speak of their folder."""
_WEEK_NAME = re.compile(
    r"(?<![0-9])([0-9]{4})[ _-]{0,3}(?:[Ww]|[Kk][Ww])[ _-]?([0-9]{1,2})(?![0-9])"
)
_DAY_NAME = re.compile(r"(?<![0-9])([0-9]{4})([-_.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_DIGITS = re.compile(r"((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])")
_IN_FOLDERS = late(
    r"(?:^|/)([0-9]{4})/(?:[0-9]{4}-)?([0-9]{2})[^/0-9]*/([0-9]{2})(?:[^0-9/][^/]*)?(?:/[^/]*)?$"
)
_TURNED = late(
    r"(?<![0-9.])(?<!version )(?<!release )(?<!v)([0-9]{1,2})([-_.])([0-9]{1,2})\2"
    r"((?:19|20|21)[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"([0-9]{4})[-_. ]([0-9]{2})(?![0-9])(?![-_.][0-9])")
_WEEKLY = re.compile(r"week|woche|wochen|semaine|semana|settiman|uge|vecka", re.IGNORECASE)
_OF_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})-week-?([1-6])", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<![^\W_])(?:week(?:[ _-]?notes?)?|weeknotes|wk|kw|woche|semaine|semana|settimana|uge|uke|"
    r"vecka|tydzień)[ _-]?#?([0-9]{1,2})(?![0-9])|(?<![0-9])([0-9]{1,2})\. (?:kw|woche|uge)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})(?![0-9])")
_REVIEW = re.compile(r"[0-9]{4}(?:-(?:[0-9]{2}|Q[1-4]))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The week or the day that a file is of; `day` is None for a whole week."""

    week: Week
    day: date | None = None


class Why(Enum):
    """Why a file is no page of the site and no part of one."""

    HIDDEN = auto()
    """It belongs to a tool: its name begins with a point, or is `node_modules`."""
    PUT_ASIDE = auto()
    """It, or its folder, has a name that begins with `_`."""
    TEMPLATES = auto()
    BESIDE_CONTENT = auto()
    """Where there is a `content/`, nothing else is a note."""
    BESIDE_NOTES = auto()
    """It lies in a folder of the site's own: theme, static, data."""
    COLLECTION = auto()
    """It lies in a folder such as `_posts`, and there are dated notes elsewhere."""
    DRAWING = auto()
    COPY = auto()
    UNREADABLE = auto()
    OTHER = auto()
    """It is of a kind that no page shows."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How the notes beside a file are named, where its own name leaves it open.

    `weeks` says that `2024-05` is the fifth week and not May, `first` which part of `03-04-2025`
    comes first: "day", "month", or nothing where no other name tells.
    """

    weeks: bool = False
    first: Order = ""


_OPEN = Naming()


@dataclass(frozen=True, slots=True)
class Layout:
    """What the names in a folder say together: where its notes are, and how they count.

    `root` is `content/` or nothing, `own` whether the folder was made for milepost, by what lies in
    it; `collections` says whether `_posts` and its kin are read; `namings` are by `series`.
    """

    root: str = ""
    own: bool = False
    collections: bool = False
    namings: Mapping[str, Naming] = field(default_factory=dict)

    def why_not(self, path: str) -> Why | None:
        """Why a Markdown file is no note of the journal; None when it is one."""
        parts = path.split("/")
        for part in parts:
            if why := Why.PUT_ASIDE if part in ATTACHMENTS else why_passed_over(part):
                return why
        if not path.startswith(self.root):
            return Why.BESIDE_CONTENT
        if not self.root and parts[0] in _BESIDE:
            return Why.BESIDE_NOTES
        in_collection = any(part in COLLECTIONS for part in parts[:-1])
        return Why.COLLECTION if in_collection and not self.collections else None

    def reads(self, path: str) -> bool:
        """Whether a path is a note of the journal: Markdown, and not in a folder of tools."""
        return is_note(path) and self.why_not(path) is None

    def kind_of(self, path: str) -> str:
        """As `kind_of`; a `log/` holds records, but in a folder that was not made for milepost.

        There people keep their journals in it.
        """
        first, slash, _ = path.removeprefix(self.root).partition("/")
        return "log" if self.own and slash and first.lower() == "log" else kind_of(path, self.root)

    def naming(self, path: str) -> Naming:
        """How the notes beside this file are named."""
        return self.namings.get(series(path), _OPEN)


def layout(paths: Collection[str]) -> Layout:
    """What the names in a folder say together.

    >>> layout(["2023-51.md", "2024-05.md"]).naming("2024-05.md").weeks
    True
    >>> layout(["03-04-2025.md", "15-04-2025.md"]).naming("03-04-2025.md").first
    'day'
    """
    root = content_root(paths)
    own = SETTINGS in paths or any(kind_of(path, root) and path.startswith(root) for path in paths)
    plain = Layout(root)
    notes = [path for path in paths if is_note(path)]
    collections = not root and not any(
        plain.reads(path) and (kind_of(path, root) == "goals" or _is_dated(path)) for path in notes
    )
    numbers: dict[str, set[int]] = {}
    turned: dict[str, list[tuple[int, int]]] = {}
    for path in notes:
        name = stem(path)
        if match := _bare_number(name):
            numbers.setdefault(series(path), set()).add(int(match[2]))
        if (match := _TURNED.search(name)) and match[2] != ".":
            turned.setdefault(series(path), []).append((int(match[1]), int(match[3])))
    namings = {
        name: Naming(_counts_weeks(name, numbers.get(name, set())), order_of(turned.get(name, ())))
        for name in numbers.keys() | turned.keys()
    }
    return Layout(root, own, collections, namings)


def _counts_weeks(name: str, numbers: Collection[int]) -> bool:
    """Whether the numbers behind the years of a series are weeks: they go beyond 12, or it says."""
    most = max(numbers, default=0)
    return most <= 53 and (most > 12 or bool(numbers and _WEEKLY.search(name)))


def counts_a_week(path: str) -> bool:
    """Whether a file's own name is a year and a number, which may be a week."""
    return _bare_number(own_name(path)) is not None


def _bare_number(name: str) -> re.Match[str] | None:
    """A year and a number that may be a week; not the month of `2016-09-week4`."""
    return None if _OF_MONTH.search(name) else _NUMBER.match(name)


def series(path: str) -> str:
    """The folder whose files count on from one another, whatever the years of its folders.

    >>> series("log/2024/2024-05.md")
    'log/*'
    """
    folder, _, _ = path.rpartition("/")
    return _YEAR.sub("*", folder)


def _is_dated(path: str) -> bool:
    return when(path, "") is not None or bool(_NUMBER.match(stem(path)))


def is_note(path: str) -> bool:
    """Whether a file is Markdown, by its ending."""
    return path.lower().endswith((".md", ".markdown"))


def content_root(paths: Collection[str]) -> str:
    """`content/` where the journal has such a folder, else the journal itself."""
    return "content/" if any(path.startswith("content/") for path in paths) else ""


def hidden_by_content(paths: Collection[str]) -> list[str]:
    """The dated notes that are not read because they stand beside a `content/`."""
    beside = Layout()
    return sorted(
        path
        for path in paths
        if content_root(paths)
        and not path.startswith("content/")
        and beside.reads(path)
        and when(path, "")
    )


@lru_cache(maxsize=32768)
@lru_cache(maxsize=32768)
def why_passed_over(name: str) -> Why | None:
    """Why a file or folder of this name is not looked at; None when it is."""
    if name.startswith(".") or name.lower() == "node_modules":
        return Why.HIDDEN
    if is_put_aside(name):
        return Why.PUT_ASIDE
    return Why.TEMPLATES if name.lower() in _UNREAD else None


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name belongs to a tool, or was put aside by its owner."""
    return why_passed_over(name) is not None


def ending(path: str) -> str:
    """The ending of a file's name, in small letters and without its point."""
    return PurePosixPath(path).suffix.lower()[1:]


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
    return ending(path) in _SHOWN


def kind_of(path: str, root: str) -> str:
    """The folder that decides: goals, journal, reviews, pages, profile, else nothing."""
    inside = path.removeprefix(root)
    if inside.lower() == "profile.md":
        return "profile"
    first, slash, _ = inside.partition("/")
    known = {"goals", "journal", "reviews", "pages"}
    return first.lower() if slash and first.lower() in known else ""


@lru_cache(maxsize=32768)
def stem(path: str) -> str:
    """The name of a file without folder and ending."""
    return PurePosixPath(path).stem


def own_name(path: str) -> str:
    """What a file is called: its stem, or the name of its folder where it speaks of that.

    >>> own_name("posts/2026-11-20-a-walk/index.md"), own_name("README.md")
    ('2026-11-20-a-walk', 'README')
    """
    name, folder = stem(path), PurePosixPath(path).parent.name
    return folder if name.lower() in INDEXES and folder not in {"", "content"} else name


def when(path: str, heading: str, naming: Naming = _OPEN) -> When | None:
    """The week or day that the name, else the first heading, says.

    `naming` decides what the name leaves open.

    >>> str(when("journal/2016-09-week4.md", "").week)
    '2016-W38'
    """
    name = own_name(path)
    if match := _WEEK_NAME.search(name):
        return _of_week(match)
    if naming.weeks and (match := _bare_number(name)):
        return _of_week(match)
    if day := _named_day(path, name, naming.first) or find_date(heading):
        return When(Week.of(day), day)
    if match := _OF_MONTH.search(name):
        first = make_date(int(match[1]), int(match[2]), 1)
        if isinstance(first, date):
            return When(Week.of(first + timedelta(weeks=int(match[3]) - 1)))
    if match := _WEEK_NAME.search(heading):
        return _of_week(match)
    return _numbered(name, path) or _numbered(heading, path + " " + heading)


def _of_week(match: re.Match[str]) -> When | None:
    week = parse_week(f"{match[1]}-W{match[2]}")
    return When(week) if week else None


def _named_day(path: str, name: str, first: Order = "") -> date | None:
    """The day in a name, as people and their tools write it, or in the folders above it."""
    if match := _TURNED.search(name):
        turned = _turned_day(match, first)
        return turned if isinstance(turned, date) else None
    if match := _DAY_NAME.search(name):
        parts = match[1], match[3], match[4]
    elif match := _DIGITS.match(name) or _IN_FOLDERS.search(
        str(PurePosixPath(path).with_suffix(""))
    ):
        parts = match[1], match[2], match[3]
    else:
        return find_date(re.sub(r"[-_]", " ", name))
    day = make_date(*map(int, parts))
    return day if isinstance(day, date) else None


def _turned_day(match: re.Match[str], first: Order) -> date | Misread:
    """The day of a name that has its year last."""
    return turned_day(match[0], int(match[1]), int(match[3]), int(match[4]), first)


def _numbered(text: str, around: str) -> When | None:
    """“Week 12”, when a year stands beside it or in the path."""
    match = _NUMBERED.search(text)
    years = _YEAR.findall(around)
    week = parse_week(f"{years[-1]}-W{match[1] or match[2]}") if match and years else None
    return When(week) if week else None


def impossible_week(path: str, heading: str = "") -> str:
    """The week that a file's name, else its first heading, says where there is no such week."""
    for text, around in ((own_name(path), path), (heading, f"{path} {heading}")):
        if match := _WEEK_NAME.search(text):
            week = f"{match[1]}-W{match[2]}"
            return match[0].strip() if not parse_week(week) else ""
        match, years = _NUMBERED.search(text), _YEAR.findall(around)
        if match and years:
            return f"{years[-1]}-W{int(match[1] or match[2]):02d}"
    return ""


def impossible_day(path: str, naming: Naming = _OPEN) -> Misread | None:
    """Why the day that a file's name says is none of the calendar, or which day it is not clear."""
    name = own_name(path)
    day: date | Misread | None = None
    if match := _TURNED.search(name):
        day = _turned_day(match, naming.first)
    elif match := _DAY_NAME.search(name):
        day = make_date(int(match[1]), int(match[3]), int(match[4]))
    return day if isinstance(day, Misread) else None


def review_period(path: str) -> tuple[str, date, date] | None:
    """The period of a review by its name, with first and last day."""
    name = stem(path).upper()
    span = parse_period(name) if _REVIEW.fullmatch(name) else None
    return (name, *span) if span else None


def words_beside_date(path: str) -> str:
    """The words of a dated note's name, without its day or week.

    >>> words_beside_date("posts/2026-11-20-a-walk.md"), words_beside_date("2016-09-week4.md")
    ('A walk', '')
    """
    name = own_name(path)
    for pattern in (_OF_MONTH, _WEEK_NAME, _TURNED, _DAY_NAME, _NUMBERED, _NUMBER):
        name = pattern.sub(" ", name)
    if match := _DIGITS.match(name):
        name = name[match.end() :]
    if find_date(re.sub(r"[-_]", " ", name)):
        return ""
    words = title_of(name.strip(" ,.()")).strip()
    return words if re.search(r"[^\W\d_]{2}", words) and not _WEEKLY.fullmatch(words) else ""


def title_of(name: str) -> str:
    """A file's name as a title: `earn-pmp` is “Earn pmp”."""
    words = re.sub(r"[-_]+", " ", unicodedata.normalize("NFC", STEERING.sub("", name))).strip()
    return words[:1].upper() + words[1:]
