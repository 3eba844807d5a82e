"""Actions of a whole journal: one by its words, carried over, due, for whom, planned and done."""

from __future__ import annotations

from datetime import date

import pytest
from written import report

from milepost.journal.values import Week
from milepost.journal.words import Visibility
from milepost.progress.actions import Action, Actions, Fate, WeekOfActions

DAY = date(2026, 11, 22)
NOW = Week(2026, 47)


def actions(text: str, day: date = DAY, audience: Visibility = Visibility.PRIVATE) -> Actions:
    """The actions of a journal that is written in a text."""
    return report(text, day, audience).actions


def only(text: str, day: date = DAY) -> Action:
    """The one action of a journal."""
    (found,) = actions(text, day).all
    return found


def weekly(**boxes: str) -> str:
    """A journal of weekly entries with one line each: `W46="- [ ] Ring"`."""
    return "\n".join(
        f"== content/journal/2026-{week}.md ==\n{line}" for week, line in boxes.items()
    )


def test_where_actions_stand() -> None:
    found = actions("""
        == content/goals/earn-pmp.md ==
        # Earn the PMP certification
        - [ ] Read the handbook
        == content/journal/2026-W47.md ==
        ## Plans
        - [ ] Book the room
        == content/reviews/2026-10.md ==
        - [ ] Ask for the terms
        == content/pages/moving.md ==
        - [ ] Boxes
        == content/log/2026-03-12-risk.md ==
        ---
        kind: course
        ---
        - [ ] Read the last chapter
        == content/profile.md ==
        - [ ] Write the vision
    """)
    assert [(one.words, one.path, one.line, one.goals) for one in found.all] == [
        ("Book the room", "content/journal/2026-W47.md", 2, ()),
        ("Read the handbook", "content/goals/earn-pmp.md", 2, ("earn-pmp",)),
        ("Ask for the terms", "content/reviews/2026-10.md", 1, ()),
        ("Boxes", "content/pages/moving.md", 1, ()),
        ("Read the last chapter", "content/log/2026-03-12-risk.md", 4, ()),
        ("Write the vision", "content/profile.md", 1, ()),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Book it #earn-pmp",
        "Book it #Earn-PMP",
        "Book it [[earn-pmp]]",
        "Book it for [[earn-pmp|the exam]]",
        "Book it, as [the goal](../goals/earn-pmp.md) says",
        "Book it [[pmp]]",
        "Book it +earn-pmp",
    ],
)
def test_the_goal_is_named_by_a_tag_or_a_link(line: str) -> None:
    found = actions(f"""
        == content/goals/earn-pmp.md ==
        ---
        aliases: pmp
        ---
        # Earn the PMP certification
        == content/journal/2026-W47.md ==
        - [ ] {line}
    """)
    assert [one.goals for one in found.all] == [("earn-pmp",)]
    assert [one.path for one in found.by_goal["earn-pmp"]] == ["content/journal/2026-W47.md"]


def test_an_action_is_for_each_goal_that_it_names() -> None:
    found = actions("""
        == content/goals/earn-pmp.md ==
        # Earn the PMP certification
        - [ ] Read the handbook #read #read
        == content/goals/read.md ==
        # Read 24 books
        == content/journal/2026-W47.md ==
        - [ ] Book the room #read [[earn-pmp]]
    """)
    assert [one.goals for one in found.all] == [("read", "earn-pmp"), ("earn-pmp", "read")]
    assert {id_: len(every) for id_, every in found.by_goal.items()} == {"read": 2, "earn-pmp": 2}


def test_a_tag_or_a_link_that_names_no_goal_is_a_word() -> None:
    assert only(weekly(W47="- [ ] Book it #garden [[Imke]]")).words == "Book it #garden Imke"


def test_the_same_words_in_several_weeks_are_one_action() -> None:
    found = only(
        weekly(
            W44="- [ ] Ring the notary by 2026-11-08",
            W45="- [ ] ring  the notary @Imke by 2026-11-15",
            W47="- [ ] Ring the notary by 2026-11-29",
        )
    )
    assert (found.carried, found.due, found.people, found.path) == (
        2,
        date(2026, 11, 29),
        (),
        "content/journal/2026-W47.md",
    )
    assert found.weeks == (Week(2026, 44), Week(2026, 45), Week(2026, 47))


def test_it_ends_when_it_is_ticked_and_may_begin_anew() -> None:
    found = actions(weekly(W44="- [ ] Ring", W45="- [x] Ring", W47="- [ ] Ring")).all
    assert [(one.fate, one.carried) for one in found] == [(Fate.DONE, 1), (Fate.OPEN, 0)]


def test_equal_boxes_of_one_entry_are_several() -> None:
    found = actions(weekly(W47="- [x] Run\n- [ ] Run\n- [ ] Run")).all
    assert [one.fate for one in found] == [Fate.DONE, Fate.OPEN, Fate.OPEN]


@pytest.mark.parametrize(
    ("box", "fate"),
    [
        ("[ ]", Fate.OPEN),
        ("[/]", Fate.OPEN),
        ("[?]", Fate.OPEN),
        ("[!]", Fate.OPEN),
        ("[x]", Fate.DONE),
        ("[-]", Fate.CANCELLED),
        ("[>]", Fate.PUT_OFF),
    ],
)
def test_what_a_box_says(box: str, fate: Fate) -> None:
    assert only(weekly(W47=f"- {box} Ring")).fate is fate


def test_what_was_put_off_is_open_again_when_it_comes_back() -> None:
    found = only(weekly(W45="- [>] Ring", W47="- [ ] Ring"))
    assert (found.fate, found.carried) == (Fate.OPEN, 1)


@pytest.mark.parametrize(
    ("line", "fate"),
    [
        ("Ring", Fate.LEFT),
        ("Ring 30 min", Fate.LEFT),
        ("Ring !low", Fate.LEFT),
        ("Ring by 2026-11-29", Fate.OPEN),
        ("Ring !important", Fate.OPEN),
        ("Ring @Imke", Fate.OPEN),
    ],
)
def test_a_plain_plan_is_left_behind_when_a_newer_week_has_plans(line: str, fate: Fate) -> None:
    assert actions(weekly(W46=f"- [ ] {line}", W47="Words only.")).all[0].fate is Fate.OPEN
    assert actions(weekly(W46=f"- [ ] {line}", W47="- [ ] Rest")).all[0].fate is fate


def test_a_box_of_a_review_is_open_until_the_next_of_its_length() -> None:
    month = "== content/reviews/2026-09.md ==\n- [ ] Ask\n"
    assert only(month).fate is Fate.OPEN
    quarter = actions(f"{month}== content/reviews/2026-Q3.md ==\nWords.")
    assert quarter.all[0].fate is Fate.OPEN
    assert actions(f"{month}== content/reviews/2026-10.md ==\nWords.").all[0].fate is Fate.LEFT


def test_boxes_of_a_goal_are_open_while_it_is_alive() -> None:
    text = """
        ---
        status: {}
        ---
        # Earn it
        - [ ] Read
    """
    assert len(actions(text.format("active")).open) == 1
    assert actions(text.format("dropped")).open == ()


@pytest.mark.parametrize(
    ("due", "over", "urgent"),
    [
        ("2026-11-21", 1, True),
        ("2026-11-22", 0, True),
        ("2026-11-29", 0, True),
        ("2026-11-30", 0, False),
    ],
)
def test_overdue_from_the_day_after_and_urgent_within_seven_days(
    due: str, over: int, urgent: bool
) -> None:
    found = only(weekly(W47=f"- [ ] Ring by {due}"))
    assert (found.over(DAY), found.urgent(DAY)) == (over, urgent)


def test_what_is_done_is_never_overdue() -> None:
    found = only(weekly(W47="- [x] Ring by 2026-11-01"))
    assert (found.over(DAY), found.urgent(DAY)) == (0, False)


def test_open_ones_by_day_the_important_first() -> None:
    lines = "- [ ] a\n- [ ] b by 2026-12-02\n- [ ] c by 2026-12-01\n- [ ] d !important"
    assert [one.words for one in actions(weekly(W47=lines)).open] == ["c", "b", "d", "a"]


def test_the_day_it_was_done() -> None:
    assert only(weekly(W46="- [x] Ring")).done == date(2026, 11, 15)
    assert only(weekly(W46="- [x] Ring ✅ 2026-11-11")).done == date(2026, 11, 11)
    assert only("- [x] Ring").done is None
    later = only(weekly(W46="- [x] Ring ✅ 2026-11-23"))
    assert (later.fate, later.done) == (Fate.OPEN, None)


def test_done_lately_begins_on_its_first_day() -> None:
    found = actions(weekly(W46="- [x] Ring ✅ 2026-11-11\n- [x] Rest ✅ 2026-11-12"))
    assert [one.words for one in found.done_since(date(2026, 11, 11))] == ["Rest", "Ring"]
    assert [one.words for one in found.done_since(date(2026, 11, 12))] == ["Rest"]


def test_planned_and_done_by_week() -> None:
    """Plans of a weekly entry are for the week after it, those of a day for that day's week."""
    found = actions("""
        == content/journal/2026-W45.md ==
        - [ ] Ring
        - [ ] Sort
        - [-] Buy
        == content/journal/2026-W46.md ==
        - [x] Ring
        - [ ] Sort
        - [ ] Ask
        == content/journal/2026-11-17.md ==
        - [ ] Pack
        == content/pages/moving.md ==
        - [ ] Boxes by 2026-11-20
        - [x] Van ✅ 2026-11-18
    """)
    assert found.weeks(4) == (
        WeekOfActions(Week(2026, 44), 0, 0, 0),
        WeekOfActions(Week(2026, 45), 0, 0, 0),
        WeekOfActions(Week(2026, 46), 2, 1, 0),
        WeekOfActions(NOW, 5, 1, 1),
    )


def test_what_was_planned_and_never_taken_over_counts_once() -> None:
    found = actions(weekly(W45="- [ ] Ring", W46="- [ ] Sort"))
    assert [week.planned for week in found.weeks(3)] == [0, 1, 1]


def test_a_day_among_the_words_and_a_stop_make_no_other_action() -> None:
    moved = only(
        weekly(
            W45="- [ ] Ring the notary by 2026-11-20 about the deed",
            W46="- [ ] Ring the notary by 2026-11-27 about the deed!",
            W47="- [x] ring the notary about the deed",
        )
    )
    assert (moved.carried, moved.fate) == (2, Fate.DONE)
    assert [one.words for one in actions(weekly(W46="- [ ] Ring?", W47="- [ ] Ring.")).all] == [
        "Ring."
    ]
    assert only(weekly(W47="- [ ] !!!")).words == "!!!"


def test_after_eight_weeks_without_it_the_same_words_are_another_action() -> None:
    assert only(weekly(W39="- [ ] Ring", W47="- [ ] Ring")).carried == 1
    found = actions(weekly(W38="- [ ] Ring", W47="- [ ] Ring")).all
    assert [one.fate for one in found] == [Fate.LEFT, Fate.OPEN]
    assert only(weekly(W38="- [ ] Ring @Imke", W47="- [ ] Ring @Imke")).carried == 1


def test_a_plain_plan_of_more_than_a_year_ago_is_not_looked_for() -> None:
    old = "== content/journal/{}.md ==\n- [ ] Ring{}\n"
    assert len(actions(old.format("2025-11-16", "")).all) == 1
    assert actions(old.format("2025-11-15", "")).all == ()
    assert len(actions(old.format("2025-11-15", " by 2025-12-01")).open) == 1


def test_actions_of_hidden_notes_count_for_nobody_else() -> None:
    text = """
        == content/journal/2026-W46.md ==
        - [ ] Ring @Imke
        == content/journal/2026-W47.md ==
        ---
        visibility: public
        ---
        - [ ] Ring @Imke
        ::: private
        - [ ] Hide
        :::
    """
    assert [one.carried for one in actions(text).open] == [1, 0]
    (seen,) = actions(text, audience=Visibility.PUBLIC).open
    assert (seen.words, seen.carried) == ("Ring", 0)
