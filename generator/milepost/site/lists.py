"""The long lists of the site in parts, each of which becomes a page.

In: a map of all other pages, the report, and how many lines a page may have. Out: the map with
the parts of every list, and with a page for each part that stands on none yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from milepost.addresses import step
from milepost.journal.words import Horizon
from milepost.progress.report import Report
from milepost.site.backlinks import Backlink
from milepost.site.parts_of_lists import LINES, Part, parts_of
from milepost.site.site_map import SiteMap, SitePage, placed, taken_by
from milepost.site.views.goals import goal_part, goal_rows, goal_size
from milepost.site.views.group import area_rows, first_letter, group_part, group_size, tag_rows
from milepost.site.views.listed import key_of, on_page
from milepost.site.views.mentions import mention_part, mention_rows
from milepost.site.views.notes import note_part, note_rows, tells_folders
from milepost.site.views.records import lines_beside, record_part, record_size, year_of
from milepost.site.views.road import road_part, road_rows, road_size
from milepost.site.views.search import search_part, search_rows, search_size
from milepost.voice.labels import horizon
from milepost.voice.pages import capital
from milepost.voice.voice import Voice

Lists = dict[tuple[str, str], tuple[Part[Any], ...]]


def with_lists(
    site_map: SiteMap,
    report: Report,
    voice: Voice,
    reserved: Iterable[str] = (),
    lines: int = LINES,
    links: Mapping[str, Sequence[Backlink]] | None = None,
) -> SiteMap:
    """The map with its lists in parts of at most so many lines.

    `links` are what links to each page, by its address.

    A page of a part gives way to every other page, and to the files of a theme (`reserved`).
    """
    lists = _lists(site_map, report, voice, lines) | _mentions(site_map, report, links or {}, lines)
    pages, taken = dict(site_map.pages), taken_by(site_map.pages.values(), reserved)
    for page in _pages(site_map, lists, voice):
        pages[page.kind, page.key] = at = placed(page, taken)
        taken |= taken_by([at])
    return replace(site_map, pages=pages, lists=lists)


def _lists(site_map: SiteMap, report: Report, voice: Voice, lines: int) -> Lists:
    """Every list by the kind and the key of its page. Each is gone through once.

    Twice as many lines fit on pages where they are half as long.
    """
    goals, road = goal_rows(report), road_rows(report)
    by_folder = tells_folders(voice.reader)
    notes = note_rows(report.journal, by_folder=by_folder)
    found: Lists = {
        ("goals", ""): parts_of(goals, goal_part(report, goals, lines), lines, goal_size),
        ("road", ""): parts_of(road, road_part(report), lines, road_size),
        ("notes", ""): parts_of(notes, note_part(by_folder=by_folder), lines),
        ("tags", ""): parts_of(site_map.of("tag"), first_letter, 2 * lines),
        ("search", ""): parts_of(
            search_rows(site_map, report), search_part, 2 * lines, search_size
        ),
    }
    for page in site_map.of("family"):
        threads = report.records.threads.get(page.key, ())
        found["family", page.key] = parts_of(threads, record_part, lines, record_size)
    for page in site_map.of("record"):
        others = lines_beside(report.records, page.key)
        found["record-lines", page.key] = parts_of(others, year_of, lines, record_size)
    for kind, rows in (("tag", tag_rows(report)), ("area", area_rows(report))):
        for page in site_map.of(kind):
            found[kind, page.key] = parts_of(
                rows.get(page.key, ()), group_part, lines, group_size, latest_first=True
            )
    return found


def _mentions(
    site_map: SiteMap, report: Report, links: Mapping[str, Sequence[Backlink]], lines: int
) -> Lists:
    """What names each goal, and the records that are for it."""
    found: Lists = {}
    for goal in report.journal.goals:
        linking = [link.path for link in links.get(site_map.address("goal", goal.id), ())]
        rows = mention_rows(report, goal, linking)
        found["goal", goal.id] = parts_of(rows, mention_part, lines)
        of_goal = tuple(reversed(report.records.by_goal.get(goal.id, ())))
        found["goal-records", goal.id] = parts_of(of_goal, year_of, lines, record_size)
    return found


def _pages(site_map: SiteMap, lists: Lists, voice: Voice) -> Iterator[SitePage]:
    for (kind, key), parts in lists.items():
        for part in parts:
            if part.name:  # the first stands on the list's own page
                own, called = site_map.pages[on_page(kind), key], _called(voice, kind, part)
                name = f"practice-{part.name}" if kind == "goal-records" else part.name
                yield SitePage(
                    f"{kind}-part",
                    key_of(key, part.name),
                    f"{own.address}{step(name)}/",
                    f"{own.title} · {called}",
                    part=called,
                )


def _called(voice: Voice, kind: str, part: Part[Any]) -> str:
    """A part as people call it: a year, a horizon by its word, a folder by its name."""
    name = part.of
    if kind == "goals" and name in set(Horizon):
        name = capital(horizon(voice, Horizon(name)))
    elif kind == "notes":
        name = part.rows[0][0] or name
    return f"{name} {part.number}".lstrip() if part.number > 1 else name
