"""A made-up journal of any size, the same every time: something to measure speed on.

In: a folder, how many goals and weeks, a seed. Out: the files of a journal that milepost reads and
that other Markdown generators read too.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

LAST = date(2026, 11, 22)
"""The Sunday on which every made journal ends."""

_AREAS = ("workshop", "garden", "village", "body", "letters", "sea")
_DOING = (
    *("build", "plant", "mend", "row", "learn", "paint"),
    *("gather", "translate", "swim", "map", "teach", "carve"),
)
_THINGS = (
    "a cedar rowing boat",
    "the walled garden",
    "the chapel's clock",
    "Faroese",
    "the harbour's tide book",
    "a loom with eight shafts",
    "the footpath to the light",
    "forty letters to Ines",
    "an orchard of old pears",
    "the choir's winter songs",
)
_OPENINGS = (
    "The wind stayed in the north",
    "Most of it was waiting",
    "Ines came by with the long plane",
    "Nothing went as the plan had it",
    "A quiet week, and a long one",
    "The glue held",
    "It rained into the varnish",
    "I began before breakfast",
)
_MIDDLES = (
    "so the second coat has to wait until the boards are dry",
    "and by Thursday the hard part was behind me",
    "which is more than I had hoped for on Monday",
    "and I know now where the afternoon goes",
    "though the measuring took twice what I had written down",
    "and I left the radio off to hear the saw",
    "because the tide was right only once",
    "and old Aksel said that it would do",
)
_CLOSINGS = (
    "Next time I begin with the smaller piece.",
    "The list is shorter than it was.",
    "I would do the same again.",
    "It is worth an hour a day, no more.",
    "Somebody has to sweep the floor.",
    "I wrote the numbers down at once.",
)


def make_journal(folder: Path, goals: int, weeks: int, seed: int = 1) -> int:
    """Write the journal into a folder that is not there yet; gives the number of its files."""
    random = Random(seed)
    files = {
        "milepost.yaml": f"title: A made journal\nareas: [{', '.join(_AREAS)}]\n",
        "content/profile.md": _profile(),
    }
    first = LAST - timedelta(weeks=weeks, days=-1)
    for index in range(goals):
        files[f"content/goals/{_id(index)}.md"] = _goal(random, index, first, weeks)
    for week in range(weeks):
        monday = first + timedelta(weeks=week)
        year, number, _ = monday.isocalendar()
        name = f"{year}-W{number:02}"
        files[f"content/journal/{year}/{name}.md"] = _entry(random, name, goals)
    for year in sorted({(first + timedelta(weeks=week)).year for week in range(weeks)}):
        files[f"content/reviews/{year}.md"] = _review(random, year)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(files)


def _id(index: int) -> str:
    return f"{_DOING[index % len(_DOING)]}-{index:03}"


def _profile() -> str:
    return """---
title: Vision
name: Runa Holm
values: [craft, company, patience]
hours_per_week: 14
---
A house by the water that I have mended myself, and people at the table.
"""


def _goal(random: Random, index: int, first: date, weeks: int) -> str:
    verb, thing = _DOING[index % len(_DOING)], _THINGS[index * 7 % len(_THINGS)]
    start = first + timedelta(weeks=random.randrange(max(1, weeks * 2 // 3)))
    due = start + timedelta(weeks=random.randint(26, 180))
    serves = f'"[[{_id(random.randrange(index))}]]"' if index and index % 3 == 0 else "value craft"
    steps = "".join(
        f"\n  - {start + timedelta(weeks=6 * step + 4)} step {step + 1} of {verb}ing {thing}"
        for step in range(random.randint(2, 5))
    )
    return f"""---
title: {verb.capitalize()} {thing}, part {index + 1}
area: {_AREAS[index % len(_AREAS)]}
specific: To {verb} {thing} with my own hands, so that it stands for the next fifty years
measurable: {_measure(random, index)}
achievable: {random.randint(1, 4)} h a week, confidence {random.randint(4, 9)}
relevant: {serves}
time_bound: {start} to {due}
milestones:{steps}
obstacles:
  - if I am away in the week, then I work on Sunday morning
tags: [{verb}, {_AREAS[index % len(_AREAS)]}]
visibility: {"public" if index % 2 else "private"}
---
{_paragraph(random)}

- [ ] ask Aksel
- [x] clear the bench
"""


def _measure(random: Random, index: int) -> str:
    kinds = (
        f"{random.randint(60, 400)} hours",
        f"from 92 to {random.randint(75, 88)} kg",
        f"{random.randint(2, 4)} times a week",
        f"at most {random.randint(1, 3)} a week",
        f"{random.randint(20, 90)} boards",
        "milestones",
        "keep 50 to 60 beats",
    )
    return kinds[index % len(kinds)]


def _entry(random: Random, name: str, goals: int) -> str:
    chosen = sorted(random.sample(range(goals), min(goals, random.randint(3, 7))))
    progress = "\n".join(f"  {_id(index)}: {_value(random, index)}" for index in chosen)
    hours = ", ".join(f"{_id(index)}: {random.randint(1, 6) / 2}" for index in chosen[:4])
    wins = "\n".join(
        f"- [[{_id(index)}]]: {random.choice(_OPENINGS).lower()}" for index in chosen[:3]
    )
    plans = "\n".join(f"- [{random.choice(' x')}] {random.choice(_THINGS)}" for _ in range(3))
    return f"""---
title: Week {name}
mood: {random.randint(2, 5)}
energy: {random.randint(1, 5)}
progress:
{progress}
hours: {{{hours}}}
visibility: {random.choice(("public", "private", "shared"))}
---
{_paragraph(random)}

## Progress
{wins}

## Problems
{_paragraph(random)}

## Learned
{_paragraph(random)}

## Plans
{plans}
"""


def _value(random: Random, index: int) -> str:
    match index % 7:
        case 1:
            return f"={random.randint(780, 920) / 10}"
        case 6:
            return f"={random.randint(48, 64)}"
        case 5:
            return "{note: one step on}"
    return str(random.randint(0, 4))


def _review(random: Random, year: int) -> str:
    body = "\n\n".join(_paragraph(random) for _ in range(4))
    return f"---\ntitle: Looking back at {year}\n---\n{body}\n"


def _paragraph(random: Random) -> str:
    return "\n".join(_sentences(random))


def _sentences(random: Random) -> Iterator[str]:
    for _ in range(random.randint(2, 4)):
        yield f"{random.choice(_OPENINGS)}, {random.choice(_MIDDLES)}."
    yield random.choice(_CLOSINGS)


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--goals", type=int, default=12)
    arguments.add_argument("--weeks", type=int, default=104)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    if given.folder.exists():
        raise SystemExit(f"{given.folder} is there already: give the name of a new folder")
    count = make_journal(given.folder, given.goals, given.weeks, given.seed)
    print(f"{count} files in {given.folder}: {given.goals} goals, {given.weeks} weeks")


if __name__ == "__main__":
    main()
