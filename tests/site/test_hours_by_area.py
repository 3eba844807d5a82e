"""Hours by life area, on the pages of periods and on that of all areas."""

from __future__ import annotations

from site_makers import page, site, words

GOAL = """
== content/goals/{name}.md ==
---
title: Learn {name}
measurable: 100 hours
time_bound: 2026-11-02 to 2026-12-27
achievable: {hours} h a week
{area}---
"""
WEEKS = """
== content/journal/2026-W46.md ==
---
hours: {basque: 3, cello: 1}
---
A week.
== content/journal/2026-W47.md ==
---
hours: {basque: 3, tap: 1}
---
Another.
"""


def journal(*areas: str) -> str:
    goals = zip(("basque", "cello", "tap"), (4, 2, 1), areas, strict=True)
    texts = (
        GOAL.format(name=name, hours=hours, area=f"area: {area}\n" if area else "")
        for name, hours, area in goals
    )
    return "".join(texts) + WEEKS


def test_areas_are_told_with_their_part_of_all_hours() -> None:
    made = site(journal("mind", "music", "Music"))
    for address in ("2026/11/", "2026/Q4/", "2026/", "areas/"):
        seen = words(page(made, address))
        assert "Area Planned Spent Part of all Mind" in seen, address
        assert "Music" in seen
    november = words(page(made, "2026/11/"))
    assert "Mind 12 6 75 % Music 9 2 25 %" in november.replace("\u202f", " ")


def test_goals_without_an_area_come_together() -> None:
    seen = words(page(site(journal("mind", "", "")), "2026/11/")).replace("\u202f", " ")
    assert "Mind 12 6 75 % Without an area 9 2 25 %" in seen


def test_one_area_alone_is_no_table() -> None:
    for areas in (("mind", "mind", "mind"), ("", "", "")):
        made = site(journal(*areas))
        assert "Part of all" not in words(page(made, "2026/11/"))
    assert "Part of all" not in words(page(site(journal("mind", "mind", "mind")), "areas/"))
