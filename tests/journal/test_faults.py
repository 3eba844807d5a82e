"""Every fault of the reader: its documented examples, and the message that bad input gets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from milepost.findings import Severity
from milepost.journal import faults
from milepost.journal.examples import examples_of, files_of
from milepost.journal.faults import Fault
from milepost.journal.load import Loaded, load

FAULTS = sorted(
    (fault for fault in vars(faults).values() if isinstance(fault, Fault)),
    key=lambda fault: fault.rule.code,
)
WITHOUT_EXAMPLE = {"too-large", "link-leaves-journal", "cannot-read", "picture-missing"}
"""What a text cannot show is tested with real files in test_folder.py."""

Read = Callable[[str], Loaded]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.rule.code}-{fault.rule.name}")
def test_documented_examples(fault: Fault[...]) -> None:
    examples = examples_of(fault.rule.text)
    assert fault.rule.name in WITHOUT_EXAMPLE or examples.flagged
    for text in examples.flagged:
        codes = {finding.code for finding in load(files_of(text)).findings}
        assert codes == {fault.rule.code}, text
    for text in examples.fine:
        codes = {finding.code for finding in load(files_of(text), ["boat.jpg"]).findings}
        assert not codes, text


def test_codes_and_names_are_used_once() -> None:
    assert len({fault.rule.code for fault in FAULTS}) == len(FAULTS)
    assert len({fault.rule.name for fault in FAULTS}) == len(FAULTS)


# (what is wrong, the file, line:column, the message, the remedy)
BAD_INPUT = [
    (
        "not UTF-8",
        "---⟨0a⟩title: caf⟨e9⟩\n---",
        "2:11",
        "byte 15 of this file is not UTF-8 text",
        "save it again as UTF-8 (in the editor: “Save with encoding”, UTF-8)",
    ),
    (
        "UTF-16",
        "⟨ff⟩⟨fe⟩a⟨00⟩",
        "1:1",
        "this file is saved as UTF-16, not as UTF-8",
        "save it again as UTF-8 (in the editor: “Save with encoding”, UTF-8)",
    ),
    (
        "columns after a byte order mark and CRLF",
        "⟨ef⟩⟨bb⟩⟨bf⟩---⟨0d⟩\ntitle: x⟨0d⟩\nkind: firm⟨0d⟩\n---⟨0d⟩",
        "3:7",
        "`kind` cannot be “firm”",
        "write one of committed, aspirational, exploratory",
    ),
    (
        "mixed line ends",
        "---⟨0d⟩title: x⟨0d⟩⟨0a⟩kind: firm⟨0a⟩---",
        "3:7",
        "`kind` cannot be “firm”",
        "write one of committed, aspirational, exploratory",
    ),
    (
        "front matter never closed",
        "---\ntitle: Sail\n\nWords.",
        "1:1",
        "the front matter that starts here is never closed",
        "put a line `---` after the last key",
    ),
    (
        "an indented fence",
        "---\ntitle: Sail\n  ---\nWords.",
        "3:1",
        "this `---` has spaces before it",
        "move it to the first column",
    ),
    (
        "blank lines before the fence",
        "\n\n---\ntitle: Sail\n---",
        "1:1",
        "empty lines stand before the front matter",
        "make `---` the first line of the file",
    ),
    (
        "a rule that is not front matter",
        "---\nWords.\n---\nMore words.",
        "1:1",
        "`---` at the top opens front matter in most tools; here it is taken for a rule",
        "write `***` for a rule, or keys (`title: …`) and a second `---` for front matter",
    ),
    (
        "an unquoted colon",
        "---\ntitle: Sail: around\n---",
        "2:12",
        "a colon and a space within a value start a new key to YAML",
        "put the whole value between quotes",
    ),
    (
        "an unquoted link in a line",
        "---\nrelevant: [[see-the-world]], value courage\n---",
        "2:11",
        "a `[[link]]` without quotes is a list to YAML",
        'put the whole value between quotes: `"[[id]], value NAME"`',
    ),
    (
        "an unquoted @",
        "---\ntitle: @home by ten\n---",
        "2:8",
        "a value cannot start with this sign without quotes",
        "put the whole value between quotes",
    ),
    (
        "a tab",
        "---\nachievable:\n⟨tab⟩confidence: 8\n---",
        "3:1",
        "a tab stands here, which YAML does not allow",
        "type spaces in its place",
    ),
    (
        "a no-break space",
        "---\ntitle:⟨nbsp⟩Sail\n---",
        "2:7",
        "a no-break space stands here",
        "type a plain space in its place",
    ),
    (
        "typographic quotes",
        "---\ntitle: “Sail”\n---",
        "2:8",
        "`“` is a letter to YAML, so the quotes become part of the value",
        'write straight quotes (`"…"`), or none',
    ),
    (
        "typographic quotes around a colon",
        "---\ntitle: “Sail: around”\n---",
        "2:8",
        "typographic quotes are letters to YAML",
        'write straight quotes: `"…"`',
    ),
    (
        "a Templater mark that broke the block",
        "---\ntitle: <% tp.file.title: x %>\n---",
        "2:8",
        "`<%` opens a template that was never run",
        "write the value in its place",
    ),
    (
        "a Templater mark as a value",
        "---\ntitle: <% tp.file.title %>\n---",
        "2:8",
        "“<% tp.file.title %>” is a placeholder",
        "write a value in its place, or remove the line",
    ),
    (
        "a handlebar as a value",
        "---\ntitle: {{title}}\n---",
        "2:8",
        "“{{title}}” is a placeholder",
        "write a value in its place, or remove the line",
    ),
    (
        "a block that is a list",
        "---\n- title\n---",
        "2:1",
        "the front matter is a list, not keys with values",
        "write lines like `title: …`",
    ),
    (
        "a block that is a text",
        "---\n# a comment\njust words\n---",
        "3:1",
        "the front matter is a text, not keys with values",
        "write lines like `title: …`",
    ),
    (
        "equal keys",
        "---\ntitle: Sail\narea: sea\nTitle: Row\n---",
        "4:1",
        "“Title” stands on line 2 already, and only that one counts",
        "remove one",
    ),
    (
        "an unknown key near a known one",
        "---\nmilestone: []\n---",
        "2:1",
        "milepost knows no key “milestone”",
        "did you mean `milestones`?",
    ),
    (
        "an unknown key of another tool",
        "---\nharbour: wide\n---",
        "2:1",
        "milepost knows no key “harbour”; templates get it as `extra`",
        "nothing to do if another tool uses it; else remove it",
    ),
    (
        "an unknown nested key",
        "---\nachievable:\n  confidance: 8\n---",
        "3:3",
        "milepost knows no key “confidance”",
        "did you mean `confidence`?",
    ),
    (
        "a wrong type",
        "---\ntitle: {a: b}\n---",
        "2:8",
        "`title` wants a text, and this is a mapping",
        "write a text",
    ),
    (
        "an impossible date",
        "---\ntime_bound: 2026-02-30\n---",
        "2:13",
        "there is no 30 February 2026: the month has 28 days",
        "write a day from 2026-02-01 to 2026-02-28",
    ),
    (
        "an impossible date, nested",
        "---\nmilestones:\n  - title: Out\n    due: 2026-13-01\n---",
        "4:10",
        "there is no month 13",
        "months run from 01 to 12: write year, month and day, as `2026-06-30`",
    ),
    (
        "an ambiguous date",
        "---\ntime_bound: 03/01/2016\n---",
        "2:13",
        "“03/01/2016” could be two different days",
        "write year, month and day, as `2026-06-30`",
    ),
    (
        "a date with slashes",
        "---\ntime_bound: 2026/07/21\n---",
        "2:13",
        "read as 2026-07-21",
        "write `2026-07-21`, which every tool understands",
    ),
    (
        "a month where a week is wanted",
        "== content/journal/2024-06-10.md ==\n---\nweek: 2024-06\n---",
        "2:7",
        "“2024-06” is not a week of the calendar",
        "write year and week, as `2026-W47`",
    ),
    (
        "a week that the year does not have",
        "== content/journal/2026-W77.md ==\nWords.",
        "1:1",
        "“2026-W77” is not a week of the calendar",
        "write year and week, as `2026-W47`",
    ),
    (
        "week 53 of a year of 52 weeks",
        "== content/journal/2025-W53.md ==\n---\nprogress: {read: 2}\n---",
        "1:1",
        "there is no week “2025-W53”: that year has 52, and beside it lies 2026-W01",
        "write `2026-W01`, in the file's name or as `week: 2026-W01`",
    ),
    (
        "week 0, in the front matter",
        "== content/journal/new-year.md ==\n---\nweek: 2027-W00\n---",
        "2:7",
        "there is no week “2027-W00”: that year has 52, and beside it lies 2026-W53",
        "write `2026-W53`, in the file's name or as `week: 2026-W53`",
    ),
    (
        "a file of a day that the month does not have",
        "== content/journal/2023-02-29.md ==\nWords.",
        "1:1",
        "there is no 29 February 2023: the month has 28 days",
        "write a day from 2023-02-01 to 2023-02-28",
    ),
    (
        "numbers in a file of no day",
        "== content/journal/thoughts.md ==\n---\nprogress: {read: 2}\n---",
        "1:1",
        "nothing says which week or day this entry is of, so it is shown as a page, and its "
        "progress counts nowhere",
        "name the file `YYYY-Www.md` (as `2026-W47.md`), or write `week: 2026-W47` at its top",
    ),
    (
        "an unfilled placeholder",
        "---\ntime_bound: YYYY-MM-DD\n---",
        "2:13",
        "“YYYY-MM-DD” is a placeholder",
        "write a value in its place, or remove the line",
    ),
    (
        "tags that YAML takes for a comment",
        "---\ntags: #health #summer\n---",
        "2:6",
        "YAML takes “#health #summer” for a comment, so it is not read",
        "leave out the `#`, or put the value between quotes",
    ),
    (
        "a quoted boolean",
        '---\ndraft: "true"\n---',
        "2:8",
        "“true” between quotes is read as true",
        "remove the quotes",
    ),
    (
        "an anchor",
        "---\ntitle: &a Sail\n---",
        "2:8",
        "a value that starts with `&` is an anchor in YAML",
        "put the text between quotes, or write the value out",
    ),
    (
        "an alias",
        "---\ntitle: *a\n---",
        "2:8",
        "a value that starts with `*` is an alias in YAML",
        "put the text between quotes, or write the value out",
    ),
    (
        "a custom tag",
        "---\ntitle: !!python/name:os.system x\n---",
        "2:8",
        "`tag:yaml.org,2002:python/name:os.system` is a tag in YAML, which milepost does not run",
        "put the text between quotes",
    ),
    (
        "nesting deeper than 20",
        f"---\ntags: {'[' * 30}{']' * 30}\n---",
        "2:26",
        "this is nested more than 20 levels deep",
        "write it flatter",
    ),
    (
        "two goals with one id",
        "== content/goals/sail.md ==\n# Sail\n== content/goals/sea/Sail.md ==\n# Sail again",
        "1:1",
        "another file has the id “sail” already: content/goals/sail.md",
        "rename one of the two files",
    ),
    (
        "an id that does not exist, with the nearest that does",
        "== content/goals/sail-home.md ==\n# Sail\n"
        "== content/journal/2026-W20.md ==\n---\nprogress: {sail-hom: 1}\n---",
        "2:22",
        "no goal has the id “sail-hom”",
        "did you mean `sail-home`?",
    ),
    (
        "a circle",
        "== content/goals/a.md ==\n---\nrelevant: b\n---\n"
        "== content/goals/b.md ==\n---\nrelevant: a\n---",
        "2:11",
        "these goals serve each other in a circle: a → b → a",
        "remove one of the links",
    ),
    (
        "a reading for a goal that was closed",
        "== content/goals/a.md ==\n---\nmeasurable: 3 trips\n"
        "status: {is: dropped, since: 2026-05-01}\n---\n"
        "== content/journal/2026-W20.md ==\n---\nprogress: {a: 1}\n---",
        "2:15",
        "“a” is dropped since 2026-05-01, and this entry still reports on it",
        "set its status to `active` again, or report on the goal that took its place",
    ),
    (
        "a visibility that cannot be read",
        "---\nvisibility: everybody\n---",
        "2:13",
        "`visibility` cannot be “everybody”, so this file counts as private",
        "write `visibility: private`, `shared` or `public`",
    ),
    (
        "a comma that could mean two things",
        "---\nmeasurable: 1,5 litres\n---",
        "2:13",
        "the comma in “1,5” could mean tenths or thousands",
        "write a point for tenths (`1.5 litres`), or a space for thousands (`1 500`)",
    ),
]


@pytest.mark.parametrize(
    ("text", "at", "message", "remedy"),
    [case[1:] for case in BAD_INPUT],
    ids=[case[0] for case in BAD_INPUT],
)
def test_bad_input_gets_a_place_a_fault_and_a_remedy(
    text: str, at: str, message: str, remedy: str
) -> None:
    found = [
        (f"{finding.place.line}:{finding.place.column}", finding.message, finding.help)
        for finding in load(files_of(text)).findings
    ]
    assert (at, message, remedy) in found


def test_all_faults_of_a_file_are_told_at_once(read: Read) -> None:
    found = read(
        """
        ---
        title: Sail: around
        area: @sea
        time_bound: 2026-02-30
        kind: firm
        tags: &t [a]
        ---
        See [[nowhere]].
        """
    )
    assert [finding.place.line for finding in found.findings] == [2, 3, 4, 5, 6, 8]


def test_one_bad_file_does_not_hide_the_others(read: Read) -> None:
    found = read(
        """
        == content/goals/bad.md ==
        ---
        - x
        == content/goals/good.md ==
        ---
        title: A good one
        ---
        """
    )
    assert [goal.title for goal in found.journal.goals] == ["Bad", "A good one"]


def test_a_broken_key_leaves_the_others(read: Read) -> None:
    found = read(
        """
        ---
        title: Sail: around
        area: sea
        measurable: 12 trips
        ---
        """
    )
    goal = found.journal.goals[0]
    assert (goal.title, goal.area) == ("Example", "sea")
    assert goal.measurable is not None


def test_what_cannot_be_read_is_private(read: Read) -> None:
    for text in (
        "title: Sail: around",
        "visibility: friends",
        "visibility: public\nvisibility: public",
        "visibility: public\ndraft: true",
        "visibility: public\npublish: maybe",
        "visibility: [public]",
        "visibility: public\nprivate: yes",
        "visibility: public\nshare: no",
        "visibility:",
    ):
        found = read(
            f"== milepost.yaml ==\nvisibility: public\n"
            f"== content/goals/a.md ==\n---\n{text}\n---\nWords."
        )
        assert found.journal.goals[0].visibility.value == "private", text


def test_visibility_on_a_line_that_the_fence_lost_is_private(read: Read) -> None:
    found = read(
        "== milepost.yaml ==\nvisibility: public\n== content/goals/a.md ==\n---\ntitle: x\n"
    )
    assert found.journal.goals[0].visibility.value == "private"


def test_severities_of_the_reader() -> None:
    severities = {fault.rule.name: fault.rule.severity for fault in FAULTS}
    assert severities["unknown-key"] is Severity.HINT
    assert severities["misspelt-key"] is Severity.WARNING
    assert severities["unknown-id"] is Severity.ERROR


def test_the_scale_of_a_key_holds_for_each_name_below_it(read: Read) -> None:
    """An area may be called what it likes, `mood` included."""
    found = read(
        "== content/journal/2026-W20.md ==\n---\n"
        "mood: 5\nareas: {mood: 8, health: 11}\nconfidence: {level: 9, gym: -1}\n---\n"
        "== content/goals/gym.md ==\n# Gym\n== content/goals/level.md ==\n# Level\n"
    )
    entry = found.journal.entries[0]
    assert (entry.areas, entry.confidence) == ({"mood": 8}, {"level": 9})
    assert [finding.message for finding in found.findings] == [
        "`health` runs from 0 to 10, and this is 11",
        "`gym` runs from 0 to 10, and this is -1",
    ]


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", "[[[a]]]"])
def test_where_one_id_is_wanted_other_shapes_are_told(read: Read, value: str) -> None:
    found = read(f"---\nreplaced_by: {value}\n---")
    assert [finding.code for finding in found.findings] == ["F203"]
    assert found.journal.goals[0].replaced_by == ""
