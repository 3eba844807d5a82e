"""The pages of the person: skills, the vision with values in action, the balance of the areas."""

from __future__ import annotations

import re
from datetime import date

import pytest
from chart_makers import astray
from hypothesis import given
from hypothesis import strategies as st
from site_makers import page, site

from milepost.journal.words import Visibility
from milepost.site.charts.dots import Row, dots
from milepost.site.charts.levels import levels_chart
from milepost.voice.english import ENGLISH

PUBLIC = Visibility.PUBLIC
GOAL = """
== content/goals/lease.md ==
---
title: Sign the lease
time_bound: 2026-01-05 to 2027-03-01
requires: [negotiation 4, Excel 2]
visibility: public
---
"""
PROFILE = """
== content/profile.md ==
---
values: [care, play]
skills:
  negotiation:
    demand: 5
    levels: [2025-01-10 2 one flat, 2026-03-01 3 two flats]
  Excel: 2
visibility: public
---
"""


def plain(text: str) -> str:
    """The words of a page in one line."""
    main = text[text.index("<main") : text.index("</main>")]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


# --- skills ----------------------------------------------------------------------------------


def test_the_page_says_what_is_short_by_when_and_what_shows_the_rest() -> None:
    words = plain(page(site(GOAL + PROFILE), "skills/"))
    assert "1 of 2 skills that the open goals ask for is short: negotiation." in words
    assert "3 of 5 now; 4 of 5 needed by 1 Mar 2027." in words
    assert "Nothing leads there yet" in words
    assert "1 Mar 3 of 5 two flats 10 Jan 2025 2 of 5 one flat" in words
    assert "2 of 5 now, as much as is needed." in words


def test_the_table_says_what_the_picture_does() -> None:
    made = page(site(GOAL + PROFILE), "skills/")
    assert "<tr><td>negotiation</td><td>3</td><td>4</td><td>1\u00a0Mar 2027</td>" in made.replace(
        "1 Mar", "1\u00a0Mar"
    )
    assert 'aria-label="negotiation: have 3, need 4 and asked for 5"' in made
    assert 'aria-label="Excel: have 2 and need 2"' in made


def test_a_step_that_names_the_skill_is_a_plan() -> None:
    step = "milestones: [2026-12-12 a course in negotiation]\nrequires:"
    words = plain(page(site(GOAL.replace("requires:", step) + PROFILE), "skills/"))
    assert "A step towards it is planned." in words
    assert "4 of 5 needed by 12 Dec, for a course in negotiation" in words


def test_without_skills_there_is_no_page_and_no_link_to_one() -> None:
    made = site("== content/goals/lease.md ==\n---\ntitle: Sign the lease\n---\n")
    assert "skills/index.html" not in made.pages
    assert not [name for name, data in made.pages.items() if b"skills/" in data]


def test_a_page_of_ones_own_by_that_name_keeps_its_address() -> None:
    own = "== content/pages/skills.md ==\n---\ntitle: What I can do\n---\nA word.\n"
    made = site(PROFILE + own)
    assert "What I can do" in page(made, "skills/")
    assert "negotiation" in page(made, "skills-2/").lower()
    assert made.findings == ()


def test_the_goal_says_what_it_needs_and_what_is_there() -> None:
    words = plain(page(site(GOAL + PROFILE), "goals/lease/"))
    assert "Skills it needs: negotiation 4 (have 3), Excel 2 (have 2)" in words


def test_of_a_hidden_profile_no_level_is_told_and_nothing_is_called_short() -> None:
    hidden = PROFILE.replace("visibility: public", "visibility: private")
    made = site(GOAL + hidden, audience=PUBLIC)
    words = plain(page(made, "skills/"))
    assert "The open goals ask for 2 skills." in words
    assert "short" not in words
    assert "have" not in plain(page(made, "goals/lease/"))


def test_others_are_not_told_that_nothing_leads_there_since_it_may_be_hidden() -> None:
    plan = "== content/goals/course.md ==\n---\ntitle: A course in negotiation\n---\n"
    assert "Nothing leads" not in plain(page(site(GOAL + PROFILE, audience=PUBLIC), "skills/"))
    planned = site(GOAL + PROFILE + plan, audience=PUBLIC)
    assert "is planned" not in plain(page(planned, "skills/"))
    assert "is planned" in plain(page(site(GOAL + PROFILE + plan), "skills/"))


# --- the vision ------------------------------------------------------------------------------

LIVED = """
== content/goals/tend.md ==
---
title: Tend the roof
relevant: value care
visibility: public
---
== content/journal/2026-W46.md ==
---
title: A week on the roof
tags: [care]
visibility: public
---
"""


def test_values_are_shown_where_they_are_lived() -> None:
    words = plain(page(site(PROFILE + LIVED), "vision/"))
    assert (
        "care Tend the roof Week 46 A week on the roof play no goal and no entry names it yet"
        in words
    )


def test_others_are_not_told_that_a_value_rests() -> None:
    words = plain(page(site(PROFILE + LIVED, audience=PUBLIC), "vision/"))
    assert "A week on the roof" in words
    assert "names it yet" not in words


def test_of_many_entries_the_latest_are_named_and_the_others_counted() -> None:
    weeks = "".join(
        f"== content/journal/2026-W{week}.md ==\n---\ntitle: Week of {week}\ntags: [play]\n---\n"
        for week in range(41, 46)
    )
    words = plain(page(site(PROFILE + weeks), "vision/"))
    assert "Week of 45 Week 44 Week of 44 Week 43 Week of 43 and 2 earlier entries" in words


PERSON = """
== content/profile.md ==
---
strengths: [patience]
personality: Slow to start
satisfaction: {2025: "job 6, field 9, a hard year", 2026: job 8}
experiences: [see the aurora, done 2026-11-22 swim at night, done 2026-11-23 sail]
visibility: public
---
== content/journal/2026-W46.md ==
Energised by: a walk
== content/journal/2026-W47.md ==
Energised by: a walk
Drained by: mail
"""


def test_the_owner_reads_of_strengths_energy_satisfaction_and_experiences() -> None:
    made = page(site(PERSON), "vision/")
    words = plain(made)
    assert "Strengths for you alone patience" in words
    assert "Personality for you alone Slow to start" in words
    assert "a walk told 2 times," in words
    assert "<tr><td>2026</td><td>8</td><td>–</td></tr>" in made
    assert "2025 a hard year" in words


def test_an_experience_is_had_from_its_day_on() -> None:
    made = page(site(PERSON), "vision/")
    boxes = re.findall(r'class="box( done)?".*?</span>([\w ]+)', made)
    assert boxes == [("", "see the aurora"), (" done", "swim at night "), ("", "sail ")]


@pytest.mark.parametrize("audience", [Visibility.SHARED, PUBLIC])
def test_others_read_only_what_the_profile_shows(audience: Visibility) -> None:
    words = plain(page(site(PERSON, audience=audience), "vision/"))
    assert "see the aurora" in words
    assert not re.search("patience|Slow|hard year|Satisfaction", words)
    shown = PERSON.replace("strengths:", "show: [strengths, satisfaction]\nstrengths:")
    words = plain(page(site(shown, audience=audience), "vision/"))
    assert re.findall("patience|Slow|hard year|for you alone", words) == ["patience", "hard year"]


# --- the balance -----------------------------------------------------------------------------

MARKS = """
== content/profile.md ==
---
areas: [work, home]
---
== content/journal/2025-11-10.md ==
---
areas: {work: 9}
---
== content/journal/2026-08-10.md ==
---
areas: {work: 4, home: 6}
---
== content/journal/2026-11-10.md ==
---
areas: {work: 7, home: 5}
---
== content/journal/2026-11-17.md ==
---
areas: {work: 8, home: 5}
---
"""


def test_the_balance_is_told_by_quarter() -> None:
    made = page(site(MARKS), "areas/")
    words = plain(made)
    assert (
        "Q4 2026: work highest at 7.5 of 10, home lowest at 5 of 10. Up most since Q3 2026: work, "
        "by 3.5. Down most since Q3 2026: home, by 1." in words
    )
    assert "<tr><td>Q4 2025</td><td>9</td><td>–</td></tr>" in made
    assert 'aria-label="Work: 7.5 in Q4 2026, 4 in Q3 2026 and 9 in Q4 2025"' in made


def test_a_change_below_one_is_not_told() -> None:
    made = site(MARKS.replace("home: 6", "home: 5.9"))
    assert "Down most" not in plain(page(made, "areas/"))


def test_without_marks_there_is_no_balance() -> None:
    made = site("== content/goals/lease.md ==\n---\ntitle: Sign the lease\narea: work\n---\n")
    assert "balance" not in page(made, "areas/")


# --- the charts ------------------------------------------------------------------------------

LEVELS = st.none() | st.floats(-1, 12)
ROWS = st.lists(
    st.builds(
        lambda title, now, ring, tick: Row(
            title, title, (("now", now), ("ring", ring), ("tick", tick)), "#x", ("now", "ring")
        ),
        st.text(max_size=30),
        LEVELS,
        LEVELS,
        LEVELS,
    ),
    max_size=4,
)


@given(ROWS, st.text(max_size=30))
def test_rows_of_dots_are_well_formed_and_within(rows: list[Row], alt: str) -> None:
    assert astray(dots(rows, 10, 2, ENGLISH, alt)) == []


@given(
    st.lists(
        st.tuples(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.floats(-1, 12)), min_size=1
    ),
    st.booleans(),
    LEVELS,
)
def test_a_course_of_levels_is_well_formed_and_within(
    points: list[tuple[date, float]], steps: bool, wanted: float | None
) -> None:
    points.sort()
    days = (points[0][0], points[-1][0])
    chart = levels_chart([points], days, ENGLISH, "A level", top=5, steps=steps, wanted=wanted)
    assert astray(chart.svg) == []
