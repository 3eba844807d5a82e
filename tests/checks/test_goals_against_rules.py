"""Rules about goals: what they say, in words one can act on, and when they are silent."""

from __future__ import annotations

import pytest
from written_goals import codes, findings_of, goal, journal, only

from milepost.findings import Severity


def said(text: str, code: str) -> tuple[str, str]:
    found = only(text, code)
    return found.message, found.help


# --- S -------------------------------------------------------------------------------------


def test_a_rewrite_is_made_of_the_persons_own_words() -> None:
    text = goal(title="Increase sales of my honey", measurable="yes or no")
    assert said(text, "S102") == (
        "“Increase” names a direction, and no figure says how far",
        "write `specific: Increase sales of my honey from … to …`",
    )


def test_a_rewrite_asks_for_the_end_where_none_is_written() -> None:
    text = goal(title="Increase sales of my honey", measurable="yes or no", time_bound=None)
    assert said(text, "S102")[1].endswith("from … to … by … (when?)`")


def test_a_direction_with_a_figure_anywhere_is_fine() -> None:
    for lines in (
        {"measurable": "from 40 to 60 jars"},
        {"specific": "Increase sales from 40 to 60 jars, so that the bees pay for themselves"},
    ):
        assert codes(goal(title="Increase sales of my honey", **lines)) in ([], ["M103"])


def test_one_sentence_gets_one_finding() -> None:
    text = goal(title="Become better and more focused", measurable="yes or no")
    assert codes(text) == ["S102"]


def test_another_language_switches_the_wording_checks_off_and_no_others() -> None:
    text = "== milepost.yaml ==\nlanguage: de\n== content/goals/example.md ==\n" + goal(
        title="Become a calmer person", measurable="yes or no", relevant=None
    )
    assert codes(text) == ["R101"]


# --- M -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measurable", "message"),
    [
        (
            "{kind: count, from: 0, to: 0, unit: books}",
            "the count starts at 0 books and ends there",
        ),
        ("from 75 to 75 kg", "it starts at 75 kg and ends there"),
        (
            "{kind: count, from: 10, to: 2, unit: pages}",
            "a count only grows, and this one should fall",
        ),
        ("0 times a week", "a habit of 0 times asks for nothing"),
        ("{kind: range, from: 9, to: 7, unit: h}", "nothing lies between 9 and 7"),
        ("{kind: range, unit: h}", "nothing is said of where to stay"),
        ("{kind: average, unit: mood}", "nothing is said of where to stay"),
        ("{kind: limit, unit: coffees, per: day}", "nothing is said of how many at most"),
    ],
)
def test_a_measure_that_cannot_move_is_an_error(measurable: str, message: str) -> None:
    found = only(goal(measurable=measurable), "M104")
    assert (found.severity, found.message) == (Severity.ERROR, message)


def test_a_measure_that_the_reader_refused_is_not_called_missing() -> None:
    assert codes(goal(title="Paint the fence in green", measurable="until it shines")) == ["F213"]


@pytest.mark.parametrize(
    "title",
    [
        "Run 300 km, that is 25 km a week for a dozen weeks",
        "Run the Harbour 10 km and 290 km more, 300 km in all",
        "Run in 4 parks",
        "Run 300 km before I turn 40",
    ],
)
def test_other_figures_than_the_measures_own_do_not_contradict_it(title: str) -> None:
    assert "M106" not in codes(goal(title=title))


@pytest.mark.parametrize(
    ("title", "measurable", "asked"),
    [
        ("Practise the cello for 20 hours", "300 min", True),
        ("Practise the cello for 20 hours", "1200 min", False),
        ("Swim 5 km in all", "500 m", True),
        ("Swim 5 km in all", "5000 m", False),
        ("Read 30 minutes a day", "60 hours", False),
    ],
)
def test_words_in_another_unit_are_compared_in_that_of_the_measure(
    title: str, measurable: str, asked: bool
) -> None:
    assert ("M106" in codes(goal(title=title, measurable=measurable))) is asked


def test_words_and_measure_that_disagree() -> None:
    assert said(goal(title="Run 280 km"), "M106") == (
        "the words say “280 km”, and the measure says 300 km",
        "if the words are right, write `measurable: 280 km`; else correct them",
    )


def test_a_figure_in_words_is_offered_as_what_it_may_be() -> None:
    habit = goal(title="Run 3 times a week in the woods", measurable=None)
    assert said(habit, "M103")[1] == "write `measurable: 3 times a week` too"
    level = said(goal(title="Weigh 75 kg on the scale at home", measurable=None), "M103")[1]
    assert "`measurable: {kind: level, to: 75, unit: kg}` if it is where it should stand" in level


def test_a_habit_is_asked_for_by_its_own_period() -> None:
    monthly = goal(
        title="Play chess twice a month",
        measurable="2 times a month",
        time_bound="2026-08-31 to 2026-12-20",
        readings="2026-10-11 +1",
    )
    assert codes(monthly) == []
    weekly = monthly.replace("2 times a month", "2 times a week").replace("twice a month", "here")
    assert codes(weekly) == ["M201"]


def test_a_break_and_a_skip_are_no_silence() -> None:
    quiet = {"time_bound": "2026-08-31 to 2026-12-20", "readings": "2026-10-11 =200"}
    assert "M201" in codes(goal(**quiet))
    rest = goal(breaks="2026-10-12 to 2026-11-15 knee", **quiet)
    assert "M201" not in codes(rest)


# --- A -------------------------------------------------------------------------------------


def hours(**goals: str) -> str:
    return "== milepost.yaml ==\nhours_per_week: 6\n" + journal(**goals)


def test_hours_name_the_weeks_the_goals_and_by_how_much() -> None:
    text = hours(
        run=goal(achievable="4 h a week", time_bound="2026-11-02 to 2027-01-03"),
        read=goal(
            title="Read 12 books",
            measurable="12 books",
            achievable="3.5 h a week",
            time_bound="2026-12-14 to 2027-01-29",
            breaks="2026-12-21 to 2026-12-27 feasts",
        ),
    )
    found = only(text, "A101")
    assert found.message == (
        "the goals ask for more than your 6 h a week in 2026-W51 and 2026-W53: up to 7.5 h, "
        "1.5 h too many (“Run 300 km” 4 h and “Read 12 books” 3.5 h)"
    )
    assert "breaks: 2026-12-14 to 2026-12-20" in found.help
    assert (found.place.path, found.place.line, found.place.column) == ("milepost.yaml", 1, 17)


def test_a_goal_without_an_end_goes_on_taking_its_hours() -> None:
    text = hours(
        run=goal(achievable="4 h a week", time_bound=None),
        read=goal(achievable="3 h a week", time_bound="2026-12-14 to 2027-01-29"),
    )
    assert "2026-W51 to 2027-W04" in only(text, "A101").message


def test_hours_that_are_over_or_paused_do_not_count() -> None:
    text = hours(
        run=goal(achievable="4 h a week", status="paused"),
        read=goal(achievable="4 h a week", time_bound="2026-09-07 to 2026-11-15"),
        row=goal(achievable="4 h a week"),
    )
    assert "A101" not in codes(text)


def test_a_pace_never_reached_offers_a_day_and_a_target() -> None:
    text = goal(
        title="Read 24 books",
        measurable="24 books",
        time_bound="2026-09-14 to 2026-12-20",
        readings="[2026-09-20 +1, 2026-10-04 +1, 2026-10-18 +1, 2026-11-01 +1, 2026-11-15 +1]",
    )
    message, remedy = said(text, "A201")
    assert message.startswith("4.75 books a week would be needed from now on")
    assert "write `time_bound: 2026-09-14 to 2027-06-" in remedy
    assert "make the target 7 books" in remedy


def test_the_latest_confidence_counts_and_is_where_it_points() -> None:
    text = (
        "== content/goals/example.md ==\n"
        + goal(achievable="confidence 8", obstacles=None)
        + "== content/journal/2026-W46.md ==\n---\nconfidence: {example: 3}\n---\n"
    )
    found = only(text, "A301")
    assert found.message.startswith("your confidence in this is 3 of 10")
    assert (found.place.path, found.place.line) == ("content/journal/2026-W46.md", 2)


def test_an_obstacle_is_continued_in_its_own_words() -> None:
    assert said(goal(obstacles="The trains are on strike"), "A302")[1].endswith(
        "`if the trains are on strike, then …`"
    )
    assert "if Declan is away, then" in said(goal(obstacles="Declan is away"), "A302")[1]


# --- R -------------------------------------------------------------------------------------


def test_a_reason_is_offered_from_the_persons_own_values() -> None:
    text = "== content/profile.md ==\n---\nvalues: [courage]\n---\n== content/goals/a.md ==\n"
    assert "`relevant: value courage`" in said(text + goal(relevant=None), "R101")[1]


def test_a_goal_that_also_serves_an_open_one_is_not_told_of_the_closed_one() -> None:
    text = journal(
        run=goal(relevant="old, new"),
        old=goal(title="Walk 100 km", measurable="100 km", status="dropped"),
        new=goal(title="Cross the hills on foot", measurable="goals"),
    )
    assert codes(text) == []


def test_a_replaced_goal_leads_to_its_follower() -> None:
    text = journal(
        run=goal(relevant="old"),
        old=goal(status="replaced", replaced_by="new"),
        new=goal(),
    )
    assert said(text, "R103")[1] == "write `relevant: new`"


# --- T -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "due"),
    [
        ("Run 300 km by the end of Q2 2027", "2027-06-30"),
        ("Run 300 km by June 2027", "2027-06-12"),
        ("Run 300 km by 30 June 2027", "2027-06-30"),
        ("Run 300 km by the end of 2027", "2027-12-31"),
        ("Run 300 km before 2028", "2027-12-31"),
        ("Run 300 km in the first half of 2027", "2027-06-30"),
        ("Run 300 km before my birthday", "2027-06-30"),
        ("Run 300 km like in the summer of 2019", "2027-06-30"),
        ("Run 300 km, so that I can cross the hills by 1 September 2028", "2027-06-30"),
    ],
)
def test_words_that_mean_the_due_date(title: str, due: str) -> None:
    assert "T103" not in codes(goal(title=title, time_bound=f"2026-11-02 to {due}"))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Run 300 km by the end of Q2 2027", "by the end of Q2 2027"),
        ("Run 300 km by 15 March 2027", "by 15 March 2027"),
        ("Run 300 km by April 2027", "by April 2027"),
        ("Run 300 km by the end of 2027", "by the end of 2027"),
    ],
)
def test_words_that_mean_another_day(title: str, words: str) -> None:
    assert f"“{words}”" in said(goal(title=title), "T103")[0]


def test_a_missing_due_date_is_taken_from_the_words() -> None:
    text = goal(title="Run 300 km by the end of March 2027", time_bound=None)
    assert said(text, "T101") == (
        "the words say “by the end of March 2027”, and the front matter has no due date",
        "write `time_bound: 2027-03-31`, or with its start `time_bound: 2026-11-22 to 2027-03-31`",
    )


def test_only_the_stretch_ahead_counts() -> None:
    steps = "\n  - done 2026-06-01 2026-06-01 =50 start\n  - 2027-01-10 =250 nearly"
    text = goal(time_bound="2026-01-05 to 2027-02-21", milestones=steps, readings="2026-11-20 =240")
    assert codes(text) == []


def test_a_habit_needs_no_milestones() -> None:
    text = goal(
        title="Run at lunch", measurable="3 times a week", time_bound="2026-11-02 to 2028-05-28"
    )
    assert codes(text) == []


def test_several_late_milestones_are_one_line() -> None:
    late = "\n  - 2026-11-08 one\n  - 2026-11-14 two\n  - 2026-11-20 three\n  - 2026-12-20 four"
    text = goal(title="Lay the floor", measurable="milestones", milestones=late)
    assert said(text, "T203") == (
        "“one” was due on 8 November, 2 weeks ago, and 2 others too",
        "if it is reached, write `done 2026-11-22 2026-11-08 one`; else give it a new day",
    )


def test_a_late_milestone_whose_number_was_reached_tells_the_day_and_keeps_all_it_says() -> None:
    steps = "\n  - 2026-11-08 =78 light (weight 2)"
    text = goal(
        measurable="from 82 to 75 kg",
        time_bound="2026-10-05 to 2027-01-15",
        milestones=steps,
        readings="\n  - 2026-10-25 =79\n  - 2026-11-15 =77.8",
    )
    assert said(text, "T203") == (
        "“light” was due on 8 November, 2 weeks ago (its number was there on 15 November)",
        "if it is reached, write `done 2026-11-15 2026-11-08 =78 light (weight 2)`; else give it a "
        "new day",
    )


def test_an_overdue_goal_is_told_once_and_not_by_its_milestones() -> None:
    text = goal(
        title="Lay the floor",
        measurable="milestones",
        time_bound="2026-08-03 to 2026-10-31",
        milestones="2026-10-01 half of it",
    )
    assert codes(text) == ["T106"]


def test_a_goal_is_not_overdue_because_one_that_serves_it_is() -> None:
    text = journal(
        above=goal(title="Cross the hills on foot", measurable="goals"),
        below=goal(
            relevant="above", time_bound="2026-09-07 to 2026-11-15", readings="2026-11-15 =9"
        ),
    )
    assert [(f.code, f.place.path) for f in findings_of(text)] == [
        ("T106", "content/goals/below.md")
    ]


def test_a_habit_whose_time_is_over_is_to_be_closed() -> None:
    text = goal(
        title="Run at lunch",
        measurable="3 times a week",
        time_bound="2026-09-07 to 2026-11-15",
        readings="2026-11-15 +3",
    )
    assert "status: {is: done" in said(text, "T106")[1]
    assert "and is still active: " in said(text, "T106")[0]


def test_an_average_without_a_unit_is_to_be_written_as_an_average() -> None:
    low, high = goal(measurable="average at least 7"), goal(measurable="average at most 7")
    assert "`measurable: average at least 7 " in said(low, "M105")[1]
    assert "`measurable: average at most 7 " in said(high, "M105")[1]


def test_a_vision_needs_neither_figure_nor_date() -> None:
    text = journal(
        vision=goal(
            title="Grow old in good health",
            measurable="goals",
            horizon="vision",
            time_bound=None,
            relevant=None,
            obstacles=None,
        ),
        run=goal(relevant="vision"),
    )
    assert codes(text) == []


def test_every_message_says_what_to_write() -> None:
    from milepost.checks.catalogue import checks
    from milepost.journal.examples import examples_of

    for rule in checks():
        for text in examples_of(rule.rule.text).flagged:
            for found in findings_of(text):
                assert found.message[0] in "“`0123456789" or found.message[0].islower(), found
                assert not found.message.endswith("."), found
                assert not found.help.endswith("."), found
                assert "None" not in found.message + found.help, found
                assert "  " not in found.message + found.help, found


@pytest.mark.parametrize(
    ("front", "asked"),
    [
        ("measurable: 24 books at 2 a week\ntime_bound: 2026-11-02 to 2027-01-25", False),
        ("measurable: 24 books at 2 a week\ntime_bound: 2026-11-02 to 2027-02-01", False),
        ("measurable: 24 books at 2 a week\ntime_bound: 2026-11-02 to 2027-02-04", True),
        ("measurable: 24 books\npace: 2 a week\ntime_bound: 2026-11-02 to 2027-03-12", True),
        ("measurable: from 86 to 80 kg at 0.5 a week\ntime_bound: 2026-11-02 to 2027-03-12", True),
        # A rate that is meant for the weeks without a break.
        (
            "measurable: 24 books at 2 a week\ntime_bound: 2026-11-02 to 2027-02-22\n"
            "breaks: 2026-12-07 to 2027-01-03",
            False,
        ),
        ("measurable: 1 book at 1 a week\ntime_bound: 2026-11-16 to 2026-11-22", False),
    ],
)
def test_rate_total_and_date_are_asked_about_where_they_differ(front: str, asked: bool) -> None:
    text = (
        f"---\ntitle: Read on\n{front}\nrelevant: value joy\n"
        "obstacles: if I am tired, then I rest\n---"
    )

    assert ("T108" in [finding.code for finding in findings_of(text)]) is asked


def test_both_rates_are_named_with_three_ways_out() -> None:
    text = (
        "---\ntitle: Read 24 books\nmeasurable: 24 books at 2 a week\n"
        "time_bound: 2026-11-02 to 2027-03-12\n---"
    )
    found = next(finding for finding in findings_of(text) if finding.code == "T108")

    assert found.message == (
        "a rate of 2 books a week is written, and 24 books by 12 March 2027 would take 1.29 a week"
    )
    assert found.help == (
        "write `time_bound: 2026-11-02 to 2027-01-25` if the rate does, or `measurable: 24 books` "
        "if the due date holds, or `measurable: 37 books` if both do"
    )
