"""What `milepost new` writes: a journal, a goal, this week's entry.

In: names, a day, and for an entry the report of the journal. Out: texts by path, which the command
line writes where nothing stands yet.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from milepost import __version__
from milepost.journal.model import Goal, Journal
from milepost.journal.values import Week
from milepost.journal.words import State
from milepost.progress.report import Report
from milepost.voice.rows import planned_hours, to_beat
from milepost.voice.voice import voice_of


def slug(title: str) -> str:
    """A file name for a title: small letters, digits and hyphens, in any script.

    >>> slug("Earn the PMP® certification!")
    'earn-the-pmp-certification'
    """
    plain = unicodedata.normalize("NFKC", title).lower()
    words = re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", ""))
    name = "-".join(words)[:60].strip("-")
    return name or "goal"


def new_journal(title: str, day: date) -> dict[str, str]:
    """The files of a new journal, by path within it."""
    week = Week.of(day)
    return {
        "milepost.yaml": _SETTINGS.format(title=_quoted(title)),
        ".gitignore": "_site/\n",
        ".github/workflows/pages.yml": _WORKFLOW.replace("VERSION", _release()),
        "content/profile.md": _PROFILE.format(year=day.year),
        "content/goals/read-12-books.md": _first_goal(day),
        f"content/journal/{week}.md": _first_week(week),
    }


def new_goal(title: str, day: date) -> tuple[str, str]:
    """The path and the text of a new goal's file, with every line explained."""
    due = _end_of_quarter(day + timedelta(days=60))
    text = _GOAL.format(title=_quoted(title), start=day, due=due)
    return f"goals/{slug(title)}.md", text


def new_week(report: Report) -> tuple[str, str]:
    """The path and the text of the entry for the week of the report's day.

    It names each active goal with the number to beat, and carries last week's open plans over.
    """
    voice = voice_of(report.journal.settings, plain=True)
    week = Week.of(report.day)
    lines = ["---", f"week: {week}", "mood:               # 1 to 5", "energy:             # 1 to 5"]
    active = [
        standing
        for standing in report.standings.values()
        if standing.goal.status.is_ is State.ACTIVE and _takes_number(standing.goal)
    ]
    if active:
        width = max(len(standing.goal.id) for standing in active) + 1
        lines.append("progress:")
        lines += [f"  {s.goal.id + ':':<{width}}    # {to_beat(voice, s)}" for s in active]
        lines.append("hours:")
        lines += [f"  {s.goal.id + ':':<{width}}    # {planned_hours(voice, s)}" for s in active]
    plans = open_plans(report.journal, week)
    lines += ["---", "## Progress", "", "", "## Problems", "", "", "## Learned", "", ""]
    lines += ["## Plans", "", *(f"- [ ] {plan}" for plan in plans), *([] if plans else ["- [ ] "])]
    return f"journal/{week}.md", "\n".join(lines) + "\n"


def open_plans(journal: Journal, week: Week) -> tuple[str, ...]:
    """The plans of the latest entry before a week that are not ticked, as their writer put them."""
    earlier = [entry for entry in journal.entries if entry.week and entry.week < week]
    if not earlier:
        return ()
    latest = earlier[-1].week
    last = [entry for entry in earlier if entry.week == latest]
    open_ = []
    for entry in last:
        section = entry.section("plans")
        lines = section.text.split("\n") if section else []
        open_ += [match[1] for line in lines if (match := re.match(r"\s*[-*+] \[ \] (.+)", line))]
    return tuple(open_)


def _takes_number(goal: Goal) -> bool:
    return goal.measurable is not None and not goal.measurable.kind.facts.derived


def _quoted(text: str) -> str:
    """A text as YAML reads it back, between quotes where it needs them."""
    flat = " ".join(text.split())
    safe = re.fullmatch(r"[\w(][^:#\[\]{}&*!|>'\"%@`,]*", flat) and not flat.isdigit()
    return flat if safe else '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _end_of_quarter(day: date) -> date:
    month = (day.month + 2) // 3 * 3
    first_after = date(day.year + month // 12, month % 12 + 1, 1)
    return first_after - timedelta(days=1)


def _release() -> str:
    return ".".join(__version__.split(".")[:2])


def _first_goal(day: date) -> str:
    due = _end_of_quarter(day + timedelta(days=330))
    steps = [day + (due - day) * part / 6 for part in range(1, 6)]
    milestones = "\n".join(
        f"  - {step} ={2 * part} books read" for part, step in enumerate(steps, 1)
    )
    return _FIRST_GOAL.format(start=day, due=due, milestones=milestones)


def _first_week(week: Week) -> str:
    return _FIRST_WEEK.format(week=week)


_SETTINGS = """\
# The settings of your journal. Every line may go: each has a default.
title: {title}
# url: https://YOU.github.io/JOURNAL/   # where the site will stand (the workflow fills it in)
# language: en                          # dates and numbers as in this language
# theme: milepost                       # the look
visibility: private                     # what holds for a file that says nothing:
                                        # private (you), shared (supporters), public (all)
# hours_per_week: 8                     # what you have for all goals together
"""

_PROFILE = """\
---
name:                       # as you like to see it
theme:
  {year}:                     # the year in a few words, as: The year of the workshop
values: []                  # what you care about, as: [mastery, family]
areas: [career, learning]   # the areas of your life that your goals belong to
---
What do you want your life to look like in ten years? This page is for that.
"""

_FIRST_GOAL = """\
---
# This is one goal. Change every line, or start your own: milepost new goal "Its title"
title: Read 12 books
area: learning              # the part of your life it belongs to
# S: what exactly, and what for
specific: Read 12 books from start to end, to think about more than work in the evening
# M: how it is counted. A number in a weekly entry then says how many were added.
#    Others: from 82 to 75 kg | 3 times a week | at most 2 a week | milestones | yes or no
measurable: 12 books
# A: what it takes
achievable: 3 h a week, confidence 8
# R: what it is for: a goal above it, a value, or a sentence
relevant: Reading is the one habit I have never regretted
# T: from when to when
time_bound: {start} to {due}
milestones:                 # steps on the way; `=6` says how many there should be by then
{milestones}
obstacles:                  # what may come in the way, and what you do then
  - if I am too tired to read, then I listen to the next chapter
visibility: private         # private (you), shared (supporters), public (everyone)
---
Why this, why now? Write here whatever you like. Check boxes are counted:

- [ ] Make a list of twenty books
- [ ] Put the first one on the bedside table
"""

_FIRST_WEEK = """\
---
week: {week}
mood: 4                     # 1 to 5
energy: 3                   # 1 to 5
progress:
  read-12-books: 0          # how many this week
hours:
  read-12-books: 1          # hours given to it
---
## Progress

The journal exists.

## Problems

## Learned

## Plans

- [ ] Choose the first book
"""

_GOAL = """\
---
title: {title}
area:                       # the part of your life it belongs to
specific:                   # what exactly, and what for
measurable:                 # 24 books | from 82 to 75 kg | 3 times a week | milestones | yes or no
achievable:                 # 4 h a week, 600 EUR, confidence 8
relevant:                   # the id of a goal above it, value NAME, or a sentence
time_bound: {start} to {due}
milestones: []              # - YYYY-MM-DD what is reached by then
obstacles: []               # - if this happens, then I do that
visibility: private         # private, shared or public
---
Why this, why now?
"""

_WORKFLOW = """\
# Publishes the journal to GitHub Pages: what is marked `visibility: public`, and nothing else.
# The site is public even when the repository is private. In a public repository, every source
# file and its history can be read by everyone, private goals included.
name: Publish the journal

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-python@v7
        with:
          python-version: "3.13"
      - id: pages
        uses: actions/configure-pages@v6
      - run: pip install "milepost~=VERSION"
      - run: milepost check --format github
      - run: milepost build --for public --url "$SITE_URL" --out _site
        env:
          SITE_URL: ${{ steps.pages.outputs.base_url }}
      - uses: actions/upload-pages-artifact@v5
        with:
          path: _site
  deploy:
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
"""
