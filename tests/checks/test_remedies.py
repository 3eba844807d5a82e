"""What a finding proposes to write is read, clears the finding, and brings no error.

Every `key: value` between backticks in the remedy of a finding is pasted into the front matter of
the goal, the entry, the review or the profile on which it stands, or into the settings, and the
journal is checked again: over the examples of all rules and the labelled statements. Remedies that
say where else to write (“in another goal”) are pasted there. A name that is offered instead of
another is put in its place.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest
import written_goals
from written import some

from milepost.checks.catalogue import rules
from milepost.findings import Finding, Severity
from milepost.journal.examples import examples_of, files_of
from milepost.journal.fields import names_of
from milepost.journal.measures import parse_measure
from milepost.journal.model import Entry, Goal, Profile, Review, Settings
from milepost.journal.values import Measure
from milepost.journal.words import Kind

findings_of = partial(written_goals.findings_of, every=True)

STATEMENTS = Path(__file__).parent / "statements"
KINDS = {
    "content/goals/": Goal,
    "content/journal/": Entry,
    "content/reviews/": Review,
    "content/profile.md": Profile,
    "milepost.yaml": Settings,
}
KEYS = {start: names_of(kind) for start, kind in KINDS.items()}
PROPOSED = re.compile(r"`(([a-z_]+): [^`]+)`")
ENOUGH = 5
"""How often the same line is pasted for the same rule."""
ELSEWHERE = re.compile(r"in another goal|a goal for this year|below it|in this week's entry")
"""Words of a remedy that speak of another place than the goal's own front matter."""
THERE = re.compile(r" (?:in the goal|in each file)\b")
"""Words behind a single line that is meant for another file."""
BROKEN = {"F105", "F106"}
"""A block that is no mapping is mended first: there is no place for a line in it."""


def statements(name: str) -> list[str]:
    with (STATEMENTS / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return [row["text"] for row in csv.DictReader(rows)]


def goal_of(text: str, when: str) -> str:
    """A goal that says nothing but these words, and when."""
    lines = [f"title: {json.dumps(text, ensure_ascii=False)}", "relevant: value joy", when]
    return "\n".join(["---", *filter(None, lines), "obstacles: if I am tired, then I rest", "---"])


def pasted(text: str, finding: Finding, line: str) -> str:
    """The journal with a line of front matter in place of what its key had.

    The line at which the finding points goes where the remedy says so.
    """
    path = finding.place.path
    files = {name: data.decode(errors="replace") for name, data in files_of(text).items()}
    lines = files[path].split("\n")
    if "remove this" in finding.help:
        del lines[finding.place.line - 1]
    bare = path == "milepost.yaml"
    if bare:
        lines = ["---", *lines, "---"]
    elif lines[0] != "---" or "---" not in lines[1:]:
        lines = ["---", "---", *lines]
    end, key, kept, mine = lines.index("---", 1), line.partition(":")[0], [], False
    for old in lines[1:end]:
        mine = old.startswith(f"{key}:") or (mine and old[:1] in {" ", "-"})
        kept += [] if mine else [old]
    made = ["---", *kept, line, *lines[end:]]
    files[path] = "\n".join(made[1:-1] if bare else made)
    return "\n".join(f"== {name} ==\n{body.rstrip()}" for name, body in files.items())


def proposed(finding: Finding) -> Iterator[str]:
    """The lines that a finding proposes for the file on which it stands."""
    keys = next((keys for start, keys in KEYS.items() if finding.place.path.startswith(start)), ())
    if finding.code == "F217":
        return  # what F217 misses, it misses in a mapping within the front matter
    if ELSEWHERE.search(finding.help):
        return
    for match in PROPOSED.finditer(finding.help):
        if match[2] in keys and not THERE.match(finding.help, match.end()):
            yield match[1]


@cache
def cleared(text: str, finding: Finding, line: str) -> list[str]:
    """What speaks against a line: that the finding stays, or that there is a new error."""
    had = {found.code for found in findings_of(text)}
    return [
        f"{found.code}: {found.message}"
        for found in findings_of(pasted(text, finding, line))
        if (found.code == finding.code and found.place.path == finding.place.path)
        or (found.severity is Severity.ERROR and found.code not in had)
    ]


def failing(texts: list[str]) -> list[tuple[str, str, list[str]]]:
    tried: dict[tuple[str, str], int] = {}
    failed = []
    for text in texts:
        findings = findings_of(text)
        if BROKEN & {finding.code for finding in findings}:
            continue
        for finding in findings:
            for line in proposed(finding):
                tried[finding.code, line] = tried.get((finding.code, line), 0) + 1
                if tried[finding.code, line] <= ENOUGH and (why := cleared(text, finding, line)):
                    failed.append((finding.code, line, why))
    assert tried
    return failed


def test_remedies_of_all_examples_work() -> None:
    texts = [text for rule in rules() for text in examples_of(rule.text).flagged]

    assert failing(texts) == []


def in_german(text: str) -> str:
    """The same journal, whose settings say that it is in German."""
    settings = "== milepost.yaml ==\n"
    if settings in text:
        return text.replace(settings, f"{settings}language: de\n")
    return f"{text}\n{settings}language: de\n"


def test_remedies_of_all_examples_work_in_a_german_journal() -> None:
    texts = [text for rule in rules() for text in examples_of(rule.text).flagged]
    assert failing([in_german(text) for text in texts]) == []


def test_a_name_that_is_offered_stands_well_in_the_place_of_the_other() -> None:
    failed, tried = [], 0
    for text in [text for rule in rules() for text in examples_of(rule.text).flagged]:
        for finding in findings_of(text):
            offered = re.fullmatch(r"did you mean `([^`]+)`\?.*", finding.help)
            if not offered or PROPOSED.search(finding.help):
                continue
            tried += 1
            place = finding.place
            files = {name: data.decode(errors="replace") for name, data in files_of(text).items()}
            lines = files[place.path].split("\n")
            old = lines[place.line - 1]
            new = old[: place.column - 1] + offered[1] + old[place.end_column - 1 :]
            lines[place.line - 1] = new
            files[place.path] = "\n".join(lines)
            mended = "\n".join(f"== {name} ==\n{body.rstrip()}" for name, body in files.items())
            left = [f.message for f in findings_of(mended) if f.code == finding.code]
            failed += [(finding.code, new, left)] if left else []

    assert tried > 3
    assert failed == []


@pytest.mark.parametrize("name", some(sorted(path.stem for path in STATEMENTS.glob("*.csv"))))
def test_remedies_of_all_statements_work(name: str) -> None:
    texts = [goal_of(text, "time_bound: 2026-11-02 to 2027-01-29") for text in statements(name)]

    assert failing(texts) == []


@pytest.mark.parametrize("name", ["dev", "voices"])
def test_remedies_of_statements_without_a_date_work(name: str) -> None:
    assert failing([goal_of(text, "") for text in statements(name)]) == []


def measures_offered(text: str) -> list[str]:
    """What M103 proposes to write as the measure of these words; none where it asks."""
    goal = goal_of(text, "time_bound: 2026-11-02 to 2027-01-29")
    said = next((found.help for found in findings_of(goal) if found.code == "M103"), "")
    lines = [] if ", as `" in said else re.findall(r"`measurable: ([^`]+)`", said)
    return [line for line in lines if line != "yes or no"]


RHYTHMS = {Kind.HABIT, Kind.LIMIT}


def read_measure(line: str) -> Measure:
    """A measure as it is read from its line; a mapping is a level."""
    read = Measure(Kind.LEVEL) if line.startswith("{kind: level") else parse_measure(line)
    assert isinstance(read, Measure)
    return read


MEANT = [
    ("Cut my screen time to under two hours a day", ["at most two hours a day"]),
    ("Limit screen time to max. 1 hour/day", ["at most 1 hour a day"]),
    ("Practise the violin 30 minutes/day", ["30 minutes a day"]),
    ("Limit coffee to three cups a day", ["at most three cups a day"]),
    ("Smoke no more than five cigarettes a day", ["at most five cigarettes a day"]),
    ("Spend at most 200 EUR a month on clothes", ["at most 200 EUR a month"]),
    ("Keep my phone use below 90 minutes a day", ["at most 90 minutes a day"]),
    ("Drink fewer than 3 beers a week", ["at most 3 beers a week"]),
    ("Eat sweets only once a week", ["at most 1 time a week"]),
    ("No more than two coffees daily", ["at most two coffees a day"]),
    ("Walk 10,000 steps daily", ["10,000 steps a day"]),
    ("Walk at least 10,000 steps every day", ["10,000 steps a day"]),
    ("Read for 30 minutes before bed every night", ["30 minutes a day"]),
    ("Meditate every morning for 10 minutes", ["10 minutes a day"]),
    ("Attend one networking event per month", ["one networking event a month"]),
    ("Publish one blog post every fortnight", ["one blog post a fortnight"]),
    ("Run 5 km three times a week", ["three times a week"]),
    ("Sleep at least seven hours on five nights a week", ["five nights a week"]),
    ("Get my weight below 75 kg", ["under 75 kg"]),
    ("Lose 7 kg", ["lose 7 kg"]),
    ("Increase newsletter subscribers from 400 to 1000", ["from 400 to 1000 subscribers"]),
    ("Reduce my debt from 3000 EUR to 500 EUR", ["from 3000 EUR to 500 EUR"]),
    (
        "Improve my half-marathon time from 1:55 to 1:45",
        ["from 1:55 to 1:45 h", "from 1:55 to 1:45 minutes"],
    ),
    ("Visit all 16 federal states", ["16 federal states"]),
    ("Save 5,000 EUR", ["5,000 EUR", "{kind: level, to: 5000, unit: EUR}"]),
    ("Reduce complaints by 20 %", []),
    ("Finish 12 chapters, and send a report every week", []),
    ("Turn off notifications after 8 pm every day", []),
    ("Bring my resting heart rate under 60", []),
]


@pytest.mark.parametrize(("text", "lines"), MEANT)
def test_a_measure_that_is_offered_means_what_the_words_mean(text: str, lines: list[str]) -> None:
    assert measures_offered(text) == lines


AT_MOST = r"\b(?:at most|under|below|(?:no|not) more than|(?<!no )fewer than|less than|up to)\s"
RHYTHM = r"\b(?:(?:a|per|each|every) (?:day|night|morning|week|month)|daily|weekly|monthly)\b"


@pytest.mark.parametrize(
    "name", some([*sorted(path.stem for path in STATEMENTS.glob("*.csv")), ""])
)
def test_what_is_offered_keeps_the_direction_and_the_rhythm_of_the_words(name: str) -> None:
    """The first number of the line, with its bound in the words, is bounded in the line too."""
    turned, lost = [], []
    for text in statements(name) if name else [text for text, _ in MEANT]:
        for line in measures_offered(text):
            measure = read_measure(line)
            first = re.search(r"\w[\w.,]*", re.sub(r"^(?:at most|under)\s", "", line))
            bounded = first and re.search(AT_MOST + re.escape(first[0]), text, re.IGNORECASE)
            if bounded and not (measure.kind is Kind.LIMIT or line.startswith("under ")):
                turned.append((text, line))
            if re.search(RHYTHM, text, re.IGNORECASE) and measure.kind not in RHYTHMS:
                lost.append((text, line))

    assert (turned, lost) == ([], [])


def test_a_level_can_start_with_the_first_reading() -> None:
    text = goal_of("Have 10,000 euros in the bank", "time_bound: 2026-11-02 to 2027-01-29")
    found = next(finding for finding in findings_of(text) if finding.code == "M103")

    assert "`measurable: {kind: level, to: 10000, unit: euros}`" in found.help


def test_steps_on_the_way_leave_no_long_stretch() -> None:
    text = goal_of("Run 900 km", "measurable: 900 km\ntime_bound: 2026-11-02 to 2027-06-27")
    found = next(finding for finding in findings_of(text) if finding.code == "T201")

    assert found.help.endswith("`milestones: [2027-02-02 …, 2027-04-16 …]`")


def test_the_last_of_several_ends_is_the_goals() -> None:
    text = goal_of(
        "Collect 240 answers by the end of May 2027 and send a draft by 31 August 2027",
        "time_bound: 2026-11-02 to 2027-08-31",
    )

    assert "T103" not in {finding.code for finding in findings_of(text)}


def test_a_key_of_another_kind_of_file_is_told_where_it_belongs() -> None:
    found = findings_of(goal_of("Read 24 books", "progress: 3"))
    said = next(finding for finding in found if finding.code == "F202")

    assert said.message == "milepost reads “progress” in an entry of the journal, and not here"
    assert "another tool" not in said.help


@pytest.mark.parametrize(
    ("log", "ours"),
    [
        ("average", "mean"),
        ("median", "mean"),
        ("total", "sum"),
        ("best", "max"),
        ("minimum", "min"),
        ("nonzero", "count"),
        ("latest", "last"),
    ],
)
def test_a_log_of_other_tools_is_told_what_to_write(log: str, ours: str) -> None:
    wrong = f"measurable: {{kind: count, to: 70, unit: km, log: {log}}}"
    text = goal_of("Run 70 km", f"{wrong}\ntime_bound: 2026-11-02 to 2027-01-29")
    found = next(finding for finding in findings_of(text) if finding.code == "F211")

    assert found.help == f"write `{ours}`"
    assert not {"F211", "F224"} & {one.code for one in findings_of(text.replace(log, ours))}


@pytest.mark.parametrize(
    ("measure", "line"),
    [
        (
            "{kind: level, from: 0, to: 20, unit: runs, log: count}",
            "{kind: count, to: 20, unit: runs, log: count}",
        ),
        ("{kind: average, from: 7, unit: mood, log: max}",
         "{kind: range, from: 7, unit: mood, log: max}"),
        ("{kind: average, from: 7, unit: mood, log: sum}", "{kind: average, from: 7, unit: mood}"),
        ("{kind: range, to: 70, unit: kg, log: added}", "{kind: range, to: 70, unit: kg}"),
        ("{kind: yes or no, log: count}", "yes or no"),
        ("{kind: milestones, log: mean}", "milestones"),
        ("average 7 to 8 hours, log max", "{kind: range, from: 7, to: 8, unit: hours, log: max}"),
    ],
)  # fmt: skip
def test_a_log_that_does_not_fit_is_told_what_to_write(measure: str, line: str) -> None:
    text = goal_of("Feel better", f"measurable: {measure}\ntime_bound: 2026-11-02 to 2027-01-29")
    found = next(finding for finding in findings_of(text) if finding.code == "F224")

    assert found.help == f"write `measurable: {line}`"
    mended = findings_of(pasted(text, found, f"measurable: {line}"))
    assert "F224" not in {one.code for one in mended}
