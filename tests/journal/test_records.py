"""Records: a line of an entry, or a file in `content/log/`, becomes what it plainly says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.fields import names_of, type_of
from milepost.journal.gate import gate
from milepost.journal.key_words import RECORD_WORDS
from milepost.journal.load import Loaded, load
from milepost.journal.model import Feedback, Learning, Person, Record, Setback, Win
from milepost.journal.nodes import folded
from milepost.journal.prose import RECORDED
from milepost.journal.record_kinds import FAMILIES, IN_WORDS, KINDS, kinds_of
from milepost.journal.records import gathered
from milepost.journal.values import Money
from milepost.journal.words import Form, Visibility
from milepost.progress.records import Records
from milepost.voice import records as said
from milepost.voice.voice import Voice

GOAL = "---\nmeasurable: 24 talks\n---\n# Give talks\n"


def read(*lines: str, **files: str) -> Loaded:
    """A journal with one entry of these lines, a goal `talks`, and records by their names."""
    entry = "# A week\n\n" + "\n".join(lines) + "\n"
    texts = {"content/journal/2026-W46.md": entry, "content/goals/talks.md": GOAL}
    texts |= {f"content/log/{name.replace('_', '-')}.md": text for name, text in files.items()}
    return load({path: text.encode() for path, text in texts.items()})


def records(*lines: str) -> tuple[Record, ...]:
    """The records of an entry of these lines."""
    return gathered(read(*lines).journal)


def only(*lines: str) -> Record:
    """The one record of an entry of these lines."""
    (record,) = records(*lines)
    return record


def told(loaded: Loaded) -> list[tuple[str, int, str]]:
    """Path, line and code of each finding."""
    return [(one.place.path, one.place.line, one.code) for one in loaded.findings]


def test_a_line_says_kind_title_and_values() -> None:
    """What stands behind commas and semicolons is put under the keys of the kind."""
    found = only("## Learning", "- course: Bridge scour, 12 h, 300 EUR, formal; done")
    assert isinstance(found, Learning)
    assert (found.kind, found.title) == ("course", "Bridge scour")
    assert (found.hours, found.money, found.done) == (12, Money(300, "EUR"), True)
    assert found.form is Form.FORMAL
    assert (found.day, str(found.week), found.line) == (date(2026, 11, 15), "2026-W46", 4)


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("A, 12 h.", 12),
        ("A; 3 h.", 3),
        ("A, 2h30", 2.5),
        ("A; 2 h 30 min", 2.5),
        ("A; 1:30 h", 1.5),
        ("A, 90 min", 1.5),
        ("A, 90 minutes.", 1.5),
        ("A; 2½ hours", 2.5),
        ("A; 2 Std. 30 Min.", 2.5),
        ("A; 1 200 h", 1200),
        ("A; hours: 3.5", 3.5),
        ("A; hours: 3.5 h.", 3.5),
    ],
)
def test_hours_are_a_length_of_time_with_its_unit(said: str, hours: float) -> None:
    """In each form that the remedy of F210 names; the stop of the sentence is none of theirs."""
    found = only("## Learning", f"- course: {said}")
    assert isinstance(found, Learning)
    assert (found.title, found.hours) == ("A", hours)


@pytest.mark.parametrize(
    "line",
    [
        "A, 3 h with Imke",
        "A, 12 h. And more of it",
        "A; 20 min of stretching",
        "A; 300 EUR for the book",
        "A; done with it",
        "A; 3.5",
        "A; 2h75",
        "A; 12:30",
        "A; 3 hurdles",
    ],
)
def test_words_beside_an_amount_make_it_words(line: str) -> None:
    """They stay where they are read, in the title, and are no mistake; so does a bare number."""
    loaded = read("## Learning", f"- course: {line}")
    (found,) = gathered(loaded.journal)
    assert isinstance(found, Learning)
    assert (found.title, found.hours, found.money, found.done) == (line, None, None, False)
    assert told(loaded) == []


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("D, 12 h, 300 EUR, done, great fun", "D, great fun"),
        ("D, at the sea, 12 h, with Imke, 300 EUR, done", "D, at the sea, with Imke"),
        ("D, 12 h, great fun; 300 EUR; done.", "D, great fun"),
    ],
)
def test_an_amount_between_commas_counts_wherever_it_stands(said: str, title: str) -> None:
    """What stands before or behind it is of the title."""
    found = only("## Learning", f"- course: {said}")
    assert isinstance(found, Learning)
    assert (found.title, found.hours, found.done) == (title, 12, True)
    assert found.money == Money(300, "EUR")


def test_commas_behind_a_key_are_of_its_words() -> None:
    """But for amounts at their end."""
    found = only("## Learning", "- D; from: Ghent, 3 h away, in a hall, 12 h")
    assert isinstance(found, Learning)
    assert (found.title, found.from_, found.hours) == ("D", "Ghent, 3 h away, in a hall", 12)


def test_a_full_stop_ends_a_line_and_no_value() -> None:
    """Whatever stands last; words keep theirs."""
    loaded = read(
        "## Learning",
        "- course: D, 12 h, 300 EUR, done.",
        "- course: E, 30 Fr.; expires: 2029-03-31.",
        "- course: F; goals: talks.",
        "- course: G; next 2027-01-04!",
        "- course: H; from: Dr. Low et al.",
    )
    first, second, *rest = gathered(loaded.journal)
    assert isinstance(first, Learning)
    assert isinstance(second, Learning)
    assert (first.title, first.hours, first.done) == ("D", 12, True)
    assert first.money == Money(300, "EUR")
    assert (second.money, second.expires) == (Money(30, "Fr."), date(2029, 3, 31))
    assert rest[0].goals == ("talks",)
    assert [getattr(one, "next_", None) for one in rest] == [None, date(2027, 1, 4), None]
    assert getattr(rest[2], "from_", "") == "Dr. Low et al."
    assert told(loaded) == []


def test_the_remedy_of_hours_is_read_everywhere() -> None:
    """What a finding says to write is read in a line, behind its key and in a file."""
    loaded = read(
        "## Learning", "- A; hours: 3 of them", a="---\nkind: book\nhours: 3 pages\n---\n"
    )
    remedies = {one.help for one in loaded.findings}
    assert remedies == {"write `3.5 h`, `2h30` or `90 min`"}
    for form in ("3.5 h", "2h30", "90 min"):
        for line in (f"- A; {form}", f"- A, {form}", f"- A; hours: {form}"):
            assert getattr(only("## Learning", line), "hours", None)
        (found,) = read(a=f"---\nkind: book\nhours: {form}\n---\n").journal.log
        assert getattr(found, "hours", None)


def test_items_below_a_line_are_its_parts() -> None:
    """A mapping is an item for each key."""
    found = only(
        "## Setbacks", "- Lost the tender", "  - cause: priced late", "  - next 2026-12-01"
    )
    assert isinstance(found, Setback)
    assert (found.title, found.because) == ("Lost the tender", "priced late")
    assert found.next_ == date(2026, 12, 1)
    assert found.at("next_").line == 6


def test_a_person_is_named_before_the_colon() -> None:
    """Who it is stands in brackets, what it was about behind the colon."""
    found = only("## People", "- met Jana (mentor): the tender; next 2026-12-10")
    assert isinstance(found, Person)
    assert (found.title, found.kind, found.about) == ("Jana", "mentor", "the tender")
    assert found.next_ == date(2026, 12, 10)
    assert only("## People", "- coach: Tom").kind == "coach"
    wide = only("## People", "- 田中さん：会議")
    assert isinstance(wide, Person)
    assert (wide.title, wide.about) == ("田中さん", "会議")


def test_words_for_a_meeting_are_left_out_only_in_front() -> None:
    """Within a sentence they are words of it."""
    for line in ("I met a lot of people", "12:30 call with Tom"):
        assert only("## People", f"- {line}").title == line
    assert only("## People", "- saw Jana").title == "Jana"


@pytest.mark.parametrize(
    "name", ["[[people/jana|Jana]]", "[[Jana#Work, part: 2]]", "[Jana](https://jana.example)"]
)
def test_who_is_named_before_the_colon_may_be_a_link(name: str) -> None:
    """A note of their own, or an address; what is in it does not end the name."""
    met = only("## People", f"- met {name} (mentor): the tender")
    assert isinstance(met, Person)
    assert (met.title, met.kind, met.about) == (name, "mentor", "the tender")
    heard = only("## Feedback", f"- {name}: speak slower")
    assert isinstance(heard, Feedback)
    assert (heard.from_, heard.title) == (name, "speak slower")
    assert only("## People", f"- {name}").title == name


@pytest.mark.parametrize(
    ("line", "name", "about"),
    [
        ("coffee with Jonas", "Jonas", ""),
        ("a phone call with Marta: the flat", "Marta", "the flat"),
        ("Marta, phone call", "Marta", "phone call"),
        ("Marta, saw the plans", "Marta", "saw the plans"),
        ("Marta, Jonas", "Marta, Jonas", ""),
        ("spoke to Dr. Low", "Dr. Low", ""),
    ],
)
def test_how_one_met_is_no_part_of_a_name(line: str, name: str, about: str) -> None:
    """So that somebody who was met for coffee and on the phone is one person."""
    found = only("## People", f"- {line}")
    assert isinstance(found, Person)
    assert (found.title, found.about) == (name, about)


def test_who_said_it_is_a_name() -> None:
    """And not what they did."""
    found = only("## Feedback", "- Jonas said: too fast")
    assert isinstance(found, Feedback)
    assert (found.from_, found.title) == ("Jonas", "too fast")


@pytest.mark.parametrize(
    "line",
    [
        "- from Ivon Berg: too fast",
        "- feedback from Ivon Berg: too fast",
        "- praise by Ivon Berg: too fast",
        "- Lob von Ivon Berg: too fast",
        "- Ivon Berg said: too fast",
        "- feedback: Ivon Berg: too fast",
    ],
)
def test_a_giver_is_called_by_the_name_alone(line: str) -> None:
    found = only("## Feedback", line)
    assert isinstance(found, Feedback)
    assert (found.from_, found.title) == ("Ivon Berg", "too fast")


@pytest.mark.parametrize(
    "day", ["2026-05-02", "02.05.2026", "2026-05-02.", "2 May 2026", "2. Mai 2026"]
)
def test_a_day_behind_the_last_comma_is_its_day(day: str) -> None:
    found = only("## Learning", f"- event: PyCon in Ghent, €300, {day}")
    assert isinstance(found, Learning)
    assert (found.title, found.day, found.week) == ("PyCon in Ghent", date(2026, 5, 2), None)
    assert found.money == Money(300, "€")
    person = only("## People", f"- Imke (mentor): her exam, {day}")
    assert isinstance(person, Person)
    assert (person.title, person.about, person.met) == ("Imke", "her exam", (date(2026, 5, 2),))
    met = only("## People", "- Imke; met 2026-01-27, 2026-05-05")
    assert isinstance(met, Person)
    assert met.met == (date(2026, 1, 27), date(2026, 5, 5))


@pytest.mark.parametrize(
    "line",
    [
        "PyCon, 3 h, 2026-05-02, done, [[talks]]",
        "PyCon, [[talks]], 2026-05-02, 3 h, done",
        "PyCon, done, 3 h, 2026-05-02; [[talks]]",
        "PyCon; 3 h; done; [[talks]]; on 2026-05-02",
        "PyCon, on 2026-05-02, 3 h; done; [talks](../goals/talks.md)",
    ],
)
def test_behind_commas_the_order_makes_no_difference(line: str) -> None:
    found = only("## Learning", f"- {line}")
    assert isinstance(found, Learning)
    assert (found.title, found.hours, found.done) == ("PyCon", 3, True)
    assert (found.day, found.goals) == (date(2026, 5, 2), ("talks",))


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("Imke – her exam", "her exam"),
        ("Imke - her exam", "her exam"),
        ("Imke; next: in May", "next: in May"),
        ("Call with Imke, 30 min", "30 min"),
        ("Treffen mit Imke: ihre Prüfung", "ihre Prüfung"),
        ("Kaffee mit Imke", ""),
        ("@Imke: her exam", "her exam"),
        ("Imke (mentor) – her exam", "her exam"),
        ("Imke; [[talks]]", ""),
    ],
)
def test_a_name_is_a_name_however_the_rest_is_written(line: str, about: str) -> None:
    found = only("## People", f"- {line}")
    assert isinstance(found, Person)
    assert (found.title, found.about) == ("Imke", about)


@pytest.mark.parametrize(
    "line", ["Imke, next on 2026-12-10", "Imke (Mentorin), nächstes am 10.12.2026"]
)
def test_a_word_may_stand_before_a_day(line: str) -> None:
    found = only("## People", f"- {line}")
    assert isinstance(found, Person)
    assert (found.title, found.next_) == ("Imke", date(2026, 12, 10))


@pytest.mark.parametrize("title", ["Season, 2026-27", "Plan, spring 2026", "Reports, 2024, 2025"])
def test_what_is_no_day_behind_a_comma_is_a_word(title: str) -> None:
    assert only("## Learning", f"- {title}").title == title


def test_a_line_is_for_a_goal_to_which_any_of_its_parts_links() -> None:
    assert only("## Feedback", "- Jana on [[talks]]: speak slower").goals == ("talks",)
    assert only("## Setbacks", "- No voice; because: too much [[talks]]").goals == ("talks",)


def test_a_link_out_of_the_journal_names_no_goal() -> None:
    found = only(
        "## Setbacks", "- [The site](https://x.example/talks) broke; [x](//y.example/talks)"
    )
    assert found.goals == ()


def test_a_link_without_an_address_names_no_goal_and_ends_no_name() -> None:
    """It is a link that is still to be filled in: its words stay, and no colon in it is ours."""
    found = only("## Feedback", "- [Jana, part: 2](): speak slower, [talks](); [[talks]]")
    assert isinstance(found, Feedback)
    assert (found.from_, found.title) == ("[Jana, part: 2]()", "speak slower, [talks]()")
    assert found.goals == ("talks",)


def test_each_key_that_takes_words_is_among_those_that_hold_them() -> None:
    """So a link in it says what the line is for, and an export has it."""
    keys = [(cls, key) for cls in FAMILIES.values() for key in names_of(cls)]
    every = {key for cls, key in keys if type_of(cls, key) == "str"}
    assert {*IN_WORDS} == every - {"title", "kind"}


@pytest.mark.parametrize("link", ["[[talks]]", "[talks](../goals/talks.md)", "[x](talks.md#how)"])
def test_a_link_of_either_kind_says_what_a_line_is_for(link: str) -> None:
    apart = only("## Wins", f"- My best; {link}; from: work")
    assert (apart.title, apart.goals) == ("My best", ("talks",))
    within = only("## Wins", f"- My best of {link}")
    assert (within.title, within.goals) == (f"My best of {link}", ("talks",))


def test_a_day_that_there_is_not_in_the_name_of_a_file_is_told() -> None:
    text = b"---\nkind: win\n---\n"
    path, settings = "content/log/2026-02-30-plan.md", {"milepost.yaml": b"title: A year\n"}
    (told,) = load({path: text} | settings).findings
    assert (told.code, "30 February" in told.message) == ("F204", True)
    dated = text.replace(b"win", b"win\ndate: 2026-02-28")
    assert not load({path: dated} | settings).findings


def test_feedback_names_its_giver_before_the_colon() -> None:
    """With or without “from”."""
    for line in ("- Jana: speak slower; thanked", "- from Jana: speak slower, thanked"):
        found = only("## Feedback", line)
        assert isinstance(found, Feedback)
        assert (found.from_, found.title, found.thanked) == ("Jana", "speak slower", True)


def test_a_link_and_a_key_say_for_which_goal_it_is() -> None:
    """By id, by title, by an old name."""
    assert only("## Wins", "- My best of [[talks]]").goals == ("talks",)
    apart = only("## Wins", "- My best; from: work; [[talks|the talks]]")
    assert (apart.title, apart.goals) == ("My best", ("talks",))
    met = only("## People", "- Tom: coffee; [[talks]]; next 2026-12-10")
    assert isinstance(met, Person)
    assert (met.about, met.goals, met.next_) == ("coffee", ("talks",), date(2026, 12, 10))
    assert only("## Wins", "- The best; goals: Give talks").goals == ("talks",)
    assert only("## Wins", "- The best of [[nothing]]").goals == ()


def test_several_goals_may_stand_between_brackets() -> None:
    """As in the front matter of a file."""
    loaded = read("## Wins", "- The best; goals: [talks, Give talks]", "- More; goals: [[talks]]")
    assert [one.goals for one in gathered(loaded.journal)] == [("talks",), ("talks",)]
    assert told(loaded) == []


def test_a_line_may_say_its_parts_alone() -> None:
    """It is called as it is written."""
    assert only("## Kurse", "- Kurs: Schweißen, 3 Std.; abgeschlossen").title == "Schweißen"
    found = only("## Learning", "- 3 Std., 20 EUR")
    assert isinstance(found, Learning)
    assert (found.title, found.hours, found.money) == ("3 Std., 20 EUR", 3, Money(20, "EUR"))
    said = only("## Feedback", "- From: Jana")
    assert isinstance(said, Feedback)
    assert (said.title, said.from_) == ("From: Jana", "Jana")


def test_what_is_no_part_stays_in_the_title() -> None:
    """Nothing is lost."""
    line = "I slept badly; then the train: late again, as ever"
    assert only("## Setbacks", f"- {line}").title == line
    assert only("## Setbacks", line).title == line


@pytest.mark.parametrize("part", ["next: try again", "date: last summer", "next time: ask first"])
def test_words_where_a_day_could_stand_are_words(part: str) -> None:
    """They stay in the title; a day that there is not is told."""
    loaded = read("## Setbacks", f"- Lost it; {part}")
    assert [one.title for one in gathered(loaded.journal)] == [f"Lost it; {part}"]
    assert told(loaded) == []


@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Learning", "done{} 2026-10-32"),
        ("Learning", "expires{} 2029-02-30"),
        ("Learning", "valid until{} 31.02.2029"),
        ("People", "next{} 2026-13"),
        ("Setbacks", "next{} 2026-W60"),
        ("Feedback", "thanked{} 31 November 2026"),
        ("People", "met{} 2026-11-10, 2026-11-31"),
    ],
)
def test_a_day_that_there_is_not_is_told_with_and_without_a_colon(
    heading: str, said: str, colon: str
) -> None:
    """And stands in no title."""
    loaded = read(f"## {heading}", f"- Jana; {said.format(colon)}")
    assert [one.title for one in gathered(loaded.journal)] == ["Jana"]
    assert told(loaded) == [("content/journal/2026-W46.md", 4, "F204")]


@pytest.mark.parametrize("part", ["next 3 chapters", "done 12 of 20", "on 2 legs", "again 1/2"])
def test_a_number_behind_a_key_of_days_is_a_word(part: str) -> None:
    """Only what is written as a day is meant for one."""
    loaded = read("## Learning", f"- A; {part}")
    assert [one.title for one in gathered(loaded.journal)] == [f"A; {part}"]
    assert told(loaded) == []


@pytest.mark.parametrize(
    "said",
    [
        "; met: [2026-11-10, 2026-11-12]",
        "; met [2026-11-10, 2026-11-12]",
        "; met: 2026-11-10, 2026-11-12",
        "; met 2026-11-10 and 2026-11-12.",
        ", met 2026-11-10, 2026-11-12",
        "; met 2026-11-10; met 2026-11-12",
        "; met: 10 November 2026; met: November 12, 2026",
        "\n  - met: 2026-11-10\n  - met 2026-11-12",
    ],
)
def test_somebody_was_met_on_several_days(said: str) -> None:
    """They are the meetings that the line tells of, and not the day of its entry."""
    loaded = read("## People", f"- Olu{said}")
    (found,) = gathered(loaded.journal)
    assert isinstance(found, Person)
    days = (date(2026, 11, 10), date(2026, 11, 12))
    assert (found.title, found.about, found.met) == ("Olu", "", days)
    assert Records((found,)).threads["people"][0].met(date(2026, 11, 22)) == days
    assert told(loaded) == []


@pytest.mark.parametrize(
    "met",
    ["[2026-11-10, 2026-11-12]", "2026-11-10, 2026-11-12", "10 November 2026, 12 November 2026"],
)
def test_a_file_says_several_days_as_a_line_does(met: str) -> None:
    """A comma parts them, but for one within a day."""
    (found,) = read(a=f"---\nkind: contact\nmet: {met}\n---\n").journal.log
    assert isinstance(found, Person)
    assert found.met == (date(2026, 11, 10), date(2026, 11, 12))
    (one,) = read(a="---\nkind: contact\nmet: March 2, 2026\n---\n").journal.log
    assert isinstance(one, Person)
    assert one.met == (date(2026, 3, 2),)


def test_what_takes_a_list_may_be_said_twice() -> None:
    """What takes one value may not: the second is told."""
    loaded = read("## Learning", "- A; skills: one, two; skill: three; goals: talks; goal: talks")
    (found,) = gathered(loaded.journal)
    assert isinstance(found, Learning)
    assert (found.skills, found.goals) == (("one", "two", "three"), ("talks",))
    assert told(loaded) == []
    assert told(read("## Learning", "- A; 3 h; 2 h"))[0][2] == "F107"


def test_a_paragraph_is_a_record_and_a_check_box_is_none() -> None:
    """A box is something to do; a quotation and code are somebody else's."""
    lines = ("## Wins", "A good talk.", "", "- [ ] thank Jana", "", "> said he", "", "    code")
    assert [one.title for one in records(*lines)] == ["A good talk."]


def test_a_second_paragraph_of_an_item_belongs_to_it() -> None:
    """It is no record of its own, and may say more of it; a paragraph behind the list is one."""
    lines = ("## Learning", "- one", "", "  and why", "", "  hours: 3", "", "  - from: Jana")
    first, second = records(*lines, "- two", "", "three")[0:3:2]
    assert isinstance(first, Learning)
    assert (first.title, first.hours, first.from_) == ("one", 3, "Jana")
    assert second.title == "three"
    boxed = ("## Wins", "- [ ] thank Jana", "", "  for the plan", "- one")
    assert [one.title for one in records(*boxed)] == ["one"]


def test_an_item_below_a_line_may_be_a_record_of_its_own() -> None:
    """It has a title, and a kind or a value beside it; what stands below it is its own."""
    loaded = read(
        "## Learning",
        "- Group, 1 h",
        "  - course: inner one, 3 h",
        "    - from: Ghent; skills: sums",
        "    - and words",
        "  - a walk through the lab; 20 min",
        "",
        "    from: Imke",
        "  - from: Jana",
        "  - words alone",
        "- last",
    )
    found = [one for one in gathered(loaded.journal) if isinstance(one, Learning)]
    assert [(one.title, one.kind, one.hours, one.from_, one.line) for one in found] == [
        ("Group", "learning", 1, "Jana", 4),
        ("inner one", "course", 3, "Ghent", 5),
        ("a walk through the lab", "learning", 20 / 60, "Imke", 8),
        ("last", "learning", None, "", 13),
    ]
    assert found[1].skills == ("sums",)
    assert told(loaded) == []


def test_people_below_a_line_are_told_by_what_they_are() -> None:
    """A word in brackets, or a value; a colon alone is one of words."""
    lines = (
        "- The club",
        "  - Jana (mentor): sails",
        "  - Tom; next 2026-12-10",
        "  - he said: so",
    )
    found = [(one.title, one.kind) for one in records("## People", *lines)]
    assert found == [("The club", "contact"), ("Jana", "mentor"), ("Tom", "contact")]


def test_an_item_below_a_line_says_what_its_parts_say() -> None:
    """As the line does behind its semicolons and commas; words go on with the words before."""
    found = only("## Feedback", "- Jonas: too fast", "  - plan: one slide; one breath; thanked")
    assert isinstance(found, Feedback)
    assert (found.plan, found.thanked) == ("one slide; one breath", True)
    course = only("## Learning", "- A", "  - from: Ghent, 3 h, done.")
    assert isinstance(course, Learning)
    assert (course.from_, course.hours, course.done) == ("Ghent", 3, True)


def test_a_goal_is_hidden_in_a_record_below_a_line_too() -> None:
    """Wherever it stands there."""
    files = {
        "milepost.yaml": "visibility: public",
        "content/goals/closed.md": "---\nvisibility: private\n---\n# Closed\n",
        "content/journal/2026-W46.md": "## Learning\n- A\n  - course: B, 3 h; goals: closed\n"
        "    - goals: closed\n",
    }
    journal = load({path: text.encode() for path, text in files.items()}).journal
    assert [one.goals for one in gathered(journal)] == [(), ("closed",)]
    shown = gate(journal, Visibility.PUBLIC)
    assert "closed" not in shown.entries[0].prose.text
    assert [one.goals for one in gathered(shown)] == [(), ()]


TABLE = "| what | hours |\n|---|---|\n| Bridge scour | 12 |\n"


@pytest.mark.parametrize("heading", ["## Learning", "## Wins", "## People"])
def test_a_table_under_a_heading_of_records_is_told(heading: str) -> None:
    """Once a file, at the first that has a row; elsewhere it is what it is."""
    path = "content/journal/2026-W46.md"
    head = "| a | b |\n|---|---|\n"
    assert told(read(heading, "", head, "", TABLE, "", TABLE)) == [(path, 9, "F312")]
    assert told(read(heading, "", "- one", "", "  | a | b |\n  |---|---|\n  | 1 | 2 |")) == [
        (path, 7, "F312")
    ]
    for elsewhere in ("## Else", "## Decisions"):
        assert (
            told(read(elsewhere, "", TABLE, heading, "", "> " + TABLE.replace("\n", "\n> "))) == []
        )


@pytest.mark.parametrize(
    "line", ["None.", "- n/a", "- –", "Nothing this week", "- keine", "*Nichts.*", "- ..."]
)
def test_a_line_that_says_nothing_is_no_record(line: str) -> None:
    """It stands under a heading of somebody's template; words that go on are words."""
    assert records("## People", line) == ()
    assert only("## Wins", "- Nothing broke").title == "Nothing broke"
    assert only("## Wins", "- 🎉").title == "🎉"


def test_a_heading_below_goes_on_and_another_ends_it() -> None:
    """`###` under Feedback is still feedback; Plans are plans, at any rank."""
    lines = ("## Feedback", "### At work", "- one", "### Plans", "- two", "## Else", "- three")
    assert [one.title for one in records(*lines)] == ["one"]


def test_a_heading_in_a_passage_holds_to_its_end() -> None:
    """Whoever may read the passage or not, what stands behind it is of the same family."""
    lines = ("## Learning", "- one", "::: private", "## Feedback", "- two", ":::", "- three")
    found = [(one.title, one.family) for one in records(*lines)]
    assert found == [("one", "learning"), ("two", "feedback"), ("three", "learning")]


@pytest.mark.parametrize(
    ("family", "heading"), [(name, one) for name, every in RECORDED.items() for one in every]
)
def test_every_heading_makes_records_of_its_family(family: str, heading: str) -> None:
    """Whatever the case of its letters, and with a colon."""
    assert only(f"## {heading.upper()}:", "- something").family == family


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_the_pages_say_may_be_written(language: str) -> None:
    """The name of a family makes a heading, and the name of a fact a key."""
    voice = Voice(language, " ")
    for family, cls in FAMILIES.items():
        assert only(f"## {said.family(voice, family)}", "- a").family == family
        everything = "; ".join(f"{name}: {_VALUES.get(name, 'words')}" for name in names_of(cls))
        record = only(f"## {RECORDED[family][0]}", f"- a; {everything}")
        for fact in said.facts(voice, record, date(2026, 11, 22)):
            name = folded(fact.name)
            assert {name, *RECORD_WORDS.get(name, ())} & names_of(cls), fact.name


_VALUES = dict.fromkeys(("expires", "next", "met", "date"), "2027-01-15") | {
    "hours": "3 h", "money": "30 EUR", "form": "formal", "done": "yes", "thanked": "yes",
}  # fmt: skip


def test_a_line_in_german() -> None:
    """Its hours and its money, its day and its thanks."""
    course = only("## Lernen", "- Kurs: Lauftreff, 2 Std, 30 Euro; fertig")
    assert isinstance(course, Learning)
    assert (course.title, course.hours, course.done) == ("Lauftreff", 2, True)
    assert course.money == Money(30, "EUR")
    podcast = only("## Lernen", "- Podcast: Besser laufen, 45 Min.")
    assert isinstance(podcast, Learning)
    assert podcast.hours == 0.75
    met = only("## Leute", "- Imke (Mentorin): mein Plan; nächstes 2026-12-20")
    assert isinstance(met, Person)
    assert (met.title, met.about, met.next_) == ("Imke", "mein Plan", date(2026, 12, 20))
    said_ = only("## Rückmeldung", "- Ben: zu schnell; bedankt")
    assert isinstance(said_, Feedback)
    assert (said_.title, said_.from_, said_.thanked) == ("zu schnell", "Ben", True)


def test_a_file_in_german() -> None:
    """`art` says the kind where it is one; elsewhere it is a key of another tool."""
    loaded = read(a="---\nart: Kurs\ntitel: Lauftreff\nstunden: 2\ngeld: 30 €\n---\n")
    (found,) = loaded.journal.log
    assert isinstance(found, Learning)
    assert (found.kind, found.title, found.hours) == ("course", "Lauftreff", 2)
    assert told(loaded) == [("content/log/a.md", 3, "F221")]
    assert not read(a="---\nart: oil on canvas\n---\n").journal.log


def german(*lines: str, **files: str) -> Loaded:
    """A journal in German with one entry of these lines, and records by their names."""
    texts = {"milepost.yaml": "language: de\n", "content/goals/talks.md": GOAL}
    texts["content/journal/2026-W46.md"] = "\n".join(lines)
    texts |= {f"content/log/{name}.md": f"---\n{text}\n---\n" for name, text in files.items()}
    return load({path: text.encode() for path, text in texts.items()})


def test_a_comma_is_what_the_language_of_the_journal_says() -> None:
    """In lines and in files, of hours and of money; before three digits it could part thousands."""
    lines = "- Kurs: A, 1,5 Std., 12,50 EUR", "- Kurs: B; Stunden: 1,5", "- Kurs: C, 1,500 h"
    loaded = german("## Kurse", *lines, d="art: Kurs\nStunden: 1,5 Std.\nKosten: 12,50 EUR")
    read_ = {one.title: one for one in gathered(loaded.journal) if isinstance(one, Learning)}
    assert [read_[title].hours for title in "ABCD"] == [1.5, 1.5, None, 1.5]
    assert read_["A"].money == read_["D"].money == Money(12.5, "EUR")
    assert sorted(code for _, _, code in told(loaded)) == ["F210", "F221"]
    asked = read("## Learning", "- A, 1,5 Std.", a="---\nart: Kurs\nStunden: 1,5\n---\n")
    assert [code for path, _, code in told(asked) if "log" not in path] == ["F210"]
    assert ("content/log/a.md", 3, "F210") in told(asked)


@pytest.mark.parametrize("word", sorted(RECORD_WORDS))
def test_a_word_for_a_key_is_the_same_in_a_line_and_in_a_file(word: str) -> None:
    """One table is for both, whatever the value, and whether it can be read or not."""
    key = RECORD_WORDS[word][0]
    family = next(name for name, cls in FAMILIES.items() if key in names_of(cls))
    wrong = {"date": "2026-13-01", "expires": "2026-13-01", "next": "2026-13-01"}
    wrong |= {"met": "2026-13-01", "done": "2026-02-30", "thanked": "2026-02-30"}
    wrong |= {"hours": "3 x 4", "money": "12 things"}
    if key in {"title", "kind", "aliases"}:
        return  # a line says them otherwise
    for value in (_VALUES.get(key, "talks"), wrong.get(key, "talks")):
        kind = kinds_of(family)[0]
        line = german(f"## {RECORDED[family][0]}", f"- A; {word}: {value}")
        file = german(a=f"kind: {kind}\n{word}: {value}")
        (one,), (other,) = gathered(line.journal), gathered(file.journal)
        field = next(item for item in (key, f"{key}_") if hasattr(one, item))
        assert getattr(one, field) == getattr(other, field)
        codes = {code for _, _, code in told(file)} - {"F221"}
        assert {code for _, _, code in told(line)} == codes


def test_yes_and_no_are_read_in_german() -> None:
    """In a line, and in a file."""
    found = only("## Lernen", "- Kurs: A; fertig: ja")
    assert isinstance(found, Learning)
    assert (found.title, found.done) == ("A", True)
    (file,) = german(a="art: Kurs\nfertig: nein\nZiele: talks").journal.log
    assert isinstance(file, Learning)
    assert (file.done, file.goals) == (False, ("talks",))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_kind_is_read_in_a_line_and_in_a_file(family: str) -> None:
    """And is of its own family."""
    for kind in kinds_of(family):
        assert KINDS[kind] == (family, kind)
        assert only(f"## {RECORDED[family][0]}", f"- {kind}: something").kind == kind
        (found,) = read(a=f"---\nkind: {kind}\n---\n").journal.log
        assert (found.family, found.kind, found.title) == (family, kind, "A")


def test_mistakes_are_told_with_their_lines() -> None:
    """A slip of a key, a day that there is not, a goal that there is not, a comma in a number."""
    loaded = read(
        "## Learning",
        "- course: A; expries: 2028-01-01",
        "- B, 1,5 h",
        "- C",
        "  - expires: 2026-13-01",
        "- D; goals: nothing",
    )
    path = "content/journal/2026-W46.md"
    assert told(loaded) == [
        (path, 4, "F201"),
        (path, 5, "F210"),
        (path, 7, "F204"),
        (path, 8, "F301"),
    ]


def test_a_file_has_its_day_from_its_key_its_name_or_what_it_says() -> None:
    """In this order; a person's is the last day of meeting."""

    def day(name: str, keys: str) -> date | None:
        return read(**{name: f"---\n{keys}\n---\n"}).journal.log[0].day

    assert day("2026_03_12_a", "kind: win\ndate: 2026-03-10") == date(2026, 3, 10)
    assert day("2026_03_12_a", "kind: win") == date(2026, 3, 12)
    assert day("2026_W11_a", "kind: win") == date(2026, 3, 15)
    assert day("a", "kind: mentor\nmet: [2026-03-02, 2026-01-05]") == date(2026, 3, 2)
    assert day("a", "kind: book\ndone: 2026-03-02") == date(2026, 3, 2)
    assert day("a", "kind: book") is None


def test_a_file_without_a_kind_is_told() -> None:
    """Once, and nothing of its keys; one that is named after a week is an entry."""
    assert told(read(a="Words.")) == [("content/log/a.md", 1, "F014")]
    assert told(read(a="---\nkind: mentro\n---\n")) == [("content/log/a.md", 2, "F014")]
    assert told(read(README="# What is here\n")) == []
    loaded = read(**{"2026_W40": "Words."})
    assert told(loaded) == [("content/log/2026-W40.md", 1, "F014")]
    assert len(loaded.journal.entries) == 2
    for keys, line in (("kind:", 1), ("kind: mentro\nfrom: Ana", 2), ("type: mentro", 2)):
        for name, more in (("a", ""), ("a", "\ndate: 2026-05-06"), ("2026_05_06_a", "")):
            loaded = read(**{name: f"---\n{keys}{more}\n---\n"})
            path = f"content/log/{name.replace('_', '-')}.md"
            assert told(loaded) == [(path, line, "F014")]


@pytest.mark.parametrize("kind", ["[mentor]", "\n  - mentor\n  - peer", "[friend, mentor]"])
def test_a_kind_may_be_a_list(kind: str) -> None:
    """As an editor writes one: the first that is known counts, and it is told."""
    loaded = read(a=f"---\nkind: {kind}\n---\n")
    assert [one.kind for one in loaded.journal.log] == ["mentor"]
    assert [code for _, _, code in told(loaded)] == ["F203"]


def test_a_log_in_a_folder_of_notes_is_their_journal() -> None:
    """It holds records only in a folder that was made for milepost."""
    note = {"log/2026-W40.md": b"---\nkind: win\n---\n"}
    assert load(note).journal.entries
    assert load(note | {"milepost.yaml": b""}).journal.log
    assert load(note | {"goals/talks.md": b"# Talks\n"}).journal.log


def test_other_words_are_read_in_files_too() -> None:
    """And told once a file."""
    loaded = read(a="---\ntype: certificate\ncost: 300 EUR\nvalid until: 2029-03-31\n---\n")
    (found,) = loaded.journal.log
    assert isinstance(found, Learning)
    assert (found.money, found.expires) == (Money(300, "EUR"), date(2029, 3, 31))
    assert told(loaded) == [("content/log/a.md", 3, "F221")]


def test_who_may_see_a_record() -> None:
    """What tells of others is private whatever the settings say; a line follows its entry."""
    files = {
        "milepost.yaml": "visibility: public",
        "content/log/jana.md": "---\nkind: mentor\n---\n",
        "content/log/tom.md": "---\nkind: coach\nvisibility: public\n---\n",
        "content/log/slip.md": "---\nkind: mentro\n---\n",
        "content/log/list.md": "---\nkind: [mentro]\n---\n",
        "content/log/keys.md": "---\nkind: {is: mentor}\n---\n",
        "content/log/none.md": "---\ntitel: Jana\n---\n",
        "content/log/book.md": "---\nkind: book\ngoals: [open, closed]\n---\n",
        "content/goals/open.md": "# Open\n",
        "content/goals/closed.md": "---\nvisibility: private\n---\n# Closed\n",
        "content/journal/2026-W45.md": "---\nvisibility: private\n---\n## Wins\n- hidden\n",
        "content/journal/2026-W46.md": "## Wins\n- seen [[closed]]\n\n::: private\n- not\n:::\n",
    }
    journal = load({path: text.encode() for path, text in files.items()}).journal
    shown = gathered(gate(journal, Visibility.PUBLIC))
    assert [(one.title, one.goals) for one in shown] == [
        ("Book", ("open",)),
        ("Tom", ()),
        ("seen …", ()),
    ]
    assert len(journal.pages) == 4
    assert gate(journal, Visibility.PUBLIC).pages == ()
    assert len(gathered(journal)) == 6


def test_a_line_names_only_goals_that_are_seen() -> None:
    """However its list is written, and wherever its line breaks."""
    lines = (
        "- a; goals: [open, closed]",
        "- b; goals: open,\n  closed",
        "- c\n  - for goal: closed",
        "- d; goals\u00a0: [[closed]], open",
        "- e of our goals: a team, luck",
        "- f; goals: open, closed, 3 h, done",
    )
    files = {
        "milepost.yaml": "visibility: public",
        "content/goals/open.md": "# Open\n",
        "content/goals/closed.md": "---\nvisibility: private\n---\n# Closed\n",
        "content/journal/2026-W46.md": "\n".join(("## Wins", *lines, "- [ ] box #closed #open")),
    }
    journal = load({path: text.encode() for path, text in files.items()}).journal
    shown = gate(journal, Visibility.PUBLIC)
    assert [one.goals for one in gathered(shown)] == [
        ("open",),
        ("open",),
        (),
        ("open",),
        (),
        ("open",),
    ]
    assert "closed" not in shown.entries[0].prose.text
    assert "- [ ] box #… #open" in shown.entries[0].prose.text
    assert "- e of our goals: a team, luck" in shown.entries[0].prose.text
    last = gathered(shown)[-1]
    assert isinstance(last, Win)
    assert (last.goals, last.title) == (("open",), "f")
    assert "- f; goals: open, …, 3 h, done" in shown.entries[0].prose.text
    assert [set(one.goals) for one in gathered(journal)][:2] == [{"open", "closed"}] * 2


def test_the_stop_of_a_sentence_hides_no_goal_and_shows_none() -> None:
    """What is read without it is told without it."""
    files = {
        "milepost.yaml": "visibility: public",
        "content/goals/open.md": "# Open\n",
        "content/goals/closed.md": "---\nvisibility: private\n---\n# Closed\n",
        "content/journal/2026-W46.md": "## Wins\n- a; goals: open.\n- b; goals: closed.\n",
    }
    journal = load({path: text.encode() for path, text in files.items()}).journal
    shown = gate(journal, Visibility.PUBLIC)
    assert [one.goals for one in gathered(shown)] == [("open",), ()]
    assert "goals: open." in shown.entries[0].prose.text
    assert "closed" not in shown.entries[0].prose.text


words = st.text(st.characters(categories=["L", "N", "P", "Zs", "S"]), min_size=1, max_size=40)


@given(st.sampled_from(sorted(RECORDED)), st.lists(words, min_size=1, max_size=4))
def test_any_line_is_read_and_no_word_of_its_title_is_lost(family: str, parts: list[str]) -> None:
    """Whatever it says, it raises nothing, and what no key takes is in the title."""
    line = "; ".join(" ".join(part.split()) for part in parts)
    for one in records(f"## {RECORDED[family][0]}", f"- x{line}"):
        assert one.family == family
        assert one.title


def test_a_win_says_where_it_came_from() -> None:
    """And how it was celebrated."""
    found = only("## Wins", "- They took it; from: asking; reward: oysters")
    assert isinstance(found, Win)
    assert (found.title, found.from_, found.reward) == ("They took it", "asking", "oysters")


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("10,- €", 10),
        ("10,-- €", 10),
        ("€ 10,-", 10),
        ("1.200,- €", 1200),
        ("€1.5k", 1500),
        ("about 10 EUR", 10),
    ],
)
def test_what_is_read_as_money_anywhere_is_money_in_a_line(said: str, amount: float) -> None:
    found = only("## Learning", f"- course: Eisen, {said}")
    assert isinstance(found, Learning)
    assert (found.title, found.money and found.money.amount) == ("Eisen", amount)


@pytest.mark.parametrize("said", ["10,-", "10 € pro Monat"])
def test_what_is_no_amount_stays_in_the_title(said: str) -> None:
    found = only("## Learning", f"- course: Eisen, {said}")
    assert isinstance(found, Learning)
    assert (found.title, found.money) == (f"Eisen, {said}", None)
