"""Every fault of a file or a field, each one documented function.

In: what the reader knows of the fault. Out: a finding. The docstring of a function is what
`milepost explain` prints, the rule's page in the manual, and its test: the `Flagged` example must
raise its code, the `Fine` one must not. In examples a line `== path ==` starts a file (the first
is `content/goals/example.md` otherwise), `⟨ff⟩` stands for that byte, `⟨tab⟩` for a tab.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec

from milepost.findings import Finding, Place, Rule, Severity, declare

P = ParamSpec("P")
Words = tuple[str, str]
"""A sentence of fault and one of remedy."""


@dataclass(frozen=True)
class Fault(Generic[P]):
    """A rule of the reader: called with a place and the facts, it gives the finding."""

    rule: Rule
    words: Callable[P, Words]

    def __call__(self, place: Place, *args: P.args, **facts: P.kwargs) -> Finding:
        """The finding for one place."""
        message, remedy = self.words(*args, **facts)
        return self.rule.finding(place, message, remedy)


def fault(
    code: str, name: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[P, Words]], Fault[P]]:
    """Declare a fault: its code, its name, and how much it matters."""
    return lambda function: Fault(declare(code, name, severity, function), function)


# --- F0: files -----------------------------------------------------------------------------


@fault("F001", "not-utf8")
def not_utf8(encoding: str, byte: int) -> Words:
    """The file is not UTF-8 text.

    milepost reads UTF-8 everywhere, so that a journal means the same on every machine. The rest
    of the file is read as well as it can be: the bytes that are no text show as �.

    Flagged:
        ---
        title: Open a caf⟨e9⟩
        ---
    Fine:
        ---
        title: Open a café
        ---
    """
    if encoding:
        return (
            f"this file is saved as {encoding}, not as UTF-8",
            "save it again as UTF-8 (in the editor: “Save with encoding”, UTF-8)",
        )
    return (
        f"byte {byte} of this file is not UTF-8 text",
        "save it again as UTF-8 (in the editor: “Save with encoding”, UTF-8)",
    )


@fault("F002", "too-large")
def too_large(megabytes: float) -> Words:
    """The file is larger than 2 MB, which no page of a journal is.

    It is not read: usually it is a picture, an export or a log with the wrong ending.
    """
    return (
        f"this file holds {megabytes:.1f} MB; files over 2 MB are not read",
        "split it, or move it out of the journal if it is not a note",
    )


@fault("F003", "link-leaves-journal")
def link_leaves(target: str) -> Words:
    """A symbolic link leads out of the journal.

    It is not followed, so that nothing outside the folder is ever published by accident.
    """
    return (
        f"this is a symbolic link that leads out of the journal, to {target}",
        "put a copy of the file here, or remove the link",
    )


@fault("F004", "cannot-read")
def cannot_read(reason: str) -> Words:
    """The file is there but the system does not let it be read."""
    return (f"this file cannot be read: {reason}", "check its permissions")


@fault("F005", "two-files-one-id")
def two_files_one_id(id: str, first: str) -> Words:  # noqa: A002
    """Two goals, or two pages, have the same id: the same file name in two folders.

    An id is a file's name without `.md`, in small letters. Both are kept, the second under a
    number; but a reading for the id can only reach the first.

    Flagged:
        == content/goals/run.md ==
        # Run a 10 km race
        == content/goals/2026/run.md ==
        # Run a half marathon
    Fine:
        == content/goals/run.md ==
        # Run a 10 km race
        == content/goals/2026/run-half.md ==
        # Run a half marathon
    """
    return (f"another file has the id “{id}” already: {first}", "rename one of the two files")


@fault("F006", "no-date", Severity.WARNING)
def no_date() -> Words:
    """A file in `journal/` says neither by name nor in its text which week or day it is of.

    It is kept as a page, and counts nowhere.

    Flagged:
        == content/journal/thoughts.md ==
        Some thoughts.
    Fine:
        == content/journal/2026-W20.md ==
        Some thoughts.
    """
    return (
        "nothing says which week or day this entry is of, so it is shown as a page",
        "name the file `YYYY-Www.md` (as `2026-W47.md`), or write `week: 2026-W47` at its top",
    )


@fault("F007", "no-period", Severity.WARNING)
def no_period() -> Words:
    """A file in `reviews/` is not named after a month, a quarter or a year.

    It is kept as a page.

    Flagged:
        == content/reviews/autumn.md ==
        What a season.
    Fine:
        == content/reviews/2026-Q3.md ==
        What a season.
    """
    return (
        "the name says no period, so this review is shown as a page",
        "name the file `2026-11.md`, `2026-Q4.md` or `2026.md`",
    )


@fault("F008", "undated-note", Severity.HINT)
def undated_note() -> Words:
    """A note beside the journal's folders says no week or day, so it is shown as a page.

    Flagged:
        == content/ideas.md ==
        Some ideas.
    Fine:
        == content/pages/ideas.md ==
        Some ideas.
    """
    return (
        "this note names no week or day, so it is shown as a page",
        "move it to `pages/`, or give it a date in its name or first heading",
    )


@fault("F009", "two-dates", Severity.WARNING)
def two_dates(written: str, named: str) -> Words:
    """The week in the front matter and the date beside it do not agree.

    Flagged:
        == content/journal/2026-W20.md ==
        ---
        week: 2026-W20
        date: 2026-06-30
        ---
    Fine:
        == content/journal/2026-W20.md ==
        ---
        week: 2026-W20
        date: 2026-05-16
        ---
    """
    return (
        f"the date {written} does not lie in {named}; the date is taken",
        "correct one of the two, or remove the week",
    )


@fault("F010", "two-levels-one-day", Severity.WARNING)
def two_levels_one_day(goal: str, first: str, value: str) -> Words:
    """Two readings of a level stand on the same day: the one of the later file holds.

    Flagged:
        == content/goals/weight.md ==
        ---
        measurable: from 82 to 75 kg
        ---
        == content/journal/2026-05-16.md ==
        ---
        progress: {weight: 80.5}
        ---
        == content/journal/2026-05-16-evening.md ==
        ---
        progress: {weight: 81.5}
        ---
    Fine:
        == content/goals/weight.md ==
        ---
        measurable: from 82 to 75 kg
        ---
        == content/journal/2026-05-16.md ==
        ---
        progress: {weight: 80.5}
        ---
    """
    return (
        f"“{goal}” has two readings on this day; {value} holds, the one in {first} does not",
        "keep one of the two",
    )


# --- F1: front matter ----------------------------------------------------------------------


@fault("F101", "front-matter-never-closed")
def never_closed() -> Words:
    """The file opens with `---` and keys, and no second `---` closes them.

    The lines that look like keys are read, the rest is taken for the text.

    Flagged:
        ---
        title: Learn to sail

        Because the sea is near.
    Fine:
        ---
        title: Learn to sail
        ---
        Because the sea is near.
    """
    return (
        "the front matter that starts here is never closed",
        "put a line `---` after the last key",
    )


@fault("F102", "fence-indented", Severity.WARNING)
def fence_indented() -> Words:
    """The `---` around the front matter has spaces before it; other tools take it for text.

    Flagged:
         ---
        title: Learn to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return ("this `---` has spaces before it", "move it to the first column")


@fault("F103", "blank-before-front-matter", Severity.WARNING)
def blank_before() -> Words:
    """Empty lines stand before the front matter; other tools do not find it there.

    Flagged:

        ---
        title: Learn to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return ("empty lines stand before the front matter", "make `---` the first line of the file")


@fault("F104", "rule-at-the-top", Severity.HINT)
def rule_at_top() -> Words:
    """The file starts with `---` but no keys follow, so it is taken for a line across the page.

    Flagged:
        ---
        Some words about sailing.
    Fine:
        Some words about sailing.
    """
    return (
        "`---` at the top opens front matter in most tools; here it is taken for a rule",
        "write `***` for a rule, or keys (`title: …`) and a second `---` for front matter",
    )


@fault("F105", "broken-yaml")
def broken_yaml(cause: str, remedy: str) -> Words:
    """YAML cannot read these lines. The other keys of the block are read all the same.

    The usual causes: a `: ` or a `#` within a text without quotes, an opening bracket or quote that
    is never closed, a tab, a `[[link]]`, an `@` or a template's `<% %>` without quotes.

    Flagged:
        ---
        title: Sail: around the island
        ---
    Fine:
        ---
        title: "Sail: around the island"
        ---
    """
    return (cause, remedy)


@fault("F106", "not-a-list-of-keys")
def not_keys(what: str) -> Words:
    """The front matter is a list or a text, not keys with values.

    Flagged:
        ---
        - title
        - Learn to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return (f"the front matter is {what}, not keys with values", "write lines like `title: …`")


@fault("F107", "equal-keys")
def equal_keys(key: str, line: int) -> Words:
    """The same key stands twice. The first one is taken.

    Flagged:
        ---
        title: Learn to sail
        area: health
        title: Learn to sail alone
        ---
    Fine:
        ---
        title: Learn to sail alone
        area: health
        ---
    """
    return (f"“{key}” stands on line {line} already, and only that one counts", "remove one")


@fault("F108", "anchors-and-aliases")
def anchors(sign: str) -> Words:
    """YAML's anchors (`&name`) and aliases (`*name`) are refused.

    Nobody needs them in a journal, and they can make a small file explode. A text that starts
    with one of the signs needs quotes.

    Flagged:
        ---
        title: &sail Learn to sail
        specific: *sail
        ---
    Fine:
        ---
        title: Learn to sail
        specific: "*alone* around the island"
        ---
    """
    return (
        f"a value that starts with `{sign}` is an {'anchor' if sign == '&' else 'alias'} in YAML",
        "put the text between quotes, or write the value out",
    )


@fault("F109", "custom-tag")
def custom_tag(tag: str) -> Words:
    """YAML's tags (`!name`) are refused. A text that starts with `!` needs quotes.

    Flagged:
        ---
        title: !important Learn to sail
        ---
    Fine:
        ---
        title: "!important: learn to sail"
        ---
    """
    return (f"`{tag}` is a tag in YAML, which milepost does not run", "put the text between quotes")


@fault("F110", "nested-too-deep")
def too_deep(deepest: int) -> Words:
    """Lists and mappings stand in each other over 20 levels deep.

    Flagged:
        ---
        tags: [[[[[[[[[[[[[[[[[[[[[[sailing]]]]]]]]]]]]]]]]]]]]]]
        ---
    Fine:
        ---
        tags: [sailing]
        ---
    """
    return (f"this is nested more than {deepest} levels deep", "write it flatter")


@fault("F111", "control-character")
def control_character(code: int) -> Words:
    """The front matter holds a character that no editor shows, and that YAML refuses.

    It is read as a space.

    Flagged:
        ---
        title: Learn⟨00⟩to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return (f"the character U+{code:04X} stands here, which cannot be seen", "delete it")


# --- F2: fields ----------------------------------------------------------------------------


@fault("F201", "misspelt-key", Severity.WARNING)
def misspelt_key(key: str, near: str) -> Words:
    """A key that milepost does not know, but nearly.

    It is kept, and handed to templates as `extra`.

    Flagged:
        ---
        titel: Learn to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return (f"milepost knows no key “{key}”", f"did you mean `{near}`?")


@fault("F202", "unknown-key", Severity.HINT)
def unknown_key(key: str) -> Words:
    """A key that milepost does not know.

    Many editors write keys of their own, so this is only a hint: the key is kept, and handed to
    templates as `extra`.

    Flagged:
        ---
        title: Learn to sail
        cssclasses: wide
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return (
        f"milepost knows no key “{key}”; templates get it as `extra`",
        "nothing to do if another tool uses it; else remove it",
    )


@fault("F203", "wrong-type")
def wrong_type(key: str, wanted: str, found: str) -> Words:
    """A value has the wrong shape: a list where a text is wanted, say.

    Flagged:
        ---
        title: [Learn, to sail]
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return (f"`{key}` wants {wanted}, and this is {found}", f"write {wanted}")


@fault("F204", "not-a-date")
def not_a_date(message: str, remedy: str) -> Words:
    """A value is not a day of the calendar, or could be two different ones.

    `03/01/2016` is never guessed: it is a day in March to some and in January to others.

    Flagged:
        ---
        title: Learn to sail
        time_bound: 2026-02-30
        ---
    Fine:
        ---
        title: Learn to sail
        time_bound: 2026-02-28
        ---
    """
    return (message, remedy)


@fault("F205", "date-with-slashes", Severity.HINT)
def slashed_date(iso: str) -> Words:
    """A day is clear, but written with slashes or points.

    Flagged:
        ---
        title: Learn to sail
        time_bound: 2026/07/21
        ---
    Fine:
        ---
        title: Learn to sail
        time_bound: 2026-07-21
        ---
    """
    return (f"read as {iso}", f"write `{iso}`, which every tool understands")


@fault("F206", "not-a-week")
def not_a_week(text: str, example: str) -> Words:
    """A value is not an ISO week; a month or a day stands where a week is wanted, perhaps.

    Flagged:
        == content/journal/2024-06-10.md ==
        ---
        week: 2024-06
        ---
    Fine:
        == content/journal/2024-06-10.md ==
        ---
        week: 2024-W24
        ---
    """
    return (f"“{text}” is not a week of the calendar", f"write year and week, as `{example}`")


@fault("F207", "unfilled-placeholder", Severity.WARNING)
def placeholder(text: str) -> Words:
    """A template's placeholder was never filled in. It counts as not written.

    Flagged:
        ---
        title: Learn to sail
        time_bound: YYYY-MM-DD
        ---
    Fine:
        ---
        title: Learn to sail
        time_bound: 2026-08-31
        ---
    """
    return (f"“{text}” is a placeholder", "write a value in its place, or remove the line")


@fault("F208", "text-after-hash", Severity.WARNING)
def hash_comment(rest: str) -> Words:
    """YAML takes a `#` after a space for a comment, so the words behind it are lost.

    Flagged:
        ---
        title: Learn to sail
        tags: #health #summer
        ---
    Fine:
        ---
        title: Learn to sail
        tags: [health, summer]
        ---
    """
    return (
        f"YAML takes “{rest}” for a comment, so it is not read",
        "leave out the `#`, or put the value between quotes",
    )


@fault("F209", "quoted-boolean", Severity.HINT)
def quoted_boolean(text: str) -> Words:
    """A yes or no stands between quotes, which other tools take for a text.

    Flagged:
        ---
        title: Learn to sail
        draft: "true"
        ---
    Fine:
        ---
        title: Learn to sail
        draft: true
        ---
    """
    return (f"“{text}” between quotes is read as {text}", "remove the quotes")


@fault("F210", "not-a-number")
def not_a_number(message: str, remedy: str) -> Words:
    """A value is not a number, or its comma could mean tenths or thousands.

    Flagged:
        == content/journal/2026-W20.md ==
        ---
        mood: 3
        hours: {sail: "1,5"}
        ---
        == content/goals/sail.md ==
        # Learn to sail
    Fine:
        == content/journal/2026-W20.md ==
        ---
        mood: 3
        hours: {sail: 1.5}
        ---
        == content/goals/sail.md ==
        # Learn to sail
    """
    return (message, remedy)


@fault("F211", "not-one-of")
def not_one_of(key: str, text: str, allowed: str, near: str) -> Words:
    """A value is not one of the words that are allowed here.

    Flagged:
        ---
        title: Learn to sail
        status: activ
        ---
    Fine:
        ---
        title: Learn to sail
        status: active
        ---
    """
    return (
        f"`{key}` cannot be “{text}”",
        f"did you mean `{near}`?" if near else f"write one of {allowed}",
    )


@fault("F212", "out-of-range")
def out_of_range(key: str, text: str, low: str, high: str) -> Words:
    """A number lies outside the scale of its field.

    Flagged:
        == content/journal/2026-W20.md ==
        ---
        mood: 7
        ---
    Fine:
        == content/journal/2026-W20.md ==
        ---
        mood: 4
        ---
    """
    return (f"`{key}` runs from {low} to {high}, and this is {text}", f"write {low} to {high}")


@fault("F213", "short-form-unread")
def short_form(key: str, text: str, remedy: str) -> Words:
    """A one-line value does not follow the form of its field.

    Flagged:
        ---
        title: Learn to sail
        measurable: until it feels right
        ---
    Fine:
        ---
        title: Learn to sail
        measurable: 12 trips
        ---
    """
    return (f"`{key}` cannot be read from “{text}”", remedy)


@fault("F214", "link-without-quotes", Severity.WARNING)
def unquoted_link(target: str) -> Words:
    """A `[[link]]` without quotes is a list within a list in YAML. It is read as the link.

    Flagged:
        ---
        title: Learn to sail
        relevant: [[see-the-world]]
        ---
        == content/goals/see-the-world.md ==
        # See the world
    Fine:
        ---
        title: Learn to sail
        relevant: "[[see-the-world]]"
        ---
        == content/goals/see-the-world.md ==
        # See the world
    """
    return (f"[[{target}]] without quotes is a list to YAML", f'write `"[[{target}]]"`')


@fault("F215", "typographic-quotes", Severity.WARNING)
def typographic_quotes(mark: str) -> Words:
    """A value stands between typographic quotes, which are letters to YAML and stay in the text.

    Flagged:
        ---
        title: “Learn to sail”
        ---
    Fine:
        ---
        title: "Learn to sail"
        ---
    """
    return (
        f"`{mark}` is a letter to YAML, so the quotes become part of the value",
        'write straight quotes (`"…"`), or none',
    )


@fault("F216", "no-break-space", Severity.WARNING)
def no_break_space() -> Words:
    """A no-break space stands where YAML wants a plain one. It is read as a plain space.

    It looks like a space and is none; it often comes from a copied web page.

    Flagged:
        ---
        title:⟨nbsp⟩Learn to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return ("a no-break space stands here", "type a plain space in its place")


@fault("F217", "missing-part")
def missing_part(key: str, part: str) -> Words:
    """A value in its long form lacks the part without which it says nothing.

    Flagged:
        ---
        title: Learn to sail
        milestones:
          - due: 2026-05-01
        ---
    Fine:
        ---
        title: Learn to sail
        milestones:
          - title: First trip alone
            due: 2026-05-01
        ---
    """
    return (f"this part of `{key}` has no `{part}`", f"add `{part}: …`")


# --- F3: the journal as a whole ------------------------------------------------------------


@fault("F301", "unknown-id")
def unknown_id(id: str, near: str) -> Words:  # noqa: A002
    """An id is used that no goal has.

    Flagged:
        == content/goals/learn-to-sail.md ==
        # Learn to sail
        == content/journal/2026-W20.md ==
        ---
        hours: {learn-to-sale: 2}
        ---
    Fine:
        == content/goals/learn-to-sail.md ==
        # Learn to sail
        == content/journal/2026-W20.md ==
        ---
        hours: {learn-to-sail: 2}
        ---
    """
    return (
        f"no goal has the id “{id}”",
        f"did you mean `{near}`?" if near else f"make it with `milepost new goal`, or as {id}.md",
    )


@fault("F302", "circle-of-goals")
def circle(ids: str) -> Words:
    """Goals serve each other in a circle, so none of them is the reason for the others.

    The link that closes the circle is left out.

    Flagged:
        == content/goals/a.md ==
        ---
        relevant: b
        ---
        == content/goals/b.md ==
        ---
        relevant: a
        ---
    Fine:
        == content/goals/a.md ==
        ---
        relevant: b
        ---
        == content/goals/b.md ==
        # The greater goal
    """
    return (f"these goals serve each other in a circle: {ids}", "remove one of the links")


@fault("F303", "reading-after-close", Severity.WARNING)
def reading_after_close(id: str, state: str, since: str) -> Words:  # noqa: A002
    """An entry reports on a goal that was closed before.

    Flagged:
        == content/goals/sail.md ==
        ---
        measurable: 12 trips
        status: {is: done, since: 2026-04-30, because: all trips made}
        ---
        == content/journal/2026-W20.md ==
        ---
        progress: {sail: 1}
        ---
    Fine:
        == content/goals/sail.md ==
        ---
        measurable: 12 trips
        ---
        == content/journal/2026-W20.md ==
        ---
        progress: {sail: 1}
        ---
    """
    return (
        f"“{id}” is {state} since {since}, and this entry still reports on it",
        "set its status to `active` again, or report on the goal that took its place",
    )


@fault("F304", "broken-link", Severity.WARNING)
def broken_link(target: str, near: str) -> Words:
    """A link in the text leads to nothing in the journal. Its words are shown as plain text.

    Flagged:
        == content/journal/2026-W20.md ==
        See [[learn-to-sail]].
    Fine:
        == content/journal/2026-W20.md ==
        See [[learn-to-sail]].
        == content/goals/learn-to-sail.md ==
        # Learn to sail
    """
    return (
        f"nothing in the journal is called “{target}”",
        f"did you mean `{near}`?" if near else "correct the link, or make the page it names",
    )


@fault("F305", "broken-data")
def broken_data(message: str, remedy: str) -> Words:
    """A file of readings, or a row of it, cannot be read. The other rows are.

    Flagged:
        == content/goals/weight.md ==
        ---
        measurable: {kind: level, from: 82, to: 75, unit: kg, source: data/weight.csv}
        ---
        == data/weight.csv ==
        date,kg
        2026-05-16,eighty
    Fine:
        == content/goals/weight.md ==
        ---
        measurable: {kind: level, from: 82, to: 75, unit: kg, source: data/weight.csv}
        ---
        == data/weight.csv ==
        date,kg
        2026-05-16,80.5
    """
    return (message, remedy)


@fault("F306", "picture-missing", Severity.WARNING)
def picture_missing(name: str) -> Words:
    """The text shows a picture that is not in the journal.

    Flagged:
        == content/journal/2026-W20.md ==
        ![The boat](boat.jpg)
    Fine:
        == content/journal/2026-W20.md ==
        The boat is blue.
    """
    return (f"the picture “{name}” is not in the journal", "put it into `static/`, or correct it")


# --- P0: privacy, as far as reading decides it ---------------------------------------------


@fault("P001", "visibility-unread")
def visibility_unread(key: str, text: str) -> Words:
    """Who may see a file cannot be read from it, so it counts as private.

    Flagged:
        ---
        title: Learn to sail
        visibility: friends
        ---
    Fine:
        ---
        title: Learn to sail
        visibility: shared
        ---
    """
    return (
        f"`{key}` cannot be “{text}”, so this file counts as private",
        "write `visibility: private`, `shared` or `public`",
    )


@fault("P002", "passage-unread")
def passage_unread(name: str) -> Words:
    """A `:::` passage has a name that says not for whom it is, so it counts as private.

    Flagged:
        == content/journal/2026-W20.md ==
        ::: privat
        Words for me alone.
        :::
    Fine:
        == content/journal/2026-W20.md ==
        ::: private
        Words for me alone.
        :::
    """
    return (
        f"nothing is known of a passage “::: {name}”, so it counts as private",
        "write `::: private`, `::: shared` or `::: public`",
    )
