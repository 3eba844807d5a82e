"""Rules about weeks: kind ones, and silent where nothing can be done."""

from __future__ import annotations

from datetime import date

from written_goals import codes, findings_of, goal


def entries(*weeks: str, body: str = "Some words.") -> str:
    return "\n".join(f"== content/journal/{week}.md ==\n{body}" for week in weeks)


def messages(text: str, day: date = date(2026, 11, 22)) -> list[str]:
    return [finding.message for finding in findings_of(text, day)]


def test_a_run_of_missing_weeks_is_one_line() -> None:
    text = entries("2026-W36", "2026-W37", "2026-W41", "2026-W42", "2026-W45", "2026-W46")
    assert messages(text) == [
        "2026-W38 to 2026-W40 have no entry",
        "2026-W43 to 2026-W44 have no entry",
    ]


def test_old_gaps_are_forgotten() -> None:
    text = entries("2026-W24", *(f"2026-W{week}" for week in range(34, 47)))
    assert codes(text) == []


def test_a_silence_up_to_today_asks_for_one_line() -> None:
    (found,) = findings_of(entries("2026-W41"))
    assert found.message == "the last entry is of 2026-W41: 5 weeks without a word since"
    assert "`milepost new week`" in found.help


def test_this_week_is_not_missing_yet() -> None:
    assert codes(entries("2026-W46")) == []


def test_a_break_explains_the_gap() -> None:
    rest = goal(breaks="2026-11-02 to 2026-11-15 knee")
    text = f"== content/goals/run.md ==\n{rest}\n" + entries("2026-W44")
    assert "J101" not in codes(text)


def test_a_few_dates_ahead_are_slips_and_each_is_told() -> None:
    text = entries("2026-W20", "2026-W21", "2026-W22", "2026-W23")
    assert messages(text, date(2026, 5, 21)) == [
        "this entry is of 2026-W22, which begins after today (2026-05-21)",
        "this entry is of 2026-W23, which begins after today (2026-05-21)",
    ]


def test_many_dates_ahead_mean_that_the_day_is_a_past_one() -> None:
    text = entries("2026-W20", "2026-W21", *(f"2026-W{week}" for week in range(22, 40)))
    assert messages(text, date(2026, 5, 21)) == [
        "18 entries, readings and days of closing are dated after 2026-05-21, this one first, on "
        "2026-05-25; they are left out"
    ]


def test_a_reading_of_an_entry_ahead_is_not_told_twice() -> None:
    text = (
        f"== content/goals/run.md ==\n{goal()}\n"
        "== content/journal/2027-W46.md ==\n---\nprogress: {run: 12}\n---\n"
    )
    assert codes(text) == ["J102"]


def test_a_plan_comes_back_four_times_before_it_is_told() -> None:
    weeks = [f"2026-W{week}" for week in range(42, 47)]
    body = "- [ ] Ring the notary"
    assert messages(entries(*weeks, body=body)) == [
        "“Ring the notary” has been carried over 4 times, since 2026-W42"
    ]
    assert codes(entries(*weeks[1:], body=body)) == []


def test_the_next_week_is_asked_for_from_friday_on() -> None:
    text = entries("2026-W47")
    days = {day: messages(text, date(2026, 11, day)) for day in (18, 19, 20, 22)}
    assert days == {18: [], 19: [], 20: ["no plan for next week"], 22: ["no plan for next week"]}


def test_on_monday_last_weeks_entry_is_asked() -> None:
    assert messages(entries("2026-W47"), date(2026, 11, 23)) == ["no plan for next week"]
    plans = "## Next steps\n- [x] all done"
    assert messages(entries("2026-W47", body=plans), date(2026, 11, 23)) == []


def test_a_heading_with_nothing_below_it_is_no_plan() -> None:
    assert codes(entries("2026-W47", body="## Plans\n- [ ]\n<!-- what next? -->")) == ["J104"]
    assert codes(entries("2026-W47", body="## Plans\nRest.")) == []


def test_notes_of_a_day_are_not_asked_for_plans() -> None:
    assert codes(entries("2026-11-21")) == []


def test_reviews_are_asked_for_only_where_some_are_written() -> None:
    weeks = entries(*(f"2026-W{week}" for week in range(35, 47)))
    month = "\n== content/reviews/2026-09.md ==\nA good month."
    assert codes(weeks) == []
    assert messages(weeks + month) == ["the review of 2026-10 is not written yet"]


def test_half_a_year_without_a_review_asks_for_the_last_quarter() -> None:
    weeks = entries(*(f"2026-W{week}" for week in range(10, 47)))
    assert messages(weeks) == ["the review of 2026-Q3 is not written yet"]


def test_a_review_has_a_week_of_grace() -> None:
    weeks = entries(*(f"2026-W{week}" for week in range(35, 45)))
    month = "\n== content/reviews/2026-09.md ==\nA good month."
    assert messages(weeks + month, date(2026, 11, 6)) == []
