"""The word for how a goal stands, and the one sentence that says why."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import count, day, goal, level, readings, stands, weeks

from milepost.journal.model import Goal, Journal
from milepost.journal.values import Declared, Milestone
from milepost.journal.words import Mode, State
from milepost.progress.measure import measure
from milepost.progress.status import after, by_chance
from milepost.progress.values import Status
from milepost.voice.english import ENGLISH
from milepost.voice.measures import summary
from milepost.voice.reasons import reason

ARTICLES = goal(count(6, "articles"), "2026-01-05 to 2026-06-30")
BOOKS = goal(count(24, "books"), "2026-01-05 to 2026-12-31")


def test_a_probability_means_a_word() -> None:
    assert [after(None, p).value for p in (0.1, 0.25, 0.59, 0.6, 0.95)] == [
        "off track", "at risk", "at risk", "on track", "ahead",
    ]  # fmt: skip


def test_a_status_is_left_only_well_past_its_border() -> None:
    assert after(Status.ON_TRACK, 0.54) is Status.ON_TRACK
    assert after(Status.ON_TRACK, 0.52) is Status.AT_RISK
    assert after(Status.AT_RISK, 0.66) is Status.AT_RISK
    assert after(Status.AT_RISK, 0.67) is Status.ON_TRACK
    assert after(Status.OFF_TRACK, 0.31) is Status.OFF_TRACK
    assert after(Status.AHEAD, 0.89) is Status.AHEAD
    assert after(Status.AHEAD, 0.87) is Status.ON_TRACK
    assert after(Status.ON_TRACK, 0.95) is Status.AHEAD


def test_the_past_decides_between_two_words() -> None:
    assert by_chance([0.55, 0.58, 0.80]) is Status.ON_TRACK
    assert by_chance([0.62, 0.58, 0.40]) is Status.AT_RISK


@given(st.lists(st.floats(0, 1), min_size=1, max_size=25))
def test_looking_back_only_as_far_as_needed_finds_what_the_whole_row_gives(
    row: list[float],
) -> None:
    status = None
    for probability in row:
        status = after(status, probability)
    assert by_chance(reversed(row)) is status


def test_too_early_for_two_weeks() -> None:
    found = stands(ARTICLES, readings("2026-01-10 1"), "2026-01-12")
    assert found.status is Status.TOO_EARLY
    assert reason(ENGLISH, found) == "Too early to say after 8 days of 25 weeks; 1 of 6 articles."


def test_it_has_not_begun() -> None:
    found = stands(ARTICLES, (), "2026-01-02")
    assert (found.status, reason(ENGLISH, found)) == (Status.TOO_EARLY, "Starts on 5 January.")


def test_five_weeks_left_and_half_the_way_to_go() -> None:
    given_ = readings("2026-02-20 1\n2026-04-26 1\n2026-05-20 1")
    found = stands(ARTICLES, given_, "2026-05-26")
    assert found.status is Status.OFF_TRACK
    assert reason(ENGLISH, found) == (
        "3 of 6 articles with 5 weeks left; needs one every 12 days, the last took 24."
    )


def test_a_lively_reader_is_on_track() -> None:
    found = stands(BOOKS, weeks("2026-01-05", *[1, 0] * 13), "2026-07-05")
    assert found.status in {Status.ON_TRACK, Status.AT_RISK}
    assert summary(ENGLISH, found) == "13 of 24 books"


def test_a_level_says_what_it_needs_and_what_it_does() -> None:
    kg = goal(level(82, 75, "kg"), "2026-01-05 to 2026-06-30")
    falling = weeks("2026-01-05", 82, 81.6, 81.9, 90, 80.8, 80.5, mode=Mode.LEVEL)
    found = stands(kg, falling, "2026-02-17")
    assert summary(ENGLISH, found) == "80.5 kg, going from 82 to 75"
    assert reason(ENGLISH, found) == (
        "80.5 kg, going from 82 to 75 with 19 weeks left; needs 0.29 kg a week down, lately 0.3."
    )


def test_nothing_heard_for_three_weeks() -> None:
    found = stands(ARTICLES, readings("2026-02-01 1"), "2026-02-23")
    assert found.status is Status.NO_DATA
    assert reason(ENGLISH, found) == "No reading for 3 weeks; so far 1 of 6 articles."


def test_a_reading_that_meets_the_target() -> None:
    found = stands(ARTICLES, readings("2026-02-01 4\n2026-06-02 2"), "2026-09-01")
    assert found.status is Status.ACHIEVED
    assert (
        reason(ENGLISH, found) == "6 of 6 articles, reached on 2 June, 4 weeks before it was due."
    )
    assert found.closing is not None
    assert (found.closing.grade, found.closing.colour) == (1.0, "green")


def test_due_and_not_met() -> None:
    found = stands(ARTICLES, readings("2026-02-01 4"), "2026-07-12")
    assert found.status is Status.OVERDUE
    assert reason(ENGLISH, found) == "Due on 30 June, 12 days ago; 4 of 6 articles."


def test_due_not_met_and_closed_with_a_grade() -> None:
    closed = goal(count(6, "articles"), "2026-01-05 to 2026-06-30", grade=0.6)
    found = stands(closed, readings("2026-02-01 4"), "2026-07-12")
    assert found.status is Status.MISSED
    assert found.closing is not None
    assert (found.closing.grade, found.closing.colour) == (0.6, "amber")


@pytest.mark.parametrize(
    ("state", "status", "said"),
    [
        (State.DROPPED, Status.DROPPED, "Dropped on 1 March: the magazine closed."),
        (State.PAUSED, Status.PAUSED, "Paused since 1 March: the magazine closed."),
        (State.REPLACED, Status.REPLACED, "Replaced on 1 March: the magazine closed."),
        (State.SOMEDAY, Status.SOMEDAY, "Someday, not begun: the magazine closed."),
        (State.DONE, Status.ACHIEVED, "You called it done on 1 March: the magazine closed."),
    ],
)
def test_what_the_author_says_settles_it(state: State, status: Status, said: str) -> None:
    declared = Declared(state, "the magazine closed", day("2026-03-01"))
    one = goal(count(6, "articles"), "2026-01-05 to 2026-06-30", status=declared)
    found = stands(one, readings("2026-02-01 1"), "2026-03-10")
    assert (found.status, reason(ENGLISH, found)) == (status, said)
    assert stands(one, readings("2026-02-01 1"), "2026-02-10").status.living


def with_milestones(*milestones: Milestone) -> Goal:
    return goal(None, "2026-01-01 to 2026-12-31", milestones=milestones)


def test_milestones_are_on_track_until_one_is_late() -> None:
    one = with_milestones(
        Milestone("Outline", day("2026-02-01"), done=True),
        Milestone("Draft", day("2026-05-12")),
    )
    assert stands(one, (), "2026-05-12").status is Status.ON_TRACK
    late = stands(one, (), "2026-05-20")
    assert late.status is Status.AT_RISK
    assert reason(ENGLISH, late) == "1 of 2 milestones with 32 weeks left; “Draft” is 8 days late."
    assert stands(one, (), "2026-06-10").status is Status.OFF_TRACK
    assert late.late_milestones == (one.milestones[1],)


def test_nothing_begun_two_weeks_before_the_end() -> None:
    one = goal(None, "2026-10-01 to 2026-12-31", milestones=(Milestone("Everything"),))
    assert stands(one, (), "2026-12-10").status is Status.ON_TRACK
    found = stands(one, (), "2026-12-20")
    assert found.status is Status.AT_RISK
    assert reason(ENGLISH, found) == "0 of 1 milestone with 11 days left; nothing is done yet."


def test_a_measure_that_cannot_be_read_is_not_told_as_yes_or_no_when_its_time_is_over() -> None:
    one = replace(goal(None, "2026-01-01 to 2026-06-30"), unread=frozenset({"measurable"}))
    found = stands(one, (), "2026-07-12")
    assert found.status is Status.UNREAD
    assert reason(ENGLISH, found).startswith("Measure cannot be read")


def test_a_circle_and_a_stranger_do_no_harm() -> None:
    assert reason(ENGLISH, measure(Journal(goals=(goal(),)), day("2026-01-01")).standings["goal"])


@given(st.integers(0, 120))
def test_the_word_of_a_day_is_the_same_however_often_it_is_asked(gone: int) -> None:
    on = (day("2026-02-01") + timedelta(days=gone)).isoformat()
    given_ = weeks("2026-01-05", *[0, 1, 1] * 8)
    first = stands(BOOKS, given_, on)
    assert first == stands(BOOKS, given_, on)
