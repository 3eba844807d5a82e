"""The signs on the line of a check box: what is read, and what stays a word."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.prose import Prose
from milepost.journal.remembered import outline, plain
from milepost.journal.values import Signs, Task

FIRST = date(2026, 12, 1)


def task(line: str, box: str = " ") -> Task:
    """The check box of a line."""
    found = Prose(f"- [{box}] {line}").outline
    return (*found.tasks, *found.put_off)[0]


def signs(line: str) -> Signs:
    """What the signs of a line say; it must have some."""
    found = task(line).signs
    assert found is not None, line
    return found


def test_all_signs_in_one_line() -> None:
    line = "Book the room by 2026-12-01 !important @Imke #earn-pmp [[earn-pmp]] 30 min"
    assert signs(line) == Signs(
        words="Book the room",
        due=(FIRST,),
        rank=1,
        people=("Imke",),
        minutes=30,
        named=("#earn-pmp", "[[earn-pmp]]"),
    )
    assert task(line).text == line.replace("[[earn-pmp]]", "earn-pmp")  # as it was before


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("by 2026-12-01", FIRST),
        ("due 2026-12-01", FIRST),
        ("due: 2026-12-01", FIRST),
        ("(by 2026-12-01)", FIRST),
        ("by 1 December 2026", FIRST),
        ("by the 1st of December 2026", FIRST),
        ("by December 1, 2026", FIRST),
        ("by Tue 2026-12-01", FIRST),
        ("until 01.12.2026", FIRST),
        ("bis zum 1. Dezember 2026", FIRST),
        ("fällig am 01.12.2026", FIRST),
        ("by 2026-W49", date(2026, 12, 6)),
        ("by 2026-12", date(2026, 12, 31)),
        ("by 2026-Q4", date(2026, 12, 31)),
        ("**by 2026-12-01**", FIRST),
        ("📅 2026-12-01", FIRST),
        ("🗓️ 2026-12-01", FIRST),
        (":calendar: 2026-12-01", FIRST),
        ("[due:: 2026-12-01]", FIRST),
        ("(due:: 2026-12-01)", FIRST),
        ("due:2026-12-01", FIRST),
        ("DEADLINE: <2026-12-01 Tue>", FIRST),
    ],
)
def test_a_day_behind_the_words(written: str, day: date) -> None:
    found = signs(f"Book the room {written}")
    assert (found.words, found.due, found.misread) == ("Book the room", (day,), ())


@pytest.mark.parametrize("written", ["by 2026-12-01:", "due 2026-12-01,", "due:2026-12-01"])
def test_a_day_before_the_words(written: str) -> None:
    found = signs(f"{written} book the room")
    assert (found.words, found.due) == ("book the room", (FIRST,))


def test_a_day_among_the_words_counts_and_stays_a_word() -> None:
    line = "Ring the notary by 2026-12-01 about the deed"
    assert (signs(line).words, signs(line).due) == (line, (FIRST,))


def test_signs_of_other_tools_may_stand_among_the_words() -> None:
    found = signs("Book [due:: 2026-12-01] the [priority:: high] room")
    assert (found.words, found.due, found.rank) == ("Book the room", (FIRST,), 1)


@pytest.mark.parametrize(
    ("line", "rank"),
    [
        ("Book it !important", 1),
        ("Book it !wichtig", 1),
        ("! Book it", 1),
        ("(A) Book it", 1),
        ("[#A] Book it", 1),
        ("Book it 🔺", 1),
        ("Book it ⏫", 1),
        ("Book it [priority:: highest]", 1),
        ("Book it !low", -1),
        ("Book it 🔽", -1),
        ("Book it [#C]", -1),
    ],
)
def test_how_important(line: str, rank: int) -> None:
    assert (signs(line).words, signs(line).rank) == ("Book it", rank)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Send the plan @Imke", ("Imke",)),
        ("Send the plan @Imke, @Ben", ("Imke", "Ben")),
        ("@Imke: Send the plan", ("Imke",)),
        ("Send the plan → @Imke", ("Imke",)),
        ("Send the plan @Anna_Maria", ("Anna Maria",)),
        ("Send the plan @[[Imke]]", ("Imke",)),
        ("Send the plan @李", ("李",)),
    ],
)
def test_who_does_it(line: str, people: tuple[str, ...]) -> None:
    assert (signs(line).words, signs(line).people) == ("Send the plan", people)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("30 min", 30),
        ("30min", 30),
        ("(30 min)", 30),
        ("1 h", 60),
        ("1.5 h", 90),
        ("1,5 Std.", 90),
        ("1h30", 90),
        ("~2 hours", 120),
        ("24 h", 1440),
    ],
)
def test_how_long_it_may_take(written: str, minutes: int) -> None:
    assert (signs(f"Read it {written}").words, signs(f"Read it {written}").minutes) == (
        "Read it",
        minutes,
    )


def test_when_it_was_written_and_closed() -> None:
    found = task("Paint ➕ 2026-11-01 ✅ 2026-11-20", "x").signs
    assert found == Signs("Paint", made=date(2026, 11, 1), done=date(2026, 11, 20))
    assert task("Paint (done 2026-11-20)", "x").words == "Paint"
    dropped = task("Paint ❌ 2026-11-20", "-")
    assert (dropped.state, dropped.signs and dropped.signs.done) == (
        "cancelled",
        date(2026, 11, 20),
    )


@pytest.mark.parametrize(
    "line",
    [
        "Book the room",
        "by Friday",
        "Tullabeg to Máire by Sunday",
        "Finish the draft by 1 December",
        "Finish it by 2026",
        "Read the report of 2026-12-01",
        "Write to imke@example.org",
        "Ask @Imke for the plan",
        "Lunch with @Imke",
        "Essen mit @Imke",
        "Ring the bank @phone",
        "@Imke",
        "Run for 30 min",
        "Run 5 km in 30 min",
        "Swim 20-30 min",
        "Swim 20 to 30 min",
        "Read 2 h a week",
        "Sleep 25 h",
        "Appeler le notaire !",
        "Really!",
        "(B) Book it",
        "(a) Book it",
        "Book it [priority:: medium]",
        "Fix #12",
        "`by 2026-12-01 !important` in code",
        "Look at [the note @Imke](https://example.org/due:friday)",
        "https://example.org/due:friday",
        "An amount due:30",
        "Read by chapter 3, 2026",
        "Water the plants 🔁 every week",
        "Book it ⏳ 2026-12-01",
        "🔼 Book it",
    ],
)
def test_plain_words_stay_words(line: str) -> None:
    found = task(line)
    assert (found.signs, found.words) == (None, found.text)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Write the plan for [[earn-pmp]] by 2026-12-01", "Write the plan for earn-pmp"),
        ("Read up on #earn-pmp today", "Read up on #earn-pmp today"),
        ("Read [it](earn-pmp.md) today", "Read it today"),
    ],
)
def test_a_goal_may_be_named_in_the_sentence(line: str, words: str) -> None:
    found = signs(line)
    assert (found.words, found.named) == (words, ())
    assert [name.strip("#").removesuffix(".md") for name in found.links] == ["earn-pmp"]


@pytest.mark.parametrize(
    ("line", "written", "fault"),
    [
        ("Pay by 2026-02-30", "by 2026-02-30", "there is no 30 February 2026"),
        ("Pay 📅 2026-13-01", "📅 2026-13-01", "there is no month 13"),
        ("Pay by 2026-W54", "by 2026-W54", "there is no “2026-W54”"),
        ("Pay by 03/04/2026", "by 03/04/2026", "two different days"),
        ("Pay [due:: soon]", "[due:: soon]", "“soon” is not a day"),
        ("Pay due:friday", "due:friday", "“friday” is not a day"),
        ("Pay by 31 February 2026", "by 31 February 2026", "“31 February 2026” is not a day"),
    ],
)
def test_what_names_no_day_is_told_and_stays(line: str, written: str, fault: str) -> None:
    found = signs(line)
    assert found.due == ()
    assert found.misread[0][0] == written
    assert fault in found.misread[0][1]
    assert found.words == task(line).text


def test_two_days_are_both_known_the_first_one_first() -> None:
    assert signs("Book by 2026-12-01 📅 2026-12-05").due == (FIRST, date(2026, 12, 5))
    assert signs("Book by 2026-12-01 📅 2026-12-01").due == (FIRST,)


def test_a_line_of_2000_signs_is_looked_through_and_a_longer_one_is_not() -> None:
    line = "by 2026-12-01 " + "a" * 1986
    assert task(line[:1999]).signs is not None  # a blank stands before it
    assert task(line).signs is None


def test_what_was_read_is_as_it_was_when_it_was_kept() -> None:
    lines = "\n".join(
        f"- [{box}] {line}"
        for box in " x-!"
        for line in ("plain", "by 2026-12-01 a @Imke", "by 2026-02-30", "b ✅ 2026-11-01 #c")
    )
    found = Prose(lines).outline
    assert outline(plain(found)) == found
    assert len(found.put_off) == 4


SIGNS = st.sampled_from(
    "by_2026-12-01 !important @Imke @Ben 30_min #goal [[goal]] 📅_2026-12-05 [due::_2026-12-01] "
    "due:2026-12-24 ⏫ ➕_2026-11-01 (A) by_2026-02-30 🔁 @home".split()
).map(lambda sign: sign.replace("_", " "))
PLAIN = st.from_regex(r"[a-zäöü]{3,9}", fullmatch=True)


@given(st.lists(st.one_of(PLAIN, SIGNS), min_size=1, max_size=9))
def test_no_word_is_ever_lost(parts: list[str]) -> None:
    """Whatever signs stand between them, each plain word is in the words, in its place."""
    found = task(" ".join(parts))
    words = [part for part in parts if part.isalpha()]
    assert [word for word in found.words.split() if word in words] == words


@given(st.text(max_size=80))
def test_any_line_can_be_read(line: str) -> None:
    found = Prose(f"- [ ] {line}").outline
    assert outline(plain(found)) == found
