"""Folders of notes as people keep them: what is understood of each, found in it, and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from test_notes import DAY, PNG, site_of

from milepost.cli.understood import understood
from milepost.pipeline import findings_of, open_journal

WEEK = "journal/2026-W47/index.html"
"""The page of the week of `2026-11-20.md`."""


@dataclass(frozen=True)
class Kept:
    """A folder, what is said of it, and which words stand on its pages or do not."""

    files: Mapping[str, str | bytes]
    read: str
    found: Mapping[str, int] = field(default_factory=dict)
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _blog(day: int) -> str:
    known = "permalink: /a/\nlayout: post\naliases: [x]\ncssclasses: wide\ndescription: words\n"
    return f"---\n{known}subtitle: more\nstars: {day}\n---\n# Snow {day}\n\nWords.\n"


FOLDERS = {
    "a number behind the year goes beyond 12": Kept(
        {f"{name}.md": "Words." for name in ("2023-51", "2024-05", "2024-30")},
        "Read 3 weeks from 2023-W51 to 2024-W30; a number behind a year counts weeks, as in "
        "`2023-51`",
    ),
    "a month": Kept(
        {"2025-12.md": "# December\n\nIce.", "2026-11-20.md": "Words."},
        "Read 1 week (2026-W47) and 1 review",
        shown={"2025/12/index.html": ("<h1>December</h1>", "Ice.")},
    ),
    "pictures by all their names": Kept(
        {
            "2026-11-20.md": "![[blue hill.png]] ![[blue hill.png|30]] ![a](a/blue%20hill.png) "
            "![a](a/blue hill.png) ![a](<a/blue hill.png>) [[plan.pdf]]",
            "a/blue hill.png": PNG,
            "a/plan.pdf": b"%PDF-1.4",
        },
        "Read 1 week (2026-W47)",
        shown={WEEK: ('alt="Blue hill" width="30" height="20"', ">plan.pdf</a>")},
        hidden={WEEK: ("![",)},
    ),
    "headings, blocks and aliases": Kept(
        {
            "2026-11-20.md": "See [[#Later on]], [[Tour#Bags]], [[Tour#^kit]], [[Nick]], [[the Old "
            "mill]], [us](mailto:help@example.md).\n\n## Later on\n\n![[Tour]]\n\n![[Tour#Bags]]",
            "Tour.md": "---\naliases: [Nick]\n---\nAway.\n\n## Bags\n\n- socks ^kit\n",
            "The Old Mill.md": "Words.",
        },
        "Read 1 week (2026-W47) and 2 pages",
        shown={
            WEEK: (
                '<a href="#later-on">Later on</a>',
                ">Tour: Bags</a>",
                ">The Old Mill</a>",
                'href="mailto:help@example.md"',
                "Away.",
            )
        },
        hidden={WEEK: ("^kit",)},
    ),
    "TeX": Kept(
        {
            "2026-11-20.md": "$\\{1, 2\\}$, $a_{1} * b_{1}$ and $x < y$.\n\n"
            "$$\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n$$\n"
        },
        "Read 1 week (2026-W47)",
        shown={
            WEEK: (
                'x-tex">\\{1, 2\\}<',
                'x-tex">a_{1} * b_{1}<',
                "<mi>x</mi><mo>&lt;</mo><mi>y</mi>",
                '<math display="block">',
                "a &amp;= b \\\\\nc &amp;= d\n",
            )
        },
        hidden={WEEK: ("<em>",)},
    ),
    "a little HTML": Kept(
        {
            "2026-11-20.md": '<img src="a.png" width="30" alt="A hill"> <small>at noon</small><br>'
            "H<sub>2</sub>O <kbd>Enter</kbd>\n\n<details><summary>More</summary>Of it.</details>\n"
            "\n<iframe src='b.html'></iframe>",
            "a.png": PNG,
        },
        "Read 1 week (2026-W47)",
        {"F309": 1},
        {
            WEEK: (
                'alt="A hill" width="30" height="20"',
                "<small>at noon</small><br />",
                "H<sub>2</sub>O <kbd>Enter</kbd>",
                "<summary>More</summary>\n<p>Of it.</p>",
                "&lt;iframe src='b.html'&gt;",
            )
        },
    ),
    "bare addresses, and a day": Kept(
        {"2026-11-20.md": "See https://example.org/a_long_page and www.example.org."},
        "Read 1 week (2026-W47)",
        shown={
            WEEK: (
                '<a href="https://example.org/a_long_page"',
                '<a href="https://www.example.org"',
                '<time datetime="2026-11-20">',
            )
        },
    ),
    "a hundred notes apart": Kept(
        {"2026-11-20.md": "Words.", **{f"thought {n}.md": "Words." for n in range(100, 200)}},
        "Read 1 week (2026-W47) and 100 pages",
        shown={"notes/index.html": ("Thought 100", "Thought 199")},
        hidden={"thought-150/index.html": ("Thought 120",), WEEK: ("Thought 1",)},
    ),
    "keys of other tools": Kept(
        {f"2026-11-{day:02}.md": _blog(day) for day in range(16, 25)},
        "Read 2 weeks from 2026-W47 to 2026-W48 in 9 notes",
        {"F202": 9},
    ),
    "three that speak of their folders": Kept(
        {f"{way}README.md": f"# About {way}x" for way in ("", "music/", "birds/")}
        | {"2026-11-20.md": "Words."},
        "Read 1 week (2026-W47) and 3 pages",
        shown={"notes/index.html": ("About x", "About music/x", "About birds/x")},
    ),
    "an index of goals, and boxes": Kept(
        {
            "goals/README.md": "# What I want\n\n[swim](swim.md)",
            "goals/swim.md": "# Swim to the island\n\n- [x] cap\n- [ ] coach\n",
            "2026-11-20.md": "Words.",
        },
        "Read 1 week (2026-W47), 1 goal and 1 page",
        {"R101": 1},  # with what else the goal does not say
        {"goals/swim/index.html": ("1 of 2 tasks; nothing is late", "Counted by 2 check boxes")},
        {"goals/swim/index.html": ("No number",), "goals/index.html": ("What I want",)},
    ),
    "all kinds of marks": Kept(
        {
            "2026-11-20.md": "A ==cold== day. :tada: Good :coffee:. Sky:: grey, [mood:: calm]. "
            "^first\n\n> [!question]- What did `it` *say*?\n> No.\n\n| a | b |\n|---|---|\n"
            "| [[2026-11-19\\|before]] | x |\n\n- [/] half\n- [-] not\n- [>] later\n- [ ] open\n\n"
            "```dataview\nlist\n```\n\n```mermaid\ngraph TD; A-->B\n```\n\n<% tp.date.now() %>"
        },
        "Read 1 week (2026-W47)",
        shown={
            WEEK: (
                "A <mark>cold</mark> day. 🎉 Good ☕. <dfn>Sky</dfn>: grey, ",
                "<dfn>mood</dfn>: calm.<",
                "What did <code>it</code> <em>say</em>?",
                ">before</a>",
                'aria-label="half done"',
                'aria-label="cancelled"',
                'aria-label="moved on"',
                "Dataview, as it is written",
                "Mermaid, as it is written",
                "&lt;% tp.date.now() %&gt;",
            )
        },
        hidden={WEEK: ("^first", "==", ":tada:", "::")},
    ),
    "a blog": Kept(
        {
            "_posts/2026-11-20-frost.md": "# Frost",
            "_reviews/2026-11-20-a-book.md": "# A book",
            "_drafts/idea.md": "No.",
            "about.md": "Me.",
        },
        "Read 1 week (2026-W47) in 2 notes and 1 page; 1 file in `_drafts` passed over (the name "
        "begins with `_`)",
        shown={WEEK: ("Frost", "A book")},
    ),
    "titles that all share": Kept(
        {
            f"10{day}-walk {day}.md": f"---\ndate: 2026-11-{day}\n---\n> My letter.\n\n## News\n"
            for day in (16, 17, 18)
        },
        "Read 1 week (2026-W47) in 3 notes",
        shown={WEEK: ("walk 16</h2>", "walk 17</h2>", "walk 18</h2>")},
    ),
    "a week beside a day": Kept(
        {
            f"2026-11-{day}.md": f"---\nweek: 2026-W47\n---\n# {name}\n\nWords."
            for day, name in ((20, "Friday"), (21, "Saturday"))
        },
        "Read 1 week (2026-W47) in 2 notes",
        shown={WEEK: ('<time datetime="2026-11-20">', '<time datetime="2026-11-21">')},
    ),
    "dates that cannot be read": Kept(
        {
            "one.md": "---\ndate: YYYY-MM-DD\n---\nWords.",
            "two.md": "---\ndate: 20/11/26\n---\nWords.",
            "three.md": "---\ncreated: 2026-11-20 09:30\n---\nWords.",
        },
        "Read 1 week (2026-W47) and 2 pages",
        {"F204": 1, "F207": 1},
    ),
    "drawings": Kept(
        {"Drawings/A 2026-11-02.excalidraw.md": "---\nexcalidraw-plugin: parsed\n---\n# A\n"},
        "Read no note; 1 file in `Drawings` passed over (drawings of Excalidraw's)",
    ),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_is_understood_as_it_stands(tmp_path: Path, name: str) -> None:
    kept = FOLDERS[name]
    site = site_of(tmp_path, kept.files)
    opened = open_journal(tmp_path)
    assert understood(opened) == f"{kept.read}\n"
    assert Counter(it.code for it in findings_of(opened, DAY)) == Counter(kept.found)
    for address, words in kept.shown.items():
        assert [it for it in words if it not in site[address]] == []
    for address, words in kept.hidden.items():
        main = site[address].partition("<main")[2]
        assert [it for it in words if it in main] == []
