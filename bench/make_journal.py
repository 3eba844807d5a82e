"""A made-up journal of any size, the same every time: something to measure speed on.

In: a folder, how many goals and entries, how many links an entry has, a seed. Out: the files of a
journal that milepost reads and that other Markdown generators read too. An entry has some 430 words
in 2.2 kB and a goal 370 in 2 kB: paragraphs with emphasis, links and code, lists, a table, tasks, a
quotation. Up to 530 entries are weeks, more are days.
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from random import Random

LAST = date(2026, 11, 22)
"""The Sunday on which every made journal ends."""

MOST_WEEKS = 530

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
_WORDS = ("slow", "steady", "quiet", "early", "small", "second", "rough", "careful", "late")
_NAMES = ("plank", "ledger", "harbour", "lantern", "orchard", "mallet", "rigging", "letter")
_CODE = """
```python
def pace(done, total, start, due, today):
    used = (today - start) / (due - start)
    return done / total - used
```
"""
_CLOSINGS = (
    "Next time I begin with the smaller piece.",
    "The list is shorter than it was.",
    "I would do the same again.",
    "It is worth an hour a day, no more.",
    "Somebody has to sweep the floor.",
    "I wrote the numbers down at once.",
)


def make_journal(folder: Path, goals: int, entries: int, links: int = 0, seed: int = 1) -> int:
    """Write the journal into a folder that is not there yet; gives the number of its files."""
    days = [LAST - timedelta(days=n * _step(entries)) for n in reversed(range(entries))]
    files = {
        "milepost.yaml": f"title: A made journal\nareas: [{', '.join(_AREAS)}]\n",
        "content/profile.md": _profile(),
    }
    random = Random(f"{seed} goals")
    windows = [_window(random, days[0]) for _ in range(goals)]
    for index, window in enumerate(windows):
        files[f"content/goals/{_id(index)}.md"] = _goal(random, index, *window)
    names = [_name(day, entries) for day in days]
    for index, day in enumerate(days):
        random = Random(f"{seed} {names[index]}")
        live = [n for n, (start, due) in enumerate(windows) if start <= day <= due]
        others = [random.choice(names) for _ in range(links)]
        files[f"content/journal/{names[index]}.md"] = _entry(random, names[index], live, others)
    random = Random(f"{seed} reviews")
    for year in range(days[0].year, LAST.year + 1):
        files[f"content/reviews/{year}.md"] = _review(random, year)
    return _write(folder, files)


def make_dangling(folder: Path, notes: int, links: int = 6, seed: int = 1) -> int:
    """Days with links that lead nowhere, as a half imported folder of notes has them."""
    files = {"milepost.yaml": "title: Half a journal\n"}
    for number in range(notes):
        random = Random(f"{seed} {number}")
        name = f"{LAST - timedelta(days=number)}"
        missing = [f"{_phrase(random)} {random.randrange(10**4)}" for _ in range(links)]
        lines = "\n".join(f"- [[{one}]]: {random.choice(_OPENINGS)}" for one in missing)
        files[f"content/journal/{name}.md"] = f"# {name}\n\n{_paragraph(random)}\n\n{lines}\n"
    return _write(folder, files)


def _write(folder: Path, files: dict[str, str]) -> int:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(files)


def _step(entries: int) -> int:
    return 7 if entries <= MOST_WEEKS else 1


def _name(day: date, entries: int) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}" if _step(entries) == 7 else f"{day}"


def _window(random: Random, first: date) -> tuple[date, date]:
    start = LAST - timedelta(days=random.randrange((LAST - first).days + 1))
    return start, start + timedelta(weeks=random.randint(26, 130))


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


def _goal(random: Random, index: int, start: date, due: date) -> str:
    verb, thing = _DOING[index % len(_DOING)], _THINGS[index * 7 % len(_THINGS)]
    serves = f'"[[{_id(random.randrange(index))}]]"' if index and index % 3 == 0 else "value craft"
    steps = "".join(
        f"\n  - {start + timedelta(weeks=6 * step + 4)} step {step + 1} of {verb}ing {thing}"
        for step in range(random.randint(2, 4))
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

## Why

{_paragraph(random)}

> {random.choice(_CLOSINGS)}

## How I will know

{_bullets(random, 4)}

## Plan

{_tasks(random, 3)}
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


def _entry(random: Random, name: str, live: list[int], others: list[str]) -> str:
    chosen = sorted(random.sample(live, min(len(live), random.randint(2, 5))))
    progress = "".join(f"\n  {_id(index)}: {_value(random, index)}" for index in chosen)
    hours = ", ".join(f"{_id(index)}: {random.randint(1, 6) / 2}" for index in chosen)
    rows = "\n".join(f"| {_id(n)} | {random.randint(1, 400)} | {_phrase(random)} |" for n in chosen)
    seen = "".join(f" See [[{other}]]." for other in others)
    return f"""---
title: "{name}: the {_phrase(random)}"
mood: {random.randint(1, 5)}
energy: {random.randint(1, 5)}
progress:{progress or " {}"}
hours: {{{hours}}}
tags: [{random.choice(_AREAS)}, {random.choice(_DOING)}]
---
{_paragraph(random)}{seen}

## Progress

{_bullets(random, 3)}

| Goal | Done | Note |
| --- | ---: | --- |
{rows}

## Problems

{_paragraph(random)}

> {random.choice(_CLOSINGS)}
> {random.choice(_CLOSINGS)}

## Learned

{_paragraph(random)}
{_CODE if random.random() < 0.25 else ""}
## Plans

{_tasks(random, random.randint(4, 7))}
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
    said = [_sentence(random) for _ in range(random.randint(3, 5))]
    return "\n".join([*said, random.choice(_CLOSINGS)])


def _sentence(random: Random) -> str:
    """Two halves; in every other sentence a word is marked, or is a link or code."""
    middle, noun = random.choice(_MIDDLES), random.choice(_NAMES)
    marked = random.choice(
        (f"*{noun}*", f"**{noun}**", f"`{noun}`", f"[{noun}](https://example.org/{noun})")
    )
    aside = f", and the {random.choice(_WORDS)} {marked} with it" if random.random() < 0.5 else ""
    return f"{random.choice(_OPENINGS)}{aside}, {middle}."


def _bullets(random: Random, count: int) -> str:
    return "\n".join(f"- {_sentence(random)}" for _ in range(count))


def _tasks(random: Random, count: int) -> str:
    return "\n".join(
        f"- [{random.choice(' x')}] {random.choice(_DOING)} the {_phrase(random)}"
        for _ in range(count)
    )


def _phrase(random: Random) -> str:
    return f"{random.choice(_WORDS)} {random.choice(_NAMES)}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--goals", type=int, default=12)
    arguments.add_argument("--entries", type=int, default=104)
    arguments.add_argument("--links", type=int, default=0, help="to other notes, in each entry")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    if given.folder.exists():
        raise SystemExit(f"{given.folder} is there already: give the name of a new folder")
    count = make_journal(given.folder, given.goals, given.entries, given.links, given.seed)
    print(f"{count} files in {given.folder}: {given.goals} goals, {given.entries} entries")


if __name__ == "__main__":
    main()
