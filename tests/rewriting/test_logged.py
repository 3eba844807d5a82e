"""`milepost log`: given this entry, these are its bytes afterwards; and what it never does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import examples

from milepost.journal import filenames
from milepost.journal.examples import files_of
from milepost.journal.load import Given, load
from milepost.journal.model import Journal, Reading
from milepost.journal.numbers import Misread
from milepost.journal.words import Mode
from milepost.rewriting.logged import Said, Written, logged

ENTRY = "content/journal/2026-W47.md"
GOALS = files_of(
    """\
== content/goals/read.md ==
---
title: Read 24 books
measurable: 24 books
aliases: [pages]
---
== content/goals/gym.md ==
---
title: Go to the gym
measurable: 3 times a week
---
== content/goals/weight.md ==
---
title: Weigh 75 kg
measurable: from 82 to 75 kg
---
== content/goals/sleep.md ==
---
title: Sleep enough
measurable: average sleep 7 to 8 hours
---
== content/goals/runs.md ==
---
title: Run 40 times
measurable: {to: 40, unit: runs, log: count}
---
== content/goals/move.md ==
---
title: Move to Ghent
---
"""
)


def journal(entry: bytes) -> Journal:
    return load({**GOALS, ENTRY: entry}).journal


def log(entry: bytes, key: str, value: str, goal: str = "", note: str = "") -> Written | Misread:
    files = {**GOALS, ENTRY: entry}
    read = load(files).journal
    given = Given.of(ENTRY, entry, filenames.layout(files), read.settings)
    return logged(given, read.goals, [Said(key, value, read.goal(goal), note)])


def after(entry: str | bytes, *said: str) -> str:
    data = entry.encode() if isinstance(entry, str) else entry
    made = log(data, *said)
    assert isinstance(made, Written), made
    return made.data.decode()


def why_not(entry: str, *said: str) -> str:
    made = log(entry.encode(), *said)
    assert isinstance(made, Misread)
    return f"{made.message}; {made.help}"


@pytest.mark.parametrize("note", ["it's", 'said "well"', "a\\b", "why: so", "'quoted'"])
def test_a_note_of_any_signs_takes_another(note: str) -> None:
    """Whether it was written by hand between single quotes, or here."""
    quoted = note.replace("'", "''")
    by_hand = f"---\nprogress:\n  read: {{value: 1, note: '{quoted}'}}\n---\n"
    here = after("---\nprogress:\n  read:\n---\n", "progress", "1", "read", note)
    for entry in (by_hand, here):
        (reading,) = journal(after(entry, "progress", "+1", "read", "more").encode()).readings
        assert (reading.value, reading.note) == (2, f"{note}; more")


def test_what_cannot_be_written_is_said_as_it_would_stand_there() -> None:
    """A note is called a note, and has the quotes that it needs."""
    entry = "---\nprogress: {read: {value: 1, note: so}}\n---\n"
    assert why_not(entry, "progress", "1", "read", "a: <!-- b -->").endswith(
        'write it there yourself: note: "so; a: <!-- b -->"'
    )


@pytest.mark.parametrize(
    ("entry", "then"),
    [
        (
            "---\nprogress:\n  weight: 81 # so\n---\nWords.\n",
            "---\nprogress:\n  weight: 81 # so\n  read: 1\n---\nWords.\n",
        ),
        (
            "---\nprogress:\n  read:    # 4 a week\n---\n",
            "---\nprogress:\n  read: 1  # 4 a week\n---\n",
        ),
        ("---\nprogress:\n  read: ~ # x\n---\n", "---\nprogress:\n  read: 1 # x\n---\n"),
        ("---\nprogress: {weight: 81}\n---\n", "---\nprogress: {weight: 81, read: 1}\n---\n"),
        ("---\nprogress: {weight: }\n---\n", "---\nprogress: {read: 1, weight: }\n---\n"),
        ("---\nprogress: {read: , gym: 2}\n---\n", "---\nprogress: {read: 1 , gym: 2}\n---\n"),
        ("---\nprogress: {}\n---\n", "---\nprogress: {read: 1}\n---\n"),
        ("---\nprogress:\n---\n", "---\nprogress:\n  read: 1\n---\n"),
        (
            "---\nprogress: # of mine\nmood: 3\n---\n",
            "---\nprogress: # of mine\n  read: 1\nmood: 3\n---\n",
        ),
        ("---\nprogress: ~\n---\n", "---\nprogress: \n  read: 1\n---\n"),
        ("---\nprogress: []\n---\n", '---\nprogress: ["read: 1"]\n---\n'),
        (
            '---\nprogress:\n  - "weight: 81"\n---\n',
            '---\nprogress:\n  - "weight: 81"\n  - "read: 1"\n---\n',
        ),
        (
            "---\nprogress:\n- weight: 81\nmood: 3\n---\n",
            "---\nprogress:\n- weight: 81\n- read: 1\nmood: 3\n---\n",
        ),
        ('---\nprogress: ["gym: 2"]\n---\n', '---\nprogress: ["gym: 2", "read: 1"]\n---\n'),
        ("---\nmood: 3\n---\nWords.\n", "---\nmood: 3\nprogress:\n  read: 1\n---\nWords.\n"),
        ("---\n---\n", "---\nprogress:\n  read: 1\n---\n"),
        ("Words.\n", "---\nprogress:\n  read: 1\n---\nWords.\n"),
        ("", "---\nprogress:\n  read: 1\n---\n"),
        ("---\nmood: 3\n---\r\n", "---\nmood: 3\nprogress:\n  read: 1\n---\r\n"),
        (
            "\ufeff---\r\nmood: 3\r\n---\r\n",
            "\ufeff---\r\nmood: 3\r\nprogress:\r\n  read: 1\r\n---\r\n",
        ),
        (
            "---\nzahlen: 1\nfortschritt:\n  gym: 1\n---\n",
            "---\nzahlen: 1\nfortschritt:\n  gym: 1\n  read: 1\n---\n",
        ),
        (
            "---\nprogress:\n  gym: {value: 2,\n    note: x}\n---\n",
            "---\nprogress:\n  gym: {value: 2,\n    note: x}\n  read: 1\n---\n",
        ),
    ],
)
def test_where_a_number_comes(entry: str, then: str) -> None:
    assert after(entry, "progress", "1", "read") == then


@pytest.mark.parametrize(
    ("there", "said", "then"),
    [
        ("read: 1", "+1", "read: 2"),
        ("read: +1", "1", "read: +2"),
        ("read: =5 # in all", "+1", "read: =6 # in all"),
        ("read: 1", "=12", "read: =12"),
        ('"[[Read]]": "1"', "1", '"[[Read]]": "2"'),
        ("read: 1 <!-- the eels -->", "1", "read: 2 <!-- the eels -->"),
        ("read: <!-- the eels -->", "1", "read: 1 <!-- the eels -->"),
        ("pages: 1", "1", "pages: 2"),
        ("Read 24 books: 1", "1", "Read 24 books: 2"),
        ("read: {value: 1, note: eels}", "2", "read: {value: 3, note: eels}"),
        ("read: {note: eels}", "2", "read: {note: eels, value: 2}"),
        ("read: two", "1", "read: 3"),
        ("read: 0.1", "0.2", "read: 0.3"),
        ("read: +2", "-1", "read: +1"),
        ("read: +2", "-2", "read: +0"),
        ("read: +2", "-5", "read: -3"),
        ("read: +2!", "-5", "read: -3!"),
        ("read: 2", "-5", "read: -3"),
        ("read: -2", "5", "read: 3"),
        ("read: -2", "+1", "read: -1"),
        ("read: -2", "-1", "read: -3"),
        ("read: =2", "-5", "read: =-3"),
        ("read: =-3", "+5", "read: =2"),
    ],
)
def test_a_count_adds_to_what_is_there(there: str, said: str, then: str) -> None:
    entry = f"---\nprogress:\n  gym: 1\n  {there}\n---\n"
    assert after(entry, "progress", said, "read") == entry.replace(there, then)


def test_a_line_of_a_list_is_changed_within_its_quotes() -> None:
    entry = '---\nprogress:\n  - "[[read]]: 1"  # so\n  - gym: 2\n---\n'
    assert after(entry, "progress", "1", "read") == entry.replace("]]: 1", "]]: 2")
    assert after(entry, "progress", "1", "gym") == entry.replace("gym: 2", "gym: 3")


def test_a_number_under_a_goals_own_name_at_the_top_is_changed_there() -> None:
    entry = "---\nmood: 3\nread: 1\n---\n"
    assert after(entry, "progress", "1", "read") == "---\nmood: 3\nread: 2\n---\n"


def test_a_level_stands_anew_and_what_it_was_is_said() -> None:
    entry = "---\nprogress:\n  weight: 82 # kg\n---\n"
    made = log(entry.encode(), "progress", "81.4", "weight")
    assert isinstance(made, Written)
    assert made.data.decode() == entry.replace("82", "81.4")
    assert [was for _, was in made.replaced] == ["82"]
    assert after(entry, "progress", "+1", "weight") == entry.replace("82", "83")


def test_numbers_that_count_one_by_one() -> None:
    """Each number is one run, so that two of them can only be told as two more."""
    then = after("---\nprogress: {runs: 5}\n---\n", "progress", "7", "runs")
    assert then == "---\nprogress: {runs: +2}\n---\n"
    assert [one.value for one in journal(then.encode()).readings] == [2]


def test_an_average_holds_one_number_an_entry() -> None:
    entry = "---\nprogress: {sleep: 7}\n---\n"
    assert "write `=6`" in why_not(entry, "progress", "6", "sleep")
    assert after(entry, "progress", "=6", "sleep") == entry.replace("7", "=6")


def test_a_note_stands_beside_the_number() -> None:
    one = after("---\nmood: 3\n---\n", "progress", "+1", "read", "the one about eels")
    number = "{value: +1, note: the one about eels}"
    assert one == f"---\nmood: 3\nprogress:\n  read: {number}\n---\n"
    two = after(one, "progress", "+1", "read", "bees: a life")
    number = '{value: +2, note: "the one about eels; bees: a life"}'
    assert two == f"---\nmood: 3\nprogress:\n  read: {number}\n---\n"
    listed = after('---\nprogress:\n- "[[read]]: 1"\n---\n', "progress", "1", "read", "eels")
    assert listed == '---\nprogress:\n- "[[read]]": {value: 2, note: eels}\n---\n'


@pytest.mark.parametrize(
    ("entry", "said", "then"),
    [
        ("hours: {read: 1.5}", ("hours", "90 min", "read"), "hours: {read: 3}"),
        ("hours: {read: 2h30}", ("hours", "=1", "read"), "hours: {read: 1}"),
        ("hours: {gym: 1}", ("hours", "+2", "read"), "hours: {gym: 1, read: 2}"),
        ("confidence: {read: 8}", ("confidence", "6", "read"), "confidence: {read: 6}"),
        ("skip: {gym: flu}", ("skip", "flu, at last", "gym"), 'skip: {gym: "flu, at last"}'),
        ("mood: 3 # 1 to 5", ("mood", "4"), "mood: 4 # 1 to 5"),
        ("mood:     # 1 to 5", ("mood", "good"), "mood: good # 1 to 5"),
        ("stimmung: 3", ("mood", "4/5"), "stimmung: 4/5"),
        ("week: 2026-W47", ("energy", "2"), "week: 2026-W47\nenergy: 2"),
    ],
)
def test_what_else_an_entry_says(entry: str, said: tuple[str, ...], then: str) -> None:
    assert after(f"---\n{entry}\n---\n", *said) == f"---\n{then}\n---\n"


@pytest.mark.parametrize(
    ("entry", "said", "why"),
    [
        ("mood: 3", ("progress", "81,4", "weight"), "write a point for tenths (`81.4`)"),
        ("mood: 3", ("progress", "3 pages", "read"), "“pages” is not what this goal is counted in"),
        ("mood: 3", ("progress", "3", "move"), "yes"),
        ("mood: 3", ("confidence", "11", "read"), "from 0 to 10, and this is 11"),
        ("mood: 3", ("hours", "200", "read"), "a week has 168 hours"),
        ("mood: 3", ("energy", "9"), "from 1 to 5"),
        ("progress: {read: many}", ("progress", "1", "read"), "“many” stands there already"),
        ("progress: 5", ("progress", "1", "read"), "takes no line for `progress`"),
        ("mood: 7", ("mood", "4"), "“7” stands there already"),
    ],
)
def test_what_cannot_be_said(entry: str, said: tuple[str, ...], why: str) -> None:
    assert why in why_not(f"---\n{entry}\n---\n", *said)


def test_what_is_no_text_is_left_alone() -> None:
    made = log(b"---\nmood: \xff\n---\n", "mood", "3")
    assert isinstance(made, Misread)
    assert "not UTF-8" in made.message


IDS = ("read", "gym", "weight", "sleep", "move")
NAMES = {"read": ("read", "pages", '"[[read]]"'), "gym": ("gym", '"[[Gym]]"')}
NUMBERS = {"move": ("yes", "no")}


@st.composite
def entries(draw: st.DrawFn) -> bytes:
    """An entry in one of the forms that people keep, with comments, quotes and blanks in it."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=4))
    pairs = [
        (
            draw(st.sampled_from(NAMES.get(id_, (id_,)))),
            draw(st.sampled_from(NUMBERS.get(id_, ("7", "+2", "=9", '"3"', "1.5")))),
        )
        for id_ in ids
        if id_ != "sleep"
    ] + [("sleep", "7.5") for id_ in ids if id_ == "sleep"]
    remark = draw(st.sampled_from(("", "  # mine", " # needs 2: so")))
    form = draw(st.sampled_from(("block", "flow", "texts", "items", "in a line", "none")))
    indent = draw(st.sampled_from(("  ", "    ")))
    lines: list[str] = []
    if form == "block":
        lines = ["progress:" + remark, *(f"{indent}{name}: {n}{remark}" for name, n in pairs)]
    elif form == "flow":
        lines = ["progress: {" + ", ".join(f"{name}: {n}" for name, n in pairs) + "}" + remark]
    elif form == "items":
        lines = ["progress:", *(f"{indent}- {name}: {n}{remark}" for name, n in pairs)]
    elif form in {"texts", "in a line"}:
        texts = [f"{name}: {n}".replace('"', "") for name, n in pairs]
        lines = ["progress:", *(f"{indent}- '{text}'{remark}" for text in texts)]
        if form == "in a line":
            lines = ["progress: [" + ", ".join(f'"{text}"' for text in texts) + "]"]
    before = draw(
        st.lists(st.sampled_from(("mood: 3", "# a remark", "hours: {gym: 1}", "x: y")), unique=True)
    )
    behind = draw(st.sampled_from(((), ("energy: 2",), ("", "tags: [a, b] # c"))))
    whole = [*before, *lines, *behind]
    prose = ["## Plans", "", "- [ ] read: 1"]
    front = ["---", *whole, "---"] if whole and any(":" in line for line in whole) else []
    end = draw(st.sampled_from(("\n", "\r\n")))
    text = end.join([*front, *prose]) + draw(st.sampled_from(("", end)))
    return draw(st.sampled_from((b"", b"\xef\xbb\xbf"))) + text.encode()


def of(goal: str, read: Journal) -> list[Reading]:
    return [one for one in read.readings if one.goal == goal]


@settings(max_examples=examples(60))
@given(entries(), st.sampled_from(("read", "gym", "weight")), st.sampled_from(("", "bees, mostly")))
def test_the_old_journal_and_exactly_that_number(entry: bytes, goal: str, note: str) -> None:
    number = "81.4" if goal == "weight" else "+2"
    made = log(entry, "progress", number, goal, note)
    assert isinstance(made, Written), made
    was, now = journal(entry), journal(made.data)
    for other in IDS:
        if other != goal:
            assert [*map(_said, of(other, was))] == [*map(_said, of(other, now))]
    assert (was.hours, was.skips, was.goals) == (now.hours, now.skips, now.goals)
    assert was.entries[0].prose.text == now.entries[0].prose.text
    assert was.entries[0].extra == now.entries[0].extra
    (reading,) = of(goal, now)
    old = of(goal, was)
    if goal == "weight":
        assert (reading.value, reading.mode) == (81.4, Mode.LEVEL)
    else:
        assert reading.value == (old[0].value if old else 0) + 2
        assert not old or reading.mode is old[0].mode
    assert reading.note == note


def _said(reading: Reading) -> tuple[object, ...]:
    return reading.value, reading.mode, reading.note, reading.day


@settings(max_examples=examples(60))
@given(entries(), st.sampled_from(("read", "gym", "weight")))
def test_every_other_line_stays_as_it_was(entry: bytes, goal: str) -> None:
    made = log(entry, "progress", "3", goal)
    assert isinstance(made, Written), made
    mark = b"\xef\xbb\xbf"
    assert made.data.startswith(mark) is entry.startswith(mark)
    texts = (entry.removeprefix(mark), made.data.removeprefix(mark))
    old, new = (text.splitlines(keepends=True) for text in texts)
    names = {"read": b"read|pages", "gym": b"(?i:gym)"}.get(goal, goal.encode())
    about = re.compile(rb"%s|progress: *[{\[].*\r?\n" % names)
    kept = [line for line in old if not about.search(line)]
    left = iter(new)
    assert all(line in left for line in kept)
    added = [line for line in new if not about.search(line) and line not in old]
    assert {line.removeprefix(mark).strip() for line in added} <= {
        b"progress:",
        b"---",
        b"## Plans",
    }


@settings(max_examples=examples(200))
@given(
    st.sampled_from(("", "+", "-", "=", "=-")), st.integers(0, 3), st.sampled_from(("", "+", "-")),
    st.integers(0, 3), st.sampled_from(("read", "gym")),
)  # fmt: skip
def test_whatever_signs_they_have_two_numbers_make_their_sum(
    sign: str, there: int, other: str, more: int, goal: str
) -> None:
    made = log(
        f"---\nprogress: {{{goal}: {sign}{there}}}\n---\n".encode(),
        "progress",
        f"{other}{more}",
        goal,
    )
    assert isinstance(made, Written), made
    (reading,) = of(goal, journal(made.data))
    assert reading.value == int(f"{sign.lstrip('=')}{there}") + int(f"{other}{more}")


@settings(max_examples=examples(60))
@given(entries(), st.sampled_from(("read", "gym")))
def test_twice_adds_twice(entry: bytes, goal: str) -> None:
    once = log(entry, "progress", "1", goal)
    assert isinstance(once, Written), once
    twice = log(once.data, "progress", "1", goal)
    assert isinstance(twice, Written), twice
    was = sum(one.value for one in of(goal, journal(entry)))
    assert sum(one.value for one in of(goal, journal(twice.data))) == was + 2
