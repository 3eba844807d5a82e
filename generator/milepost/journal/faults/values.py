"""Faults of keys and values.

In: what the reader knows of the fault. Out: a finding. Each docstring is what `milepost explain`
prints, the rule's page in the manual, and its test.
"""

from __future__ import annotations

from collections.abc import Mapping

from milepost.findings import Severity
from milepost.journal.faults.fault import Words, fault


@fault("F201", "misspelt-key", Severity.WARNING)
def misspelt_key(key: str, near: str) -> Words:
    """A key that milepost does not know, but nearly.

    It is kept, and handed to templates as `extra`.

    Flagged:
        titel: Learn to sail
    Fine:
        title: Learn to sail
    """
    return (f"milepost knows no key “{key}”", f"did you mean `{near}`?")


@fault("F202", "unknown-key", Severity.HINT)
def unknown_key(key: str, where: str = "") -> Words:
    """A key that milepost does not know.

    Of the keys that well-known tools write nothing is said. Others have keys of their own too, so
    this is only a hint: the key is kept, and handed to templates as `extra`. A key that milepost
    reads in another kind of file does nothing here, and the hint says where it belongs.

    Flagged:
        title: Learn to sail
        harbour: Ostend
    Fine:
        title: Learn to sail
    Fine:
        title: Learn to sail
        cssclasses: wide
    """
    if where:
        return (
            f"milepost reads “{key}” in {where}, and not here",
            f"write it in {where}, where it counts; here it only goes to templates, as `extra`",
        )
    return (
        f"milepost knows no key “{key}”; templates get it as `extra`",
        "nothing to do if another tool uses it; else remove it",
    )


@fault("F225", "unknown-part", Severity.WARNING)
def unknown_part(key: str, owner: str, parts: str, where: str = "") -> Words:
    """A mapping in a key of ours, as a measure, holds a part that milepost does not know.

    Nothing else writes there, so something was meant by it. Where it holds a number, which may be
    what the goal is judged by, the measure cannot be read until it is mended.

    Flagged:
        title: Sleep well
        measurable: {kind: range, from: 7, to: 9, unit: hours, night: 8}
    Fine:
        title: Sleep well
        measurable: {kind: range, from: 7, to: 9, unit: hours}
    """
    if where:
        return (
            f"milepost reads “{key}” in {where}, and not in `{owner}`",
            f"write it in {where}, where it counts",
        )
    return (f"`{owner}` has no part “{key}”", f"its parts are {parts}; a word on it is a comment")


@fault("F203", "wrong-type")
def wrong_type(key: str, wanted: str, found: str) -> Words:
    """A value has the wrong shape: a list where a text is wanted, say.

    Flagged:
        title: [Learn, to sail]
    Fine:
        title: Learn to sail
    """
    return (f"`{key}` wants {wanted}, and this is {found}", f"write {wanted}")


@fault("F204", "not-a-date")
def not_a_date(message: str, remedy: str) -> Words:
    """A value is not a day of the calendar, or could be two different ones.

    `03/01/2016` is never guessed: it is a day in March to some and in January to others.

    Flagged:
        title: Learn to sail
        time_bound: 2026-02-30
    Fine:
        title: Learn to sail
        time_bound: 2026-02-28
    """
    return (message, remedy)


@fault("F205", "date-with-slashes", Severity.HINT)
def slashed_date(iso: str) -> Words:
    """A day is clear, but written with slashes or points.

    Flagged:
        title: Learn to sail
        time_bound: 2026/07/21
    Fine:
        title: Learn to sail
        time_bound: 2026-07-21
    """
    return (f"read as {iso}", f"write `{iso}`, which every tool understands")


@fault("F206", "not-a-week")
def not_a_week(text: str, example: str, weeks: int = 0) -> Words:
    """A value is not an ISO week; a month or a day stands where a week is wanted, perhaps.

    A year has 52 weeks or 53, and a week belongs to the year of its Thursday: the days after
    2025-W52 are those of 2026-W01, though three of them lie in December.

    Flagged:
        == content/journal/2025-W53.md ==
        The week of New Year's Eve.
    Fine:
        == content/journal/2026-W01.md ==
        The week of New Year's Eve.
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
    if weeks:
        return (
            f"there is no week “{text}”: that year has {weeks}, and beside it lies {example}",
            f"write `{example}`, in the file's name or as `week: {example}`",
        )
    return (f"“{text}” is not a week of the calendar", f"write year and week, as `{example}`")


@fault("F210", "not-a-number")
def not_a_number(message: str, remedy: str) -> Words:
    """A value is not a number, or its comma could mean tenths or thousands.

    Between braces and brackets YAML ends a value at a comma in every language: `{sail: 1,5}` is
    1, and a 5 by itself. Nothing of such a number counts.

    Flagged:
        == content/journal/2026-W20.md ==
        ---
        progress: [sail: 1.234,5]
        ---
        == content/goals/sail.md ==
        ---
        measurable: 9000 km
        ---
    Fine:
        == content/journal/2026-W20.md ==
        ---
        progress: [sail: 1234.5]
        ---
        == content/goals/sail.md ==
        ---
        measurable: 9000 km
        ---
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
        title: Learn to sail
        status: activ
    Fine:
        title: Learn to sail
        status: active
    """
    otherwise = _OF_SEVERAL.get(text.casefold()) if key == "log" else None
    return (
        f"`{key}` cannot be “{text}”",
        otherwise or (f"did you mean `{near}`?" if near else f"write one of {allowed}"),
    )


_OF_SEVERAL = {
    **dict.fromkeys(("average", "avg", "median"), "write `mean`"),
    **dict.fromkeys(("number", "days", "entries", "nonzero"), "write `count`"),
    **dict.fromkeys(("maximum", "best", "highest", "largest"), "write `max`"),
    **dict.fromkeys(("minimum", "lowest", "smallest"), "write `min`"),
    **dict.fromkeys(("total", "add", "adds"), "write `sum`"),
    **dict.fromkeys(("latest", "newest"), "write `last`"),
}
"""What to write for another word that says what several numbers of a day come to."""


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
        title: Learn to sail
        measurable: until it feels right
    Fine:
        title: Learn to sail
        measurable: 12 trips
    """
    return (f"`{key}` cannot be read from “{text}”", remedy)


@fault("F217", "missing-part")
def missing_part(key: str, part: str) -> Words:
    """A value in its long form lacks the part without which it says nothing.

    Flagged:
        title: Learn to sail
        milestones:
          - due: 2026-05-01
    Fine:
        title: Learn to sail
        milestones:
          - title: First trip alone
            due: 2026-05-01
    """
    remedy = "add `kind: count`, or level, habit, limit, range or average" if part == "kind" else ""
    return (f"this part of `{key}` has no `{part}`", remedy or f"add `{part}: …`")


@fault("F218", "not-an-address")
def not_an_address(text: str) -> Words:
    """The `url` of the settings is no address at which a site can stand.

    It is left out, and with it all that needs it, such as the map of the site.

    Flagged:
        == milepost.yaml ==
        url: my-journal
    Fine:
        == milepost.yaml ==
        url: https://ana.example/my-journal/
    """
    return (
        f"“{text}” is not an address at which a site can stand",
        "write it whole, as `url: https://ana.example/journal/`",
    )


@fault("F219", "no-such-time-zone")
def no_time_zone(text: str, near: tuple[str, ...]) -> Words:
    """No time zone has the name that the settings give, so the machine's own day is taken.

    Time zones are called by a continent and a city, with capitals: `Europe/Brussels`.

    Flagged:
        == milepost.yaml ==
        timezone: Brussels
    Fine:
        == milepost.yaml ==
        timezone: Europe/Brussels
    """
    names = " or ".join(f"`{name}`" for name in near)
    remedy = f"did you mean {names}?" if near else "write continent and city: `Europe/Brussels`"
    return (f"no time zone is called “{text}”, so the machine's day is taken", remedy)


@fault("F220", "no-such-language")
def no_language(text: str, code: str) -> Words:
    """No language has the tag that the settings give.

    Languages are told by their tags: `en`, `de`, `pt-BR`. A language that is called by its name is
    taken for that one, any other for English.

    Flagged:
        == milepost.yaml ==
        language: german
    Fine:
        == milepost.yaml ==
        language: de
    """
    taken = f"`{code}`" if code else "English"
    remedy = f"did you mean `{code}`?" if code else "write its tag, as `en`, `de` or `pt-BR`"
    return (f"no language has the tag “{text}”; {taken} is taken", remedy)


@fault("F221", "other-words", Severity.HINT)
def other_words(said: Mapping[str, str]) -> Words:
    """A file says in words of its own what milepost has other keys for, and is understood.

    Nothing has to be changed. Milepost's own words are those of the manual and of what it says.

    Flagged:
        title: Learn to sail
        deadline: 2027-01-29
    Fine:
        title: Learn to sail
        time_bound: 2026-06-30
    """
    told = [f"`{word}` as `{ours}`" for word, ours in said.items()]
    listed = ", ".join(told[:-1]) + " and " + told[-1] if len(told) > 1 else told[0]
    return (f"milepost reads {listed}", "nothing to do; `milepost fmt` writes its own words")


@fault("F222", "two-words-for-one-key")
def two_words(word: str, ours: str) -> Words:
    """Two keys of a file say the same thing, and not the same about it.

    The one that is milepost's own counts.

    Flagged:
        title: Learn to sail
        time_bound: 2026-06-30
        deadline: 2026-09-30
    Fine:
        title: Learn to sail
        time_bound: 2026-09-30
    """
    return (
        f"`{word}` says another thing than `{ours}`, and means the same",
        f"keep one of them, as `{ours}`",
    )


@fault("F223", "value-or-goal", Severity.HINT)
def value_or_goal(word: str) -> Words:
    """A plain word says what a goal is for, and no goal is called like it.

    It is a value or an area of life, most likely, or a goal that is still to be written.

    Flagged:
        title: Learn to sail
        relevant: adventure
    Fine:
        title: Learn to sail
        relevant: value adventure
    """
    return (
        f"no goal has the id “{word}”",
        f"write `relevant: value {word}` if it is a value of yours",
    )


@fault("F224", "log-unfit")
def log_unfit(log: str, why: str, remedy: str) -> Words:
    """A measure's `log` asks of several numbers what its kind cannot follow.

    A level stands somewhere, and does not count entries; a range and an average add nothing up;
    milestones, tasks and goals report no numbers. Until it is mended the measure cannot be read.

    Flagged:
        title: Run every second day
        measurable: {kind: level, from: 0, to: 90, unit: runs, log: count}
    Fine:
        title: Run every second day
        measurable: {kind: count, to: 90, unit: runs, log: count}
    """
    return (f"`log: {log}` does not fit here: {why}", f"write `measurable: {remedy}`")


@fault("F226", "several-measures", Severity.WARNING)
def several_measures(first: str, other: str) -> Words:
    """A goal lists several measures, and is counted in one way.

    The first that can be read counts. What else matters is a goal of its own, which this one can
    serve, or a line in the text.

    Flagged:
        title: Give five talks
        measurable: [5 talks, average feedback at least 4]
    Fine:
        title: Give five talks
        measurable: 5 talks
    """
    return (
        f"a goal is counted in one way: “{first}” counts, and “{other}” does not",
        f"write `measurable: {first}`, and the other as a goal of its own",
    )


@fault("F227", "end-or-step", Severity.WARNING)
def which_end(said: str, first: str, low: str, share: str, grown: str) -> Words:
    """A share stands beside a start: it may be where the goal ends, or by how much it grows.

    Until it is written, it is read as where the goal ends.

    Flagged:
        title: Raise the engagement rate
        measurable: 20 %
        baseline: 3.5 %
    Fine:
        title: Raise the engagement rate
        measurable: from 3.5 to 4.2 %
    """
    return (
        f"“{said}” beside a start at “{first}” is where it ends, or by how much it grows",
        f"write `measurable: from {low} to {share} %` for the first, or `measurable: from {low} to "
        f"{grown} %` for the second",
    )


@fault("F228", "fields-in-text", Severity.HINT)
def fields_in_text(said: Mapping[str, str], *, movable: bool = True) -> Words:
    """A goal's text says what others write in the front matter, and is understood.

    Such is a line, a row of a table or a heading that begins with one of the known words, before
    the first heading of another kind. Where the front matter says the same thing, it counts.
    Nothing has to be changed.

    Flagged:
        title: Learn to sail
        time_bound:
        ---
        Deadline: 2027-01-29
    Fine:
        title: Learn to sail
        time_bound: 2027-01-29
        ---
        There is no deadline but the summer.
    """
    told = [f"“{word}”" for word in said]
    listed = ", ".join(told[:-1]) + " and " + told[-1] if len(told) > 1 else told[0]
    ours = ", ".join(f"`{key}`" for key in dict.fromkeys(said.values()))
    return (
        f"milepost reads what the text says behind {listed} as {ours}",
        "nothing to do" + ("; `milepost fmt` moves it into the front matter" if movable else ""),
    )
