"""Nothing hidden gets out: canaries in every place where people write, every byte searched.

Each file of a small journal carries a word of its own in each of its places, and may be private,
shared or public. What an audience may not see is then looked for in every file name and every byte
of the site made for it.
"""

from __future__ import annotations

import html
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from inspect import cleandoc
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import examples, some

from milepost.building import build
from milepost.journal.words import Visibility
from milepost.pipeline import open_journal

DAY = date(2026, 11, 22)
URL = "https://canary.example/journal/"
PRIVATE, SHARED, PUBLIC = Visibility.PRIVATE, Visibility.SHARED, Visibility.PUBLIC
AUDIENCES = [SHARED, PUBLIC]

GOALS, ENTRIES, PAGES = ("ga", "gb", "gc"), ("ea", "eb", "ec"), ("pa", "pb")
RECORDS = {"la": "course", "lb": "feedback", "lc": "mentor"}
DOCUMENTS = (*GOALS, *ENTRIES, "ra", "rb", *PAGES, *RECORDS, "profile")
YEARS = {"ga": 2031, "gb": 2032, "gc": 2033}
WEEKS = {"ea": "2026-W20", "eb": "2026-W31", "ec": "2026-W46"}
PERIODS = {"ra": "2026-05", "rb": "2026-Q3"}
MONEY = {"ga": "617283", "gb": "528174", "gc": "439165", "la": "384756"}
VALUES = {"ga": "918273", "gb": "827364", "gc": "736455"}
INNER = {"strength", "nature", "content"}
"""Places of the profile that nobody but its owner sees, unless it says so."""

Seen = Mapping[str, Visibility]


def word(document: str, place: str) -> str:
    """A word that stands in one place of one document and nowhere else."""
    return f"qz{document}{place}"


# --- the journal ----------------------------------------------------------------------------


def written(seen: Seen, *, linked: bool = True) -> dict[str, str]:
    """The journal with these visibilities; its documents name each other where `linked`."""
    files = {"milepost.yaml": _settings()}
    for name in GOALS:
        files[path_of(name)] = _goal(name, seen, linked)
        files[f"data/{word(name, 'csv')}.csv"] = _data(name)
    for name in ENTRIES:
        files[path_of(name)] = _entry(name, seen, linked)
    for name in (*PERIODS, *PAGES, "profile"):
        files[path_of(name)] = _simple(name, seen, linked)
    for name in RECORDS:
        files[path_of(name)] = _record(name, seen, linked)
    for name in DOCUMENTS:
        for place in ("picture", "cutpicture"):
            files[f"static/{word(name, place)}.svg"] = f"<svg><!-- {word(name, place)} --></svg>"
    return files


def path_of(name: str) -> str:
    """The path of a document."""
    if name in WEEKS:
        return f"content/journal/{WEEKS[name]}-{word(name, 'file')}.md"
    if name in PERIODS:
        return f"content/reviews/{PERIODS[name]}.md"
    if name == "profile":
        return "content/profile.md"
    folder = "goals" if name in GOALS else "log" if name in RECORDS else "pages"
    return f"content/{folder}/{word(name, 'file')}.md"


def _settings() -> str:
    areas = ", ".join(word(name, "area") for name in GOALS)
    pages = ", ".join(word(name, "file") for name in PAGES)
    return f"""# {word("settings", "comment")}
title: A journal of canaries
areas: [{areas}]
menu: [goals, journal, search, {pages}]
{word("settings", "key")}: {word("settings", "value")}
"""


def _head(name: str, seen: Seen) -> str:
    tags = "" if name == "profile" else f"tags: [{word(name, 'tag')}]\n"
    return f"""visibility: {seen[name].value}
# {word(name, "comment")}
{tags}{word(name, "key")}: {word(name, "extra")}
"""


def _goal(name: str, seen: Seen, linked: bool) -> str:
    other = GOALS[(GOALS.index(name) + 1) % 3]
    serves = f"{word(other, 'file')}, " if linked and name != "gc" else ""
    link = f" [[{word(other, 'file')}]]" if linked else ""
    said = f"{word(name, 'specific')} to be able to write{link}"
    above = "" if name == "gb" else f'specific: "{said}"\n'
    below = f"**Specific:** {said}\n\n" if name == "gb" else ""
    return f"""---
title: {word(name, "title")} of reading
{_head(name, seen)}area: {word(name, "area")}
{above}measurable:
  kind: count
  to: {VALUES[name]}
  unit: {word(name, "unit")}
  source: data/{word(name, "csv")}.csv
achievable:
  {{hours_per_week: 3, money: {MONEY[name]} EUR, needs: {word(name, "needs")},
   because: {word(name, "effort")}}}
relevant: "{serves}value {word(name, "value")}"
time_bound: 2026-01-05 to {YEARS[name]}-06-30
milestones:
  - 2026-03-15 {word(name, "milestone")}
  - 2027-05-10 {word(name, "later")}{link} (weight 2)
obstacles:
  - if {word(name, "if")} happens, then I do {word(name, "then")}
requires: [{word(name, "skill")} 4]
support: [{word(name, "support")}]
reward: {word(name, "reward")}
changes:
  - {{date: 2026-04-01, title: {word(name, "before")}, because: {word(name, "because")}}}
readings:
  - 2026-03-01 +40 {word(name, "note")}
---
{below}{_prose(name, linked)}"""


def _data(name: str) -> str:
    return f"date,value,note\n2026-06-07,+3,{word(name, 'csvnote')}\n"


def _entry(name: str, seen: Seen, linked: bool) -> str:
    numbers = ""
    if linked:
        goals = [word(goal, "file") for goal in GOALS]
        numbers = f"""progress:
  {goals[0]}: {{value: +2, hours: 1.5, confidence: 8, note: {word(name, "note")}}}
  {goals[1]}: {{value: +3, note: {word(name, "note")}}}
skip: {{{goals[2]}: {word(name, "skip")}}}
spent: {{{goals[0]}: 40 EUR, {goals[2]}: 50 GBP}}
"""
    return f"""---
title: {word(name, "title")}
{_head(name, seen)}mood: 2
energy: 5
areas: {{{word(name, "area")}: 7}}
{numbers}---
## Progress
{word(name, "progress")}

## Plans
- [ ] {word(name, "plan")}

{_lines_of_records(name, linked)}

{_prose(name, linked)}"""


def _record(name: str, seen: Seen, linked: bool) -> str:
    goals = ", ".join(word(goal, "file") for goal in GOALS) if linked else ""
    own = {
        "la": f"from: {word(name, 'from')}\nskills: [{word(name, 'skill')}]\nhours: 7\n"
        f"money: {MONEY['la']} EUR",
        "lb": f"from: {word(name, 'from')}\nplan: {word(name, 'plan')}\nrevised: [{goals}]",
        "lc": f"about: {word(name, 'about')}\nmet: [2026-05-07]\nnext: 2026-12-24",
    }[name]
    return f"""---
kind: {RECORDS[name]}
title: {word(name, "title")}
date: 2026-05-14
goals: [{goals}]
{own}
{_head(name, seen)}---
{_prose(name, linked)}"""


def _lines_of_records(name: str, linked: bool) -> str:
    goals = ", ".join(word(goal, "file") for goal in GOALS) if linked else ""
    return f"""## Feedback
- {word(name, "giver")}: {word(name, "said")}; plan: {word(name, "try")}; revised: {goals}

## Learning
- course: {word(name, "course")}, 3 h; [[{word("gb", "file")}]]
  - for goal: {goals}
- course: {word(name, "othercourse")};
  for\u00a0goal\u00a0:
  {goals.replace(", ", ",")}

::: private
- course: {word(name, "cutcourse")}
:::

## People
- {word(name, "person")} (mentor): {word(name, "about")}; next 2026-12-20

{_told_in_other_ways() if linked else ""}"""


def _told_in_other_ways() -> str:
    """Goals that are named behind a word for them, as people write it and nothing reads it."""
    a, b, c = (word(goal, "file") for goal in GOALS)
    titled = " and ".join(f"{word(goal, 'title')} of reading" for goal in GOALS)
    return f"""## Wins
- Done; goals:
  - {a}
  - {b}: and {c}

    goals/{a}.md
- Done too, goals: {a} and {b}/{c}
- And (goals: {a} + {b}), [goals:: {c}] and that
- More – **Ziele:** `{a}`, *{b}* | _{c}_
- Ziel = {a}; for goal： {b}
- Said; goals: {titled}
  of {a} and {b.upper()}, {c}
- goals: qzgonefile, [qzgonefile]
- Last; goals: {a},
  {b},
  {c}
## Said no
- A thing; goal: [{a}, {b}]
  and so on
> - and; goals:
>   - {c}

Goals:

- {a}
- {b}, {c}

| goals: {a} | b |
|---|---|
| c | Ziele: {b} |"""


def _simple(name: str, seen: Seen, linked: bool) -> str:
    extra = f"title: {word(name, 'title')}\n"
    if name == "profile":
        extra = f"""name: {word(name, "title")}
theme: {word(name, "theme")}
values: [{word(name, "value")}]
areas: [{word(name, "area")}]
skills:
  {word(name, "skill")}: [2025-03-01 1, 2026-03-01 2 {word(name, "evidence")}]
strengths: [{word(name, "strength")}]
personality: {word(name, "nature")}
satisfaction: {{2026: "job 7, {word(name, "content")}"}}
experiences: [{word(name, "wish")}]
"""
        if linked:  # the goals that are seen rest on its days, and on no word of it
            extra += f"breaks: 2026-07-01 to 2026-08-05 {word(name, 'break')}\n"
    decided = ""
    if name in PERIODS and linked:
        goals = [word(goal, "file") for goal in GOALS]
        extra += f"""decisions:
  {goals[0]}: {{is: replace, by: {goals[1]}, because: the less}}
  {goals[2]}: drop because it is too much
"""
        decided = f"""## Decisions
- pause [[{goals[1]}]]: {word(name, "because")}
- replace {goals[1]} by {goals[2]}: {word(name, "reason")}
- {goals[0]}: keep, {word(name, "why")}
- drop {word("gc", "title")} of reading: {word(name, "what")}
- replace {word("ga", "title")} of
  reading by {word("gb", "title").upper()} of reading: {word(name, "late")}

"""
    return f"---\n{extra}{_head(name, seen)}---\n{decided}{_prose(name, linked)}"


def _prose(name: str, linked: bool) -> str:
    """Words, a picture, passages cut out of them, and links to all others in many spellings."""
    own = cleandoc(f"""
        ## {word(name, "heading")}
        {word(name, "words")} and ![{word(name, "alt")}](../../static/{word(name, "picture")}.svg
        "{word(name, "caption")}") and <https://{word(name, "host")}.example/>

        - [ ] {word(name, "action")} by 2026-12-01 !important @{word(name, "person").title()}
        - [x] {word(name, "closed")} by 2026-11-20 ✅ 2026-11-20

        ::: private
        ### {word(name, "cuthead")}
        {word(name, "cut")} ![{word(name, "cutalt")}](../../static/{word(name, "cutpicture")}.svg)

        - [ ] {word(name, "cuttask")} due 2026-11-20 @{word(name, "cutperson").title()}

        [{word(name, "cutlink")}](https://{word(name, "cuthost")}.example/)
        and [^{word(name, "cutfoot")}]

        [^{word(name, "cutfoot")}]: {word(name, "cutnote")}
        :::

        > ::: private
        > {word(name, "cutquote")}
        > :::

        - an item
          ::: private
          {word(name, "cutitem")}
          :::

        ::: shared
        {word(name, "share")}
        ::: private
        {word(name, "cutinner")}
        :::
        :::

        ::: privat
        {word(name, "cutslip")}
        :::
    """)
    return f"{own}\n\n{_links(name)}\n" if linked else own + "\n"


def _links(name: str) -> str:
    """Links to every other document; their words are this document's own."""
    tags = [word(goal, "file") for goal in GOALS if goal != name]
    found = [
        f"- [ ] {word(name, 'fora')} by 2026-12-01 {' '.join(f'#{tag}' for tag in tags)}\n"
        f"- [x] {word(name, 'forb')} for {' '.join(f'+{tag}' for tag in tags)}\n"
        f"- [-] {word(name, 'forc')},\n  {' '.join(f'(#goals/{tag})' for tag in tags)}\n\n"
        f"Goals: {', '.join(tags)} and {word(name, 'forwhat')}\n"
    ]
    for other in (*GOALS, *ENTRIES, *PAGES, *RECORDS):
        if other == name:
            continue
        id_ = Path(path_of(other)).stem
        path = "../" + path_of(other).removeprefix("content/")
        coded = path.replace("qz", "%71%7A")
        words = word(name, "linkwords")
        found.append(
            f"""[[{id_}]] [[{id_}|{words}]] [[{id_}#{word(other, "heading")}|{words}]] ![[{id_}]]
[{words}]({path}) [{words}](<{path}> "{words}") [{words}]({path}#{word(other, "heading")})
[{words}]({coded}) ![{words}]({path}) [**{words}**]({path}) [{words}][{name}-{other[::-1]}]

### About [[{id_}]]

| a | b |
|---|---|
| [[{id_}\\|{words}]] | `[[{id_}]]` |

[{name}-{other[::-1]}]: {path} "{words}"
"""
        )
    return "\n".join(found)


# --- who may see what -----------------------------------------------------------------------


@dataclass(frozen=True)
class Canary:
    """A word, and how widely it may be seen."""

    text: str
    seen: Visibility


def canaries(seen: Seen) -> Iterator[Canary]:
    """Every canary of the journal with these visibilities."""
    text = "\n".join(f"{path}\n{content}" for path, content in written(seen).items())
    for found in sorted(set(re.findall(r"qz[a-z]+", text.lower()))):
        name = next((name for name in DOCUMENTS if found.startswith(f"qz{name}")), "")
        place = found.removeprefix(f"qz{name}")
        if not name or place == "comment" or place.startswith("cut") or place in INNER:
            yield Canary(found, PRIVATE)
        elif place == "share":
            yield Canary(found, min(seen[name], SHARED, key=list(Visibility).index))
        else:
            yield Canary(found, seen[name])
    for name, amount in MONEY.items():
        yield Canary(amount, seen[name])
    for name in GOALS:
        yield Canary(VALUES[name], seen[name])
        # A later goal that is seen draws the road as far as its own year.
        later = [seen[other] for other in GOALS if YEARS[other] >= YEARS[name]]
        yield Canary(str(YEARS[name]), max(later, key=list(Visibility).index))
    for name, week in WEEKS.items():
        yield Canary(f"journal/{week.lower()}", seen[name])
    for name, period in PERIODS.items():
        yield Canary(f"reviews/{period.lower()}", seen[name])


def made(files: Mapping[str, str], audience: Visibility) -> dict[str, bytes]:
    """The site of a journal for an audience."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8", newline="\n")
        return build(open_journal(root), DAY, audience, URL).pages


def haystack(pages: Mapping[str, bytes]) -> str:
    """All names and bytes of a site as one text: as written, and with every coding undone."""
    parts = [f"{name}\n{data.decode('utf-8')}" for name, data in pages.items()]
    text = "\n".join(parts)
    plain = html.unescape(unquote(text))
    joined = re.sub(r"(?<=\d)[,.\u00a0\u202f' ](?=\d)", "", plain)
    return "\n".join((text, plain, joined)).lower()


def found_in(text: str, canary: str) -> bool:
    """Whether a canary stands in a text; a number counts as a whole only."""
    if canary.isdigit():
        return re.search(rf"(?<![\d.]){canary}(?![\d.])", text) is not None
    return canary in text


# --- the laws -------------------------------------------------------------------------------

visibilities = st.fixed_dictionaries(
    {name: st.sampled_from(list(Visibility)) for name in DOCUMENTS}
)


def leaks(seen: Seen, audience: Visibility) -> list[str]:
    """The canaries that got out to an audience, and places of what it may see that stay dumb."""
    text = haystack(made(written(seen), audience))
    out = [
        canary.text
        for canary in canaries(seen)
        if not canary.seen.seen_by(audience) and found_in(text, canary.text)
    ]
    # The search would be worth nothing if the words could not be found where they may stand.
    lost = [
        f"not there: {word(name, 'words')}"
        for name in DOCUMENTS
        if seen[name].seen_by(audience) and word(name, "words") not in text
    ]
    return out + lost


@pytest.mark.parametrize("audience", AUDIENCES)
def test_of_a_private_journal_nothing_is_seen(audience: Visibility) -> None:
    assert leaks(dict.fromkeys(DOCUMENTS, PRIVATE), audience) == []


@pytest.mark.parametrize("hidden", some(DOCUMENTS, 5))
def test_one_private_document_among_public_ones_is_not_seen(hidden: str) -> None:
    assert leaks(dict.fromkeys(DOCUMENTS, PUBLIC) | {hidden: PRIVATE}, PUBLIC) == []


@pytest.mark.parametrize("shown", some(DOCUMENTS, 5))
def test_one_shared_document_among_private_ones_gives_nothing_away(shown: str) -> None:
    assert leaks(dict.fromkeys(DOCUMENTS, PRIVATE) | {shown: SHARED}, SHARED) == []


@given(visibilities, st.sampled_from(AUDIENCES))
@settings(max_examples=examples(20))
def test_whatever_is_hidden_is_not_seen(seen: Seen, audience: Visibility) -> None:
    assert leaks(seen, audience) == []


@given(visibilities, st.sampled_from(AUDIENCES))
@settings(max_examples=10)
def test_a_hidden_document_is_as_good_as_deleted(seen: Seen, audience: Visibility) -> None:
    """Where nothing visible names it, leaving it out changes no byte: no count, no neighbour."""
    files = written(seen, linked=False)
    kept = dict(files)
    for name in DOCUMENTS:
        if not seen[name].seen_by(audience):
            del kept[path_of(name)]
    assert made(kept, audience) == made(files, audience)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_the_profile_shows_is_seen_and_nothing_else_of_the_person(
    audience: Visibility,
) -> None:
    files = written(dict.fromkeys(DOCUMENTS, PUBLIC))
    path = path_of("profile")
    shown = files[path].replace("strengths:", "show: [strengths]\nstrengths:")
    text = haystack(made(files | {path: shown}, audience))
    assert word("profile", "strength") in text
    assert not [place for place in INNER - {"strength"} if word("profile", place) in text]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("head", ["", "kind:", "kind: mentro", "type: mentro", "kind: [mentro]"])
@pytest.mark.parametrize("name", ["2026-05-06-qzname", "2026-W20-qzname", "2026-05", "qzname"])
def test_of_a_file_of_no_kind_in_the_log_nothing_is_seen(
    name: str, head: str, audience: Visibility
) -> None:
    """Whatever its name, its day and the settings say, until it says itself who may see it."""
    files = {
        "milepost.yaml": "title: A journal\nvisibility: public\n",
        "content/journal/2026-W19.md": "A week.\n",
    }
    path = f"content/log/{name}.md"
    files[path] = f"---\n{head}\ndate: 2026-05-06\ntags: [qztag]\n---\n# qzhead\nqz.\n"
    assert "qz" not in haystack(made(files, audience))
    told = files[path].replace("date:", "visibility: public\ndate:")
    assert "qzhead" in haystack(made(files | {path: told}, audience))


def test_the_owner_sees_nearly_everything() -> None:
    """The same search finds the words in the private build: it can find what is there."""
    text = haystack(made(written(dict.fromkeys(DOCUMENTS, PRIVATE)), PRIVATE))
    dumb = "csv csvnote note key value extra comment area cutfoot".split()
    words = [it.text for it in canaries(dict.fromkeys(DOCUMENTS, PRIVATE)) if it.text[0] == "q"]
    missing = [it for it in words if it not in text and not it.endswith(tuple(dumb))]
    assert not missing, " ".join(missing)
