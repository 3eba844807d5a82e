"""Goals that were renamed: old ids count, and a wrong id names the goal that was meant."""

from __future__ import annotations

from datetime import date

import pytest
from written import measured, read

from milepost.journal.load import Loaded
from milepost.journal.words import Visibility

RENAMED = """
    == content/goals/read-books-2026.md ==
    ---
    title: Read
    aliases: {aliases}
    measurable: 24 books
    ---
    == content/journal/2026-W10.md ==
    ---
    progress:
      {id}: {{value: 3, confidence: 8}}
    hours: {{{id}: 2}}
    skip: {{{id}: flu}}
    ---
    See [[{id}]].
    """


def remedies(loaded: Loaded) -> list[str]:
    return [finding.help for finding in loaded.findings if finding.name == "unknown-id"]


@pytest.mark.parametrize(
    "aliases",
    [
        "read-24-books",
        "[Read-24-Books]",
        "[older, read-24-books]",
        "older, read-24-books",
        '"[[read-24-books]]"',
        "[read-24-books.md]",
    ],
)
@pytest.mark.parametrize("id_", ["read-24-books", "Read-24-Books"])
def test_what_stands_under_an_old_id_counts_for_the_goal(aliases: str, id_: str) -> None:
    loaded = read(RENAMED.format(aliases=aliases, id=id_))
    assert loaded.findings == ()
    journal = loaded.journal
    for numbers in (journal.readings, journal.hours, journal.confidences, journal.skips):
        assert [number.goal for number in numbers] == ["read-books-2026"]
    (entry,) = journal.entries
    assert entry.at("progress", "read-books-2026").line == 3
    assert entry.at("hours", "read-books-2026").line == 4


def test_goals_may_be_served_and_replaced_by_old_ids() -> None:
    loaded = read("""
    == content/goals/lead.md ==
    ---
    aliases: manage
    ---
    == content/goals/pmp.md ==
    ---
    relevant: manage
    replaced_by: manage
    ---
    """)
    (pmp,) = [goal for goal in loaded.journal.goals if goal.id == "pmp"]
    assert (pmp.relevant.serves, pmp.replaced_by) == (("lead",), "lead")
    assert loaded.findings == ()


def test_a_number_under_both_ids_in_one_entry_is_told_and_counts_once() -> None:
    loaded = read("""
    == content/goals/read.md ==
    ---
    aliases: books
    measurable: 24 books
    ---
    == content/journal/2026-W10.md ==
    ---
    progress: {books: 3, read: 4}
    ---
    """)
    assert [reading.value for reading in loaded.journal.readings] == [3]
    assert [(f.name, f.place.line) for f in loaded.findings] == [("equal-keys", 2)]


@pytest.mark.parametrize("aliases", [("old", "old"), ("sail", ""), ("", "row")])
def test_an_old_id_belongs_to_one_goal(aliases: tuple[str, str]) -> None:
    loaded = read(f"""
    == content/goals/row.md ==
    ---
    aliases: [{aliases[0]}]
    ---
    == content/goals/sail.md ==
    ---
    aliases: [{aliases[1]}]
    ---
    """)
    assert [finding.name for finding in loaded.findings] == ["alias-taken"]


def test_its_own_id_or_one_alias_twice_takes_nothing_from_anybody() -> None:
    loaded = read("""
    == content/goals/row.md ==
    ---
    aliases: [row, rowing, rowing]
    ---
    == content/journal/2026-W10.md ==
    ---
    hours: {rowing: 2}
    ---
    """)
    assert loaded.findings == ()
    assert [mention.goal for mention in loaded.journal.hours] == ["row"]


@pytest.mark.parametrize(
    ("wrong", "remedy"),
    [
        ("read-bokos-2026", "did you mean `read-books-2026`?"),
        (
            "read-24-books",
            "did you mean `read-books-2026`? "
            "If it was renamed, write `aliases: [read-24-books]` in read-books-2026.md",
        ),
        (
            "a-library-at-home",
            "did you mean `shelf`? If it was renamed, write `aliases: [a-library-at-home]` "
            "in shelf.md",
        ),
        (
            "the-shelfs",
            "did you mean `shelf`? If it was renamed, write `aliases: [the-shelfs]` in shelf.md",
        ),
        ("swim", "make it with `milepost new goal`, or as swim.md"),
        ("read-the-news", "make it with `milepost new goal`, or as read-the-news.md"),
    ],
)
def test_did_you_mean_looks_at_ids_titles_and_aliases(wrong: str, remedy: str) -> None:
    loaded = read(f"""
    == content/goals/read-books-2026.md ==
    ---
    title: Read
    measurable: 24 books
    ---
    == content/goals/shelf.md ==
    ---
    title: A library at home
    aliases: the-shelf
    ---
    == content/journal/2026-W10.md ==
    ---
    hours: {{{wrong}: 2}}
    ---
    """)
    assert remedies(loaded) == [remedy]


def test_the_remedy_works_when_it_is_pasted() -> None:
    text = RENAMED.replace("    aliases: {aliases}\n", "")
    (first, *_) = remedies(read(text.format(id="read-24-books")))
    assert "`aliases: [read-24-books]` in read-books-2026.md" in first
    assert read(RENAMED.format(aliases="[read-24-books]", id="read-24-books")).findings == ()


def test_an_old_id_of_a_hidden_goal_is_hidden_with_it() -> None:
    loaded = read("""
    == content/goals/plan-b.md ==
    ---
    aliases: secret
    ---
    == content/journal/2026-W10.md ==
    ---
    visibility: public
    hours: {secret: 2}
    ---
    See [[secret]] and [this](../goals/secret.md).
    """)
    report = measured(loaded, date(2026, 3, 15), Visibility.PUBLIC)
    (entry,) = report.journal.entries
    assert entry.prose.text.strip() == "See … and this."
    assert entry.hours == {}


@pytest.mark.parametrize("link", ["[[A library at home]]", "[[home library]]"])
def test_a_broken_link_names_the_goal_of_that_title(link: str) -> None:
    loaded = read(f"""
    == content/goals/shelf.md ==
    # A library at home
    == content/journal/2026-W10.md ==
    See {link}.
    """)
    assert [finding.help for finding in loaded.findings] == ["did you mean `shelf`?"]
