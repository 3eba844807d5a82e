"""A comma before tenths: read where the journal's language writes it, asked about elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.load import Loaded, load
from milepost.journal.model import Journal
from milepost.journal.records import gathered

GOAL = "---\nmeasurable: 100 km\n---\n# Walk\n"


def read(language: str, **texts: str) -> Loaded:
    """A journal in a language: `goal`, `entry`, `profile`, `record` are front matter."""
    files = {
        "milepost.yaml": f"language: {language}\n",
        "content/goals/walk.md": f"---\n{texts.get('goal', 'measurable: 100 km')}\n---\n# Walk\n",
    }
    if "entry" in texts:
        files["content/journal/2026-W20.md"] = f"---\n{texts['entry']}\n---\nWalked.\n"
    if "lines" in texts:
        files["content/journal/2026-W21.md"] = f"## Learning\n\n{texts['lines']}\n"
    if "profile" in texts:
        files["content/profile.md"] = f"---\n{texts['profile']}\n---\nOut and about.\n"
    if "record" in texts:
        files["content/log/course.md"] = f"---\nkind: course\n{texts['record']}\n---\n"
    return load({path: text.encode() for path, text in files.items()})


def numbers(loaded: Loaded) -> list[float]:
    """All numbers of a journal that the tests write."""
    journal = loaded.journal
    goal, found = journal.goals[0], list[float | None]()
    if measure := goal.measurable:
        found += [measure.from_ or None, measure.to] if measure.to != 100 else []
    found += [goal.achievable.hours_per_week, getattr(goal.achievable.money, "amount", None)]
    found += [one.value for one in journal.readings]
    found += [one.value for one in (*journal.hours, *journal.spent)]
    found += [journal.profile.hours_per_week, getattr(journal.profile.budget, "amount", None)]
    for one in gathered(journal):
        found += [getattr(one, "hours", None), getattr(getattr(one, "money", 0), "amount", None)]
    return [value for value in found if value is not None]


PLACES = [
    ({"goal": "measurable: 10,5 km"}, [10.5]),
    ({"goal": "measurable: from 82,5 to 75 kg"}, [82.5, 75]),
    ({"goal": "measurable:\n  to: 10,5\n  unit: km"}, [10.5]),
    ({"goal": "messbar: 10,5 km"}, [10.5]),
    ({"goal": "ziel: 75,5 kg\nstartwert: 82"}, [82, 75.5]),
    ({"goal": "achievable: 1,5 h a week, 12,50 EUR"}, [1.5, 12.5]),
    ({"goal": "achievable:\n  hours_per_week: 1,5\n  money: 12,50 EUR"}, [1.5, 12.5]),
    ({"goal": "measurable: 100 km\nreadings:\n  - 2026-02-01 2,5"}, [2.5]),
    ({"entry": "progress:\n  walk: 2,5"}, [2.5]),
    ({"entry": "progress:\n  walk: +2,5 km"}, [2.5]),
    ({"entry": "progress:\n  walk:\n    value: 2,5\n    hours: 1,5"}, [2.5, 1.5]),
    ({"entry": "walk: 2,5"}, [2.5]),
    ({"entry": "walk: =1234,5 km!"}, [1234.5]),
    ({"entry": "progress:\n  - 'walk: 2,5'\n"}, [2.5]),
    ({"entry": "progress:\n  - '[[walk]]: =81,4!'\n"}, [81.4]),
    ({"entry": "hours:\n  - 'walk: 1,5'\n"}, [1.5]),
    ({"entry": "spent:\n  - 'walk: 12,50 EUR'\n"}, [12.5]),
    ({"entry": "hours:\n  walk: 1,5 h"}, [1.5]),
    ({"entry": "spent:\n  walk: 12,50 EUR"}, [12.5]),
    ({"profile": "hours_per_week: 7,5"}, [7.5]),
    ({"lines": "- course: Risk, 1,5 h, 12,50 EUR"}, [1.5, 12.5]),
    ({"record": "hours: 1,5\nmoney: 12,50 EUR"}, [1.5, 12.5]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "found"), PLACES)
def test_in_german_a_comma_stands_before_tenths(texts: dict[str, str], found: list[float]) -> None:
    loaded = read("de", **texts)
    assert numbers(loaded) == found
    assert not [one for one in loaded.findings if one.code in {"F210", "F213"}]


@pytest.mark.parametrize(("texts", "found"), PLACES)
def test_a_point_says_the_same_in_both(texts: dict[str, str], found: list[float]) -> None:
    pointed = {where: re.sub("(?<=[0-9]),(?=[0-9])", ".", text) for where, text in texts.items()}
    for language in ("en", "de"):
        assert numbers(read(language, **pointed)) == found


@pytest.mark.parametrize(("texts", "found"), PLACES)
def test_in_english_it_is_asked_about(texts: dict[str, str], found: list[float]) -> None:
    loaded = read("en", **texts)
    told = [one for one in loaded.findings if one.code in {"F210", "F213"}]
    assert any("could mean tenths or thousands" in one.message for one in told)
    assert not {value for value in found if value % 1} & {*numbers(loaded)}


@pytest.mark.parametrize("language", ["en", "de"])
def test_thousands_are_thousands(language: str) -> None:
    """No coin has thousandths, and a point behind the comma says what the comma is."""
    assert numbers(read(language, entry="spent:\n  walk: 1,234 EUR")) == [1234]
    assert numbers(read(language, entry="spent:\n  walk: '1,234.50 EUR'")) == [1234.5]
    assert numbers(read(language, profile="budget: 6.000 EUR")) == [6000]


def test_in_german_points_part_the_thousands_of_money() -> None:
    assert numbers(read("de", profile="budget: 1.234 EUR")) == [1234]
    assert numbers(read("de", profile="budget: 1.234,50 EUR")) == [1234.5]
    assert numbers(read("de", lines="- course: Risk, 1.012,50 €")) == [1012.5]
    assert numbers(read("de", entry="spent:\n  walk: € 12.345")) == [12345]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"goal": "measurable: 12.345 €"}, [12345]),
        ({"goal": "measurable: € 1.234"}, [1234]),
        ({"entry": "progress:\n  walk: 1.234 €"}, [1234]),
        ({"entry": "progress:\n  walk: € 1.234"}, [1234]),
        ({"entry": "progress:\n  walk: 1.234 Euro"}, [1234]),
        ({"entry": "progress:\n  walk: {value: 1.234 EUR}"}, [1234]),
        ({"entry": "spent:\n  walk: 1.235 CHF"}, [1235]),
    ],
)
def test_one_point_parts_the_thousands_of_money_in_every_place(
    language: str, texts: dict[str, str], found: list[float]
) -> None:
    """A goal in money is asked for, since euros on kilometres are an error of another kind."""
    goal = {"goal": "measurable: 9000 €"} if "progress" in texts.get("entry", "") else {}
    read_ = numbers(read(language, **goal | texts))
    assert [one for one in read_ if one != 9000] == found


@pytest.mark.parametrize(
    "texts",
    [
        {"goal": "measurable: 1.234 km"},
        {"goal": "measurable: from 1.234 to 2.345 km"},
        {"goal": "measurable:\n  to: 1.234\n  unit: km"},
        {"goal": "measurable: 100 km\nreadings:\n  - 2026-02-01 1.234"},
        {"goal": "measurable: 100 km\nmilestones:\n  - 2026-02-01 =1.234 half of it"},
        {"entry": "progress:\n  walk: 1.234"},
        {"entry": "progress:\n  walk: =1.234 km"},
        {"entry": "hours:\n  walk: 1.234"},
    ],
)
def test_a_point_before_three_digits_is_asked_about_where_it_may_part_thousands(
    texts: dict[str, str],
) -> None:
    """German pages print 1234 so; who writes English means tenths, as all else does there."""
    german = read("de", **texts)
    assert not {1.234, 1234, 2.345, 2345} & {*numbers(german)}
    assert [
        one.message for one in german.findings if "could mean tenths or thousands" in one.message
    ]
    assert not [one for one in read("en", **texts).findings if "tenths or thousands" in one.message]


def test_a_dinar_of_a_thousand_coins_has_tenths_of_three_digits() -> None:
    assert numbers(read("en", goal="measurable: 1.234 KWD")) == [1.234]
    assert numbers(read("de", goal="measurable: 1.234 KWD")) == []


@pytest.mark.parametrize("way", ["1234 km", "1.2340 km", "1,2340 km"])
def test_what_is_then_offered_is_read(way: str) -> None:
    assert numbers(read("de", goal=f"measurable: {way}")) == [1234 if way[1] == "2" else 1.234]


def test_settings_are_read_in_the_language_that_they_name() -> None:
    assert read("de\nhours_per_week: 7,5").journal.settings.hours_per_week == 7.5
    assert read("en\nhours_per_week: 7,5").journal.settings.hours_per_week is None


def test_words_keep_their_commas() -> None:
    loaded = read(
        "de",
        goal="title: Geh 10,5 km\nmeasurable: 100 km\nspecific: 10,5 km in 1,5 h\n"
        "achievable:\n  hours_per_week: 1,5\n  because: 2,5 sind zu viel\n"
        "readings:\n  - 2026-02-01 2,5 nach 1,5 Pausen\n  - 2026-02-02 2 nach 1,5 Pausen",
        entry="title: 2,5 km\nprogress:\n  walk:\n    value: 2,5\n    note: 1,5 zu viel",
    )
    goal = loaded.journal.goals[0]
    assert (goal.title, goal.specific) == ("Geh 10,5 km", "10,5 km in 1,5 h")
    assert goal.achievable.because == "2,5 sind zu viel"
    notes = ["nach 1,5 Pausen", "nach 1,5 Pausen", "1,5 zu viel"]
    assert [one.note for one in loaded.journal.readings] == notes
    assert [one.value for one in loaded.journal.readings] == [2.5, 2, 2.5]
    assert loaded.journal.entries[0].title == "2,5 km"


def test_between_braces_a_comma_ends_the_value_in_each_language() -> None:
    """YAML parts there, so the point is asked for."""
    for language in ("en", "de"):
        (told,) = [
            one for one in read(language, entry="hours: {walk: 1,5}").findings if one.code == "F210"
        ]
        assert told.help == "write `1.5`"


BRACKETS = [
    ({"entry": "progress: [walk: 1,5, run: 2]"}, [], "1,5", "write `1.5`"),
    ({"entry": "progress: [walk: =1.234,5]"}, [], "=1.234,5", "write `=1234.5`"),
    ({"entry": "progress: [walk: 1,½]"}, [], "1,½", "or all of it between quotes"),
    ({"entry": "progress: [walk: 1,\n  5]"}, [], "1,5", "write `1.5`"),
    ({"entry": "progress: [walk: '1',5]"}, [], "1,5", "write `1.5`"),
    ({"entry": "hours: [walk 1,5]"}, [], "walk 1,5", "write `walk 1.5`"),
    ({"entry": "progress: [walk: 1, 5]"}, [], "1,5", "write `1.5`"),
    ({"entry": "progress: [walk: 1,500 km]"}, [], "1,500 km", "write `1500 km`, or `1.5 km` for"),
    ({"entry": "hours: [walk: 1,5 h]"}, [], "1,5 h", "write `1.5 h`"),
    (
        {"goal": "measurable: 100 km\nreadings: [2026-02-01 1,5, 2026-02-08 3]"},
        [3],
        "2026-02-01 1,5",
        "write `2026-02-01 1.5`",
    ),
    ({"goal": "measurable: [10,5 km]"}, [], "10,5 km", "write `10.5 km`"),
    ({"goal": "ziel: [10,5 km]"}, [], "10,5 km", "write `10.5 km`"),
    ({"goal": "achievable: [1,5 h a week, 600 EUR]"}, [], "1,5 h a week", "write `1.5 h a week`"),
    ({"goal": "requires: [Verhandeln 2,5]"}, [], "Verhandeln 2,5", "write `Verhandeln 2.5`"),
    (
        {"goal": "measurable: 100 km\nmilestones: [2026-03-01 =1,5 halb, x]"},
        [],
        "2026-03-01 =1,5 halb",
        "write `2026-03-01 =1.5 halb`",
    ),
]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("texts", "found", "said", "remedy"), BRACKETS)
def test_between_brackets_no_head_of_a_number_counts(
    texts: dict[str, str], found: list[float], said: str, remedy: str, language: str
) -> None:
    loaded = read(language, **texts)
    assert numbers(loaded) == found
    told = [one for one in loaded.findings if one.code in {"F210", "F213", "F203"}]
    assert [one.message for one in told] == [
        f"between brackets the comma in “{said}” ends the value"
    ]
    assert remedy in told[0].help


@pytest.mark.parametrize("language", ["en", "de"])
@given(st.from_regex(r"[=+-]?[0-9]{1,5}([.,][0-9]{1,4}){1,3}[!k½]?( km)?", fullmatch=True))
def test_no_item_between_brackets_is_the_head_of_a_number(language: str, value: str) -> None:
    for texts in ({"entry": f"progress: [walk: {value}]"}, {"entry": f"hours: [walk: {value}]"}):
        loaded = read(language, **texts)
        told = [one.message for one in loaded.findings if "between brackets" in one.message]
        assert len(told) == ("," in value)
        assert "," not in value or numbers(loaded) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "texts",
    [
        {"entry": "progress: [walk: 1, run: 5]"},
        {"entry": "progress: [walk: 1,run: 5]"},
        {"entry": "tags: [q1,2026]\naliases: [Teil 1,5]\nposition: [51.2,4.4]"},
        {"entry": "progress:\n  - walk: 1\n  - 'run: 5'"},
        {"goal": "measurable: 100 km\nreadings: [2026-02-01 1,2026-02-08 3]"},
        {"goal": "measurable: 100 km\nreadings: ['2026-02-01 1',2026-02-08 3]"},
        {"goal": "milestones: [Woche 1,2 Wochen Pause,10 km]"},
        {"goal": "breaks: [2026-02-01,2026-02-08]"},
        {"goal": "achievable: [4 h a week, 600 EUR,8 Leute]"},
    ],
)
def test_between_brackets_items_stay_apart(texts: dict[str, str], language: str) -> None:
    messages = [one.message for one in read(language, **texts).findings]
    assert not [one for one in messages if "between brackets" in one]


def test_what_another_tool_keeps_under_the_name_of_a_goal_is_no_number() -> None:
    for value in ("1,5 of 2,5", "Montag", "v1,5"):
        loaded = read("en", entry=f"walk: {value}")
        assert [one.code for one in loaded.findings] == ["F202"]
        assert numbers(loaded) == []


# --- what is told of them -------------------------------------------------------------------


MORE = [
    (
        {"goal": "measurable: from 82,5 to 75 kg\nmilestones:\n  - 2026-03-01 =80,5 nach 2,5 km"},
        lambda journal: [(one.value, one.title) for one in journal.goals[0].milestones],
        [(80.5, "nach 2,5 km")],
    ),
    (
        {"goal": "measurable: 100 km\nrequires: Verhandeln 2,5"},
        lambda journal: [(one.skill, one.level) for one in journal.goals[0].requires],
        [("Verhandeln", 2.5)],
    ),
    (
        {"profile": "skills:\n  - Verhandeln 2,5, ein Angebot geleitet"},
        lambda journal: [(one.level, one.evidence) for one in journal.profile.skills],
        [(2.5, "ein Angebot geleitet")],
    ),
    (
        {"profile": "satisfaction:\n  2026: job 7,5, field 6,5"},
        lambda journal: [(one.job, one.field) for one in journal.profile.satisfaction.values()],
        [(7.5, 6.5)],
    ),
]


@pytest.mark.parametrize(("texts", "read_off", "found"), MORE)
def test_steps_and_levels_take_a_comma_too(
    texts: dict[str, str], read_off: Callable[[Journal], object], found: object
) -> None:
    loaded = read("de", **texts)
    assert read_off(loaded.journal) == found
    assert not [one for one in loaded.findings if one.code in {"F210", "F213"}]


TOLD = [
    ({"goal": "measurable: 2,5 Bücher pro Woche"}, "“2,5 Bücher pro Woche”", "`2.5 Bücher a week`"),
    ({"goal": "achievable: 200,5 h a week"}, "“200,5 h”", "`4 h a week`"),
    ({"entry": "progress:\n  walk: 1,5 Meilen 3"}, "“3” in “1,5 Meilen 3”", "`12 km`"),
    ({"entry": "hours:\n  walk: 1,5 kg"}, "“1,5 kg”", "`3.5 h`"),
    ({"entry": "mood: 4,5"}, "4,5", "whole number"),
    ({"profile": "hours_per_week: 1.200,5"}, "“1.200,5”", "`3.5 h`"),
    ({"record": "hours: 1,5 kg"}, "“1,5 kg”", "`3.5 h`"),
    ({"goal": "achievable: 200.5 h a week"}, "“200.5 h”", "`4 h a week`"),
]


@pytest.mark.parametrize(("texts", "said", "remedy"), TOLD)
def test_a_number_is_told_as_it_is_written(texts: dict[str, str], said: str, remedy: str) -> None:
    """What is to be written instead has a point, which is read wherever it is pasted."""
    told = [(one.message, one.help) for one in read("de", **texts).findings]
    assert [message for message, help_ in told if said in message and remedy in f"{help_}{message}"]


@pytest.mark.parametrize("number", ["1.5", "1,5", "1 200", "1200", "1 200.5"])
def test_what_is_proposed_is_read_in_german_in_each_form(number: str) -> None:
    value = float(number.replace(",", ".").replace(" ", ""))
    assert numbers(read("de", entry=f"progress:\n  walk: {number}")) == [value]
    assert numbers(read("de", goal=f"measurable: {number} km")) == [value]


# --- three digits behind a comma ------------------------------------------------------------


UNSURE = [
    ({"goal": "measurable: 1,500 km"}, "write `1500 km`, or `1.5 km` for tenths"),
    (
        {"goal": "measurable: from 12,750 to 2,500 km"},
        "write `from 12750 to 2500 km`, or `from 12.75 to 2.5 km` for tenths",
    ),
    (
        {"goal": "measurable: at most 1,500 km a week"},
        "write `at most 1500 km a week`, or `at most 1.5 km a week` for tenths",
    ),
    ({"goal": "measurable:\n  to: 1,500 km"}, "write `1500 km`, or `1.5 km` for tenths"),
    (
        {"goal": "achievable: 1,500 h a week"},
        "write `1500 h a week`, or `1.5 h a week` for tenths",
    ),
    (
        {"goal": "measurable: 100 km\nreadings:\n  - 2026-02-01 1,500"},
        "write `1500`, or `1.5` for tenths",
    ),
    (
        {"goal": "measurable: 100 km\nmilestones:\n  - 2026-02-01 =1,500 halb"},
        "write `=1500`, or `=1.5` for tenths",
    ),
    ({"entry": "progress:\n  walk: +1,500 km"}, "write `+1500 km`, or `+1.5 km` for tenths"),
    ({"entry": "progress:\n  walk: =1,500!"}, "write `=1500!`, or `=1.5!` for tenths"),
    ({"entry": "walk: =1,500 km"}, "write `=1500 km`, or `=1.5 km` for tenths"),
    ({"entry": "progress:\n  - 'walk: 1,500'"}, "write `1500`, or `1.5` for tenths"),
    ({"entry": "hours:\n  walk: 1,500"}, "write `1500`, or `1.5` for tenths"),
    ({"lines": "- course: Risk, 1,500 h"}, "write `1500 h`, or `1.5 h` for tenths"),
    ({"record": "hours: 1,500"}, "write `1500`, or `1.5` for tenths"),
]


@pytest.mark.parametrize(("texts", "remedy"), UNSURE)
def test_in_german_three_digits_behind_a_comma_are_asked_about(
    texts: dict[str, str], remedy: str
) -> None:
    """They are tenths to most who write German, and thousands to those who also write English."""
    loaded = read("de", **texts)
    assert numbers(loaded) == []
    (told,) = [one for one in loaded.findings if one.code in {"F210", "F213"}]
    assert "could mean tenths or thousands" in told.message
    assert re.search(r"“[^”]*[0-9],[0-9]{3}", told.message)
    assert told.help == remedy


@pytest.mark.parametrize(("texts", "remedy"), UNSURE)
def test_each_way_that_is_proposed_is_read(texts: dict[str, str], remedy: str) -> None:
    """Pasted in the place of what stands there, the number is the one that it says."""
    ((where, text),) = texts.items()
    for line in re.findall("`([^`]+)`", remedy):
        written = text
        for number in re.findall("[0-9.]+", line):
            written = re.sub("[0-9]+,[0-9]{3}", number, written, count=1)
        loaded = read("de", **{where: written})
        told = [one.message for one in loaded.findings if one.code in {"F210", "F213"}]
        assert all("168 hours" in message for message in told)  # 1500 h a week are too many


@pytest.mark.parametrize(
    ("number", "help_"),
    [
        ("=1.500", "write `=1500`, or `=1.5` for tenths"),
        ("+1.500", "write `+1500`, or `+1.5` for tenths"),
        ("=1.500!", "write `=1500!`, or `=1.5!` for tenths"),
        ("=1,5", "write a point for tenths (`=1.5`), or a space for thousands (`=1 500`)"),
        ("=2,5", "write a point for tenths (`=2.5`), or a space for thousands (`1 500`)"),
        ("=2,5 km!", "write a point for tenths (`=2.5 km!`), or a space for thousands (`1 500`)"),
        ("1.500", "write `1500`, or `1.5` for tenths"),
    ],
)
def test_what_is_proposed_keeps_the_signs(number: str, help_: str) -> None:
    """Without its sign a number that states a total would be added."""
    loaded = read("en", entry=f"progress:\n  walk: {number}")
    (told,) = [one for one in loaded.findings if one.code == "F210"]
    assert told.help == help_
    assert f"“{number}”" in told.message


SURE = [
    ("0,125", 0.125),
    ("1,2345", 1.2345),
    ("1234,567", 1234.567),
    ("1.234,567", 1234.567),
    ("1 234,567", 1234.567),
    ("1,234,567", 1234567.0),
    ("1,234.5", 1234.5),
]


@pytest.mark.parametrize(("number", "value"), SURE)
def test_what_can_be_meant_in_one_way_only_is_read(number: str, value: float) -> None:
    assert numbers(read("de", entry=f'progress:\n  walk: "{number}"')) == [value]
    assert numbers(read("de", goal=f"measurable: {number} km")) == [value]


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_thousands_begin_with_a_nought(language: str) -> None:
    """`0,125` is an eighth to whoever writes it, and was 125 once."""
    loaded = read(language, entry="progress:\n  walk: 0,125")
    assert numbers(loaded) == ([0.125] if language == "de" else [])
    told = [one.help for one in loaded.findings if one.code == "F210"]
    assert all("`0.125`" in remedy for remedy in told)
    assert len(told) == (language == "en")


def test_on_a_scale_there_are_no_thousands_to_ask_about() -> None:
    loaded = read("de", profile="skills:\n  - Verhandeln 2,500")
    assert "⎖" not in str([(one.skill, one.evidence) for one in loaded.journal.profile.skills])


@pytest.mark.parametrize("text", ["1½,5", "½,5", "1,½", "1,5,5"])
def test_a_comma_that_no_point_mends_is_told_once(text: str) -> None:
    for language in ("en", "de"):
        loaded = read(language, entry=f"progress:\n  walk: {text}")
        assert numbers(loaded) == []
        assert len([one for one in loaded.findings if one.code == "F210"]) == 1
