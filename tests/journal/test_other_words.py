"""Goals in other people's words: what is plainly meant is read, and a hint names our own word."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.journal.load import load
from milepost.journal.model import Goal
from milepost.journal.values import Declared, Effort, Measure, Money, Relevance, Window
from milepost.journal.words import Horizon, Kind, Period, State


def read(lines: str) -> tuple[Goal, list[str]]:
    loaded = load({"content/goals/g.md": f"---\ntitle: Sail\n{lines}\n---\n".encode()})
    return loaded.journal.goals[0], [finding.code for finding in loaded.findings]


@pytest.mark.parametrize(
    "lines",
    [
        "deadline: 2026-06-30",
        "Due: 2026-06-30",
        "by: 30 June 2026",
        "until: 2026-06",
        "end date: 30.06.2026",
        "due-date: 30/06/2026",
        "time_bound: {deadline: 2026-06-30}",
        "time_bound: 2026-06-30\ndeadline: 30 June 2026",
        "deadline: 2026-06-30\nfrist: 30.06.2026",
        "start: 2026-04-07\nduration: 12 weeks",
        "time_bound: {until: 2026-06-30}",
        "period: {start: 2026-01-05, end: 2026-06-30}",
    ],
)
def test_the_day_it_is_due(lines: str) -> None:
    assert read(lines)[0].time_bound.due == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("lines", "effort"),
    [
        ("budget: 5000 EUR", Effort(money=Money(5000, "EUR"))),
        ("cost: €600\ntime: 4 h a week", Effort(4, Money(600, "€"))),
        ("kosten: 600 CHF\nachievable: 4 h a week", Effort(4, Money(600, "CHF"))),
        ("budget: 3 h a week", Effort(3)),
        ("budget: 40 EUR a month", Effort(needs=("40 EUR a month",))),
    ],
)
def test_the_money_of_a_goal(lines: str, effort: Effort) -> None:
    goal, told = read(lines)
    assert goal.achievable == effort
    assert told == ["F221"]


def test_money_of_no_currency_is_asked_about() -> None:
    loaded = load({"content/goals/g.md": b"---\ntitle: Sail\nbudget: 5000\n---\n"})
    assert loaded.findings[0].message.endswith("cannot be read from “budget 5000”")
    assert loaded.findings[0].help == "write it, as `5000 EUR`"


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("dedline", "deadline"), ("deadlin", "deadline"), ("traget", "target"),
        ("freqency", "frequency"), ("motivaton", "motivation"), ("beschreibng", "beschreibung"),
    ],
)  # fmt: skip
def test_a_misspelt_word_of_other_people_is_known(slip: str, word: str) -> None:
    """It is told once: what it says is missing nowhere else."""
    loaded = load({"content/goals/g.md": f"---\ntitle: Sail\n{slip}: x\n---\n".encode()})
    told = [(one.code, one.help) for one in loaded.findings]
    assert told == [("F201", f"did you mean `{word}`?")]
    assert loaded.journal.goals[0].unread


@pytest.mark.parametrize("key", ["harbour", "ending", "timing", "whyy", "targeted_by"])
def test_another_key_is_no_slip(key: str) -> None:
    assert read(f"{key}: x")[1] == ["F202"]


def test_its_start() -> None:
    window = read("start: 2026-01-05\ndeadline: 2026-06-30")[0].time_bound
    assert (window.start, window.due) == (date(2026, 1, 5), date(2026, 6, 30))
    window = read("since: 2026-01-05\ntime_bound: 2026-06-30")[0].time_bound
    assert (window.start, window.due) == (date(2026, 1, 5), date(2026, 6, 30))
    window = read("time_bound: {begin: 2026-01-05, end: 2026-06-30}")[0].time_bound
    assert (window.start, window.due) == (date(2026, 1, 5), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        ("start: 05/01/2026\ndeadline: 30/06/2026", date(2026, 1, 5)),
        ("start: 05/01/2026\ndeadline: 06/30/2026", date(2026, 5, 1)),
        ("time_bound: 05/01/2026 to 30/06/2026", date(2026, 1, 5)),
        ("start: 05/01/2026\ndeadline: 06/07/2026", None),  # none is clear
        ("start: 05/01/2026\ndeadline: 30/06/2026\nx: 06/30/2026", None),  # both orders
    ],
)
def test_a_clear_day_tells_the_order_of_the_others(lines: str, start: date | None) -> None:
    goal, told = read(lines)
    assert goal.time_bound.start == start
    assert ("F204" in told) is (start is None)


@pytest.mark.parametrize(
    ("lines", "measure"),
    [
        ("target: 24 books", Measure(Kind.COUNT, 0.0, 24.0, "books")),
        ("target: 24\nunit: books", Measure(Kind.COUNT, 0.0, 24.0, "books")),
        ("baseline: 82\ntarget: 75\nunit: kg", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("measurable: {target: 24, unit: books}", Measure(Kind.COUNT, None, 24.0, "books")),
        ("measurable: {baseline: 82, target: 75}", Measure(Kind.LEVEL, 82.0, 75.0)),
        ("metric: 3 times a week", Measure(Kind.HABIT, None, 3.0, "", Period.WEEK)),
        ("metric: books\ntarget: 24", Measure(Kind.COUNT, 0.0, 24.0, "books")),
        ("target: 24\nkpi: books", Measure(Kind.COUNT, 0.0, 24.0, "books")),
        ("measurable: 75 kg\nbaseline: 82", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("measurable: from 82 to 75 kg\ncurrent: 82", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("measurable: 7 kg\nstart_weight: 82\ntarget: 75", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("start_weight: 82\ntarget_weight: 75\nunit: kg", Measure(Kind.LEVEL, 82.0, 75.0, "kg")),
        ("ziel: 24\neinheit: Bücher", Measure(Kind.COUNT, 0.0, 24.0, "Bücher")),
    ],
)
def test_how_it_is_counted(lines: str, measure: Measure) -> None:
    assert read(lines)[0].measurable == measure


def test_what_it_is_for() -> None:
    assert read("why: my knees")[0].relevant == Relevance(because="my knees")
    assert read("parent: health\nwhy: my knees")[0].relevant == Relevance(
        ("health",), (), "my knees"
    )


def test_what_it_is_for_beside_a_reason() -> None:
    both = read("relevant: ten-years\nwhy: my knees")[0].relevant
    assert both == Relevance(("ten-years",), (), "my knees")
    assert read("relevant: value health\nserves: ten-years")[0].relevant == Relevance(
        ("ten-years",), ("health",)
    )


def test_what_it_takes() -> None:
    effort = read("hours: 3\nconfidence: 8")[0].achievable
    assert (effort.hours_per_week, effort.confidence) == (3.0, 8.0)
    effort = read("effort: 30 min a day, a quiet room\nconfidence: 8")[0].achievable
    assert (effort.hours_per_week, effort.confidence, effort.needs) == (3.5, 8.0, ("a quiet room",))
    assert read("achievable: 3 h a week\nconfidence: 8")[0].achievable.confidence == 8.0


def test_tasks_are_steps_on_the_way() -> None:
    steps = read("milestones: [2026-03-31 a mast]\ntasks:\n  - a sail\n  - a keel")[0].milestones
    assert [step.title for step in steps] == ["a mast", "a sail", "a keel"]


@pytest.mark.parametrize(
    ("lines", "extra"),
    [
        ("priority: high", {"priority": "high"}),
        ("category: [a, b]", {"category": ["a", "b"]}),
        ("state: Oregon", {"state": "Oregon"}),
        ("start_of_season: May", {"start_of_season": "May"}),
    ],
)
def test_what_is_for_other_tools_is_kept(lines: str, extra: dict[str, object]) -> None:
    assert read(lines)[0].extra == extra


def test_plain_keys_of_a_goal() -> None:
    goal = load({"content/goals/g.md": b"---\nname: Sail\nlife_area: sea\nstate: on hold\n---\n"})
    (one,) = goal.journal.goals
    assert (one.title, one.area, one.status.is_) == ("Sail", "sea", State.PAUSED)


def test_of_several_measures_the_first_that_can_be_read_counts() -> None:
    goal, told = read("measurable: [good talks, 5 talks]")
    assert goal.measurable == Measure(Kind.COUNT, 0.0, 5.0, "talks")
    assert told == ["F226"]
    assert read("measurable: [5 talks]")[1] == []


@pytest.mark.parametrize(
    ("path", "lines", "held"),
    [
        ("content/journal/a.md", "week of: 2026-01-14\nfeeling: 4", ("2026-W03", 4)),
        ("content/journal/2026-W03.md", "day: Monday\nmood: 4", ("2026-W03", 4)),
    ],
)
def test_entries(path: str, lines: str, held: tuple[str, int]) -> None:
    (entry,) = load({path: f"---\n{lines}\n---\n".encode()}).journal.entries
    assert (str(entry.week), entry.mood) == held


def test_readings_of_an_entry_under_another_name() -> None:
    files = {
        "content/goals/books.md": b"---\nmeasurable: 24 books\n---\n",
        "content/journal/2026-W03.md": b"---\nnumbers: {books: 2}\n---\n",
    }
    loaded = load(files)
    assert [one.value for one in loaded.journal.readings] == [2.0]
    assert [one.message for one in loaded.findings] == ["milepost reads `numbers` as `progress`"]


def test_the_profile_and_the_settings() -> None:
    files = {
        "content/profile.md": b"---\nauthor: Ana\nlife_areas: [sea]\nweekly_hours: 9\n---\n",
        "milepost.yaml": b"site_title: Sails\nlang: de\ntz: Europe/Berlin\n",
    }
    journal = load(files).journal
    profile, settings = journal.profile, journal.settings
    assert (profile.name, profile.areas, profile.hours_per_week) == ("Ana", ("sea",), 9.0)
    assert (settings.title, settings.language, settings.timezone) == (
        "Sails",
        "de",
        "Europe/Berlin",
    )


def test_its_state_and_its_horizon() -> None:
    assert read("status: in progress")[0].status.is_ is State.ACTIVE
    assert read("status: Completed")[0].status.is_ is State.DONE
    assert read("type: mid-term")[0].horizon is Horizon.MID
    assert read("type: goal")[1] == []


def test_milestones_with_a_colon() -> None:
    steps = read("milestones:\n  - Talk to boss: 2026-02-15\n  - 2026-09-30: lead")[0].milestones
    assert [(step.title, str(step.due)) for step in steps] == [
        ("Talk to boss", "2026-02-15"),
        ("lead", "2026-09-30"),
    ]


def test_one_hint_a_file_names_our_words() -> None:
    lines = "deadline: 2026-06-30\nwhy: my knees"
    (told,) = load({"content/goals/g.md": f"---\ntitle: Sail\n{lines}\n---\n".encode()}).findings
    assert told.code == "F221"
    assert told.message == "milepost reads `deadline` as `time_bound` and `why` as `relevant`"


@pytest.mark.parametrize(
    "lines", ["time_bound: 2026-06-30\ndeadline: 2026-09-30", "measurable: 8 kg\ntarget: 78"]
)
def test_two_that_disagree_are_an_error(lines: str) -> None:
    goal, told = read(lines)
    assert told == ["F222"]
    assert goal.time_bound.due == date(2026, 6, 30) or goal.measurable


def test_of_two_foreign_words_the_first_counts() -> None:
    goal, told = read("deadline: 2026-06-30\ndue: 2026-09-30")
    assert goal.time_bound.due == date(2026, 6, 30)
    assert told == ["F222"]


def test_of_two_foreign_words_within_our_key_the_first_counts() -> None:
    goal, told = read("time_bound: {deadline: 2026-06-30, by: 2026-09-30}")
    assert goal.time_bound.due == date(2026, 6, 30)
    assert told == ["F222"]
    assert read("time_bound: {deadline: 2026-06-30, by: 2026-06-30}")[1] == []


def test_our_own_word_goes_before() -> None:
    goal, told = read("specific: to the island\ndescription: anywhere")
    assert goal.specific == "to the island"
    assert goal.extra == {"description": "anywhere"}
    assert told == ["F202"]


CHANGED = "measurable: from 82 to 75 kg\ntime_bound: 2026-01-05 to 2026-06-30\nchanges:\n"


@pytest.mark.parametrize("word", ["due", "deadline", "by", "time_bound"])
def test_a_change_understands_the_words_of_a_goal(word: str) -> None:
    goal, told = read(f"{CHANGED}  - {{date: 2026-02-01, {word}: 2026-05-31, why: too far}}")
    (change,) = goal.changes
    assert change.because == "too far"
    assert dict(change.before)["time_bound"] == Window(date(2026, 1, 5), date(2026, 5, 31))
    assert "F202" not in told


def test_a_bare_number_in_a_change_is_another_end_of_the_same_measure() -> None:
    for line in ("target: 77", "measurable: 77"):
        goal, _ = read(f"{CHANGED}  - {{date: 2026-02-01, {line}}}")
        assert dict(goal.changes[0].before)["measurable"] == Measure(Kind.LEVEL, 82, 77, "kg")
    whole, _ = read(f"{CHANGED}  - {{date: 2026-02-01, measurable: 77 books}}")
    assert dict(whole.changes[0].before)["measurable"] == Measure(Kind.COUNT, 0, 77, "books")


def test_other_words_for_the_parts_of_an_effort_and_a_status() -> None:
    goal, told = read(
        "achievable: {hours: 4, budget: 60 EUR}\n"
        "status: {is: paused, reason: flu, from: 2026-04-01}"
    )
    assert goal.achievable == Effort(4.0, Money(60, "EUR"))
    assert goal.status == Declared(State.PAUSED, "flu", date(2026, 4, 1))
    assert told == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("achievable: {area: health}", "the front matter itself"),
        ("status: {is: done, hours_per_week: 4}", "`achievable`"),
        ("changes: [{date: 2026-02-01, rate: 3}]", "`measurable`"),
        ("rate: 3", "`measurable`"),
        ("unit: pages", "`measurable`"),
        ("achievable: {progress: 4}", "an entry of the journal"),
    ],
)
def test_a_key_that_milepost_knows_somewhere_is_never_another_tool_s(text: str, where: str) -> None:
    loaded = load({"content/goals/g.md": f"---\n{text}\n---\n# G\n".encode()})
    (told,) = (one for one in loaded.findings if one.code in {"F202", "F225"})
    assert f" in {where}, and not " in told.message
    assert "another tool" not in told.help


def test_an_unknown_key_inside_one_of_ours_is_no_other_tool_s() -> None:
    loaded = load({"content/goals/g.md": b"---\nachievable: {weather: 3}\n---\n# G\n"})
    (told,) = (one for one in loaded.findings if one.code == "F225")
    assert told.message == "`achievable` has no part “weather”"
    assert told.help.startswith("its parts are hours_per_week, money")


@pytest.mark.parametrize(
    "lines",
    ["- 2026-03-01: 80\n  - 2026-03-08: 81", "2026-03-01: 80\n  2026-03-08: 81"],
)
def test_a_day_that_yaml_takes_for_a_key_is_that_of_the_reading(lines: str) -> None:
    goal, told = read(f"measurable: from 82 to 75 kg\nreadings:\n  {lines}")
    assert [(one.date_.day, one.value.value) for one in goal.readings] == [(1, 80), (8, 81)]
    assert told == []


def test_a_part_that_cannot_be_read_is_not_missing_as_well() -> None:
    told = read("readings:\n  - {date: 2026-03-01, value: '80,5'}")[1]
    assert told == ["F210"]
    assert read("readings:\n  - {date: 2026-03-01, note: x}")[1] == ["F217"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("measurable: 24 books\nunit: pages", ["F222"]),
        ("measurable: from 82 to 75 kg\nunit: lb", ["F222"]),
        ("measurable: 100 hours\nunit: minutes", ["F222"]),
        ("target: 24 books\nunit: pages", ["F210"]),
        ("measurable: 24 books\nunit: books", ["F221"]),
        ("measurable: 24 books\nunit: book", ["F221"]),
        ("measurable: 24\nunit: books", ["F221"]),
    ],
)
def test_a_unit_beside_a_measure_says_the_same_or_is_an_error(lines: str, codes: list[str]) -> None:
    assert read(lines)[1] == codes


def test_breaks_of_a_profile_and_of_a_goal_in_german() -> None:
    profile = "pausen: 2026-08-03 to 2026-08-16 am Meer\nStunden pro Woche: 6"
    texts = {
        "content/profile.md": f"---\n{profile}\n---\n",
        "content/goals/g.md": "---\npausen: 2026-09-01 to 2026-09-02\n---\n# Sail\n",
    }
    journal = load({path: text.encode() for path, text in texts.items()}).journal
    assert (len(journal.profile.breaks), journal.profile.hours_per_week) == (1, 6)
    assert len(journal.goals[0].breaks) == 1
