"""The text judge: a goal as a sentence, and what it is by its wording alone."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.checks.wording.judgement import Judgement, judge


def kinds(text: str, criterion: str = "") -> set[str]:
    return {r.kind for r in judge(text).reasons if criterion in ("", r.criterion)}


def told(text: str, kind: str) -> list[str]:
    return [reason.words for reason in judge(text).reasons if reason.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Read 24 books by 31 December 2026",
        "Run 10 km in under 50 minutes",
        "Increase the share of adults who cycle to work from 62 % to 70 %",
        "Save €3k for an emergency fund by June",
        "Meditate every day",
        "Ask a question at least twice in every meeting",
        "Halve the number of open tickets",
        "Put a third of every pay rise aside",
        "No phone after 9 pm for 30 days",
        "Zero falls on the ward",
        "Lose 6–8 kg before the wedding",
        "RAISE £2,500 FOR THE HOSPICE BY 1 MAY",
        "read 24 books this year",
        "i send 3 CV each day",
        "Churn below 3 %",
        "Call on all 12 pupils in each lesson",
        "To feel safer with drips, I will set up five under supervision",
    ],
)
def test_a_figure_or_a_habit_makes_a_goal_measurable(text: str) -> None:
    assert judge(text).measurable
    assert judge(text).smart


@pytest.mark.parametrize(
    "text",
    [
        "Pass the bar exam in July",
        "Ship the new billing flow to all customers",
        "Get promoted to team lead before the end of 2026",
        "Earn the AWS Solutions Architect certificate by September",
        "Hand in my thesis before my defence",
        "Become a registered nurse by June 2027",
        "Get an A in organic chemistry this semester",
        "Reach level B1 in Dutch by the end of the year",
        "Convert the garage into a workshop by the end of summer",
        "Quit smoking completely by 1 March",
        "Be debt-free by the end of 2027",
        "Have a signed contract as a UX designer by 1 September",
        "I want to pass the driving test by my birthday",
        "Close the overdraft for good by payday in June",
        "Be able to read a page in Swedish without a dictionary by midsummer",
    ],
)
def test_what_is_plainly_done_or_not_needs_no_figure(text: str) -> None:
    assert judge(text).smart


@pytest.mark.parametrize(
    "text",
    [
        "Make a dent in the backlog this sprint",
        "Win the hearts of our customers",
        "Live in the moment",
        "Write every day like Hemingway",
        "Have our strongest H2 ever",
        "Stay injury-free and have fun",
        "To feel more confident in meetings, I will work on my voice",
        "Be able to cope with stress by the end of term",
    ],
)
def test_a_saying_promises_nothing_that_could_be_found_done(text: str) -> None:
    assert not judge(text).measurable
    assert not judge(text).smart


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Improve customer satisfaction", "direction-without-figure"),
        ("Read more", "direction-without-figure"),
        ("Become fluent in Spanish", "state-verb-without-figure"),
        ("Understand the market", "state-verb-without-figure"),
        ("Work on my communication", "effort-without-figure"),
        ("Maybe go back to university", "hedge-without-figure"),
        ("Get fit", "too-short"),
        ("Build a world-class organisation", "buzzword"),
        ("Financial independence for my family", "no-outcome"),
    ],
)
def test_a_vague_goal_is_told_why(text: str, kind: str) -> None:
    judgement = judge(text)

    assert not judgement.smart
    assert not judgement.specific
    assert not judgement.measurable
    assert kind in kinds(text, "specific")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Become an expert in Web 2.0", "2.0"),
        ("Climb K2 with my brother", "K2"),
        ("Get better at my B2 German", "B2"),
        ("Improve the processes on ward 4", "4"),
        ("Be more agile with GPT-4", "GPT-4"),
        ("Improve the 2025 budget", "2025"),
        ("Improve my one-on-one meetings", "one-on-one"),
        ("Give 110 % at work", "110"),
    ],
)
def test_a_name_with_digits_measures_nothing(text: str, name: str) -> None:
    assert not judge(text).measurable
    assert any(name in words for words in told(text, "figure-is-only-a-name"))


@pytest.mark.parametrize(
    "text",
    [
        "Run my own firm with 10 employees someday",
        "Eventually publish 3 novels",
        "Save 10,000 euros as fast as possible",
        "Read 20 books soon",
    ],
)
def test_an_open_ended_time_undoes_a_good_goal(text: str) -> None:
    assert judge(text).measurable
    assert not judge(text).smart
    assert "open-ended-time" in kinds(text, "time_bound")


def test_no_later_than_is_not_open_ended() -> None:
    assert judge("Publish 3 papers no later than 5 May").smart


def test_a_key_result_whose_quarter_is_implied_is_smart_but_names_no_time() -> None:
    judgement = judge("Reduce median build time from 14 to 6 minutes")

    assert judgement.smart
    assert not judgement.time_bound
    assert "no-deadline" in {reason.kind for reason in judgement.reasons}


def test_avoidance_is_mentioned_but_does_not_make_a_goal_vague() -> None:
    judgement = judge("Stop smoking by 1 June")

    assert judgement.smart
    assert told("Stop smoking by 1 June", "avoidance") == ["Stop"]


def test_no_more_than_is_a_limit_and_not_avoidance() -> None:
    assert "avoidance" not in kinds("Eat out no more than twice a month")


def test_words_in_a_title_promise_nothing() -> None:
    assert judge("Complete the “Feel Better, Do More” course by 15 May").smart


def test_a_better_life_as_purpose_does_not_make_the_goal_vague() -> None:
    assert judge("Finish my degree by June so that I feel more confident").smart


def test_a_metric_with_a_period_is_still_only_a_direction() -> None:
    judgement = judge("Increase monthly revenue")

    assert not judgement.smart
    assert not judgement.time_bound
    assert judge("Grow monthly revenue to $40,000").smart


def test_a_rhythm_measures_an_action_but_not_a_wish() -> None:
    assert judge("Floss every night").measurable
    assert not judge("Be more patient every day").measurable
    assert not judge("Learn something new every day").measurable


def test_the_number_of_what_one_has_says_not_how_much() -> None:
    assert not judge("Build better relationships with my two brothers").measurable


@pytest.mark.parametrize(
    "text",
    [
        "Ship dark mode",
        "Obtain UK citizenship",
        "Submit the thesis",
        "Finish my PhD",
        "Get into medical school",
        "House deposit by Christmas",
        "Will written by year-end",
    ],
)
def test_few_words_are_enough_where_they_say_what_is_done(text: str) -> None:
    assert judge(text).smart


@pytest.mark.parametrize(
    "text",
    [
        "Complete my work",
        "Pass my classes",
        "Launch great products",
        "Win new clients",
        "Get rich by 40",
        "Less stress by Easter",
        "Deliver customer value",
    ],
)
def test_few_words_without_an_edge_are_not(text: str) -> None:
    assert not judge(text).smart


@pytest.mark.parametrize(
    "text",
    [
        "Strengthen ties with our top 20 accounts",
        "Improve morale across our 12 stores",
        "Improve the 3 main processes",
        "Improve 30-day retention",
        "Support our 20 volunteers",
        "Live by the 7 Habits",
        "Be a Six Sigma organisation",
        "Get the most out of my 20s",
        "Learn a third language",
    ],
)
def test_a_number_that_only_tells_whom_or_names_measures_nothing(text: str) -> None:
    assert not judge(text).measurable


def test_what_is_to_be_learned_may_be_counted() -> None:
    assert judge("Learn the 50 state capitals by Friday").measurable


def test_each_reason_quotes_the_text() -> None:
    text = "I’d like to be  more organised by 30 June"

    assert told(text, "hedge-without-figure") == ["I’d like"]
    assert told(text, "direction-without-figure") == ["more"]
    assert told(text, "deadline") == ["by 30 June"]


def test_a_reason_without_a_narrower_place_spans_the_whole_text() -> None:
    reason = next(r for r in judge("Find inner peace").reasons if r.kind == "no-figure")

    assert reason.span == (0, len("Find inner peace"))


def test_nothing_written_is_neither_specific_nor_measurable() -> None:
    judgement = judge("  ")

    assert not judgement.specific
    assert not judgement.measurable
    assert not judgement.smart


def test_a_language_without_words_is_left_alone() -> None:
    assert judge("Mehr Sport machen", language="de") == Judgement(True, True, True, True, ())
    assert judge("Read more", language="en-GB") == judge("Read more")
    assert judge("Read more", language="../en") == Judgement(True, True, True, True, ())


WORDS = "Improve read more by before the end of my 30 June 2026 Q3 1,200 € % every day K2".split()
ODD = ["someday", "“", "’s", "—", "ǅ", "İ", "\t", "10-12k", "a dozen", "in 6 weeks", "31/12/26"]
SCRAPS = st.lists(st.sampled_from([*WORDS, *ODD]), max_size=14).map(" ".join)
TEXTS = st.text() | st.text(alphabet=string.printable) | SCRAPS


@given(TEXTS)
def test_any_text_is_judged_and_every_span_lies_within_it(text: str) -> None:
    for reason in judge(text).reasons:
        start, end = reason.span
        assert 0 <= start <= end <= len(text)
        assert text[start:end] == reason.words


@given(TEXTS)
def test_the_same_text_is_judged_the_same(text: str) -> None:
    assert judge(text) == judge(text)


@given(TEXTS)
def test_the_marks_follow_from_the_reasons(text: str) -> None:
    judgement = judge(text)
    for_it = {reason.criterion for reason in judgement.reasons if reason.holds}

    assert judgement.measurable is ("measurable" in for_it)
    assert judgement.time_bound is ("time_bound" in for_it)
    assert judgement.smart <= judgement.measurable


PLAIN = st.tuples(
    st.sampled_from(["read", "write", "visit", "call"]),
    st.integers(2, 400),
    st.sampled_from(["books", "letters", "customers", "pages"]),
    st.sampled_from(["", "by 30 june", "this year", "in 6 weeks", "before my exam", "by friday"]),
).map(lambda parts: " ".join(str(part) for part in parts if part))


@given(PLAIN)
def test_capitals_change_nothing_in_a_plain_goal(text: str) -> None:
    for written in (text.upper(), text.capitalize(), text.title()):
        assert judge(written).measurable
        assert judge(written).time_bound is judge(text).time_bound


@given(st.sampled_from(["improve", "increase", "reduce"]), st.sampled_from(["sales", "my form"]))
def test_a_direction_gets_its_figure_from_a_number(verb: str, what: str) -> None:
    assert not judge(f"{verb} {what}").smart
    assert judge(f"{verb} {what} by 15 %").smart
