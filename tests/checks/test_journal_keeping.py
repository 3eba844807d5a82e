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


def box(line: str, week: str = "2026-W46") -> str:
    return f"== content/journal/{week}.md ==\n- [ ] {line}\n"


def test_an_action_is_long_overdue_from_the_fifteenth_day_on() -> None:
    assert "J109" not in codes(box("Ring by 2026-11-08"))
    (found,) = [f for f in findings_of(box("Ring by 2026-11-07")) if f.code == "J109"]
    assert found.message == "“Ring” was due on 7 November, over 2 weeks ago"
    assert (found.place.line, found.place.column) == (1, 7)


def test_an_action_that_was_carried_over_is_asked_about_once() -> None:
    weeks = ["2026-W43", "2026-W44", "2026-W45", "2026-W46", "2026-W47"]
    text = "".join(box("Ring by 2026-11-01", week) for week in weeks[1:])
    found = [f for f in findings_of(text) if f.code in {"J103", "J109"}]
    assert [(f.code, f.place.path) for f in found] == [("J109", "content/journal/2026-W47.md")]
    text = "".join(box("Ring by 2026-11-01", week) for week in weeks)
    found = [f for f in findings_of(text) if f.code in {"J103", "J109"}]
    assert [(f.code, f.place.path) for f in found] == [("J103", "content/journal/2026-W47.md")]


def test_a_plan_with_another_day_is_the_same_plan() -> None:
    weeks = enumerate(range(43, 48), 10)
    text = "".join(box(f"Ring by 2026-11-{day}", f"2026-W{week}") for day, week in weeks)
    (found,) = [f for f in findings_of(text) if f.code == "J103"]
    assert found.message == "“Ring” has been carried over 4 times, since 2026-W43"


def test_an_action_without_a_day_points_at_the_sign() -> None:
    (found,) = [f for f in findings_of(box("Ring by 2026-11-31 soon")) if f.code == "J107"]
    assert (found.place.column, found.place.end_column) == (12, 25)
    assert "there is no 31 November 2026" in found.message
