"""What goes together: ranks, chance, and how many pairs are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from written import measured, read

from milepost.progress.calendar import Span
from milepost.progress.correlations import (
    FEWEST,
    Correlations,
    correlation,
    correlations,
    independent,
    p_value,
    ranks,
    weekly,
)

IQ = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
TELEVISION = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]


def spearman(one: Sequence[float], two: Sequence[float]) -> float | None:
    return correlation(ranks(one), ranks(two))


def test_the_example_that_everybody_knows() -> None:
    """Hours of television and IQ, as Wikipedia works them out on paper: -29/165, p 0.627188."""
    rho = spearman(IQ, TELEVISION) or 0.0
    assert rho == pytest.approx(-29 / 165)
    assert p_value(rho, 10) == pytest.approx(0.627188, abs=5e-7)


@pytest.mark.parametrize(
    ("freedom", "t", "p"),
    [
        (10, 1.812, 0.10),
        (10, 2.228, 0.05),
        (10, 3.169, 0.01),
        (20, 2.086, 0.05),
        (50, 2.678, 0.01),
        (3, 5.841, 0.01),
    ],
)
def test_tails_as_in_the_tables_of_student(freedom: int, t: float, p: float) -> None:
    """Two-sided critical values of any statistics book, turned back into correlations."""
    rho = t / (freedom + t * t) ** 0.5
    assert p_value(rho, freedom + 2) == pytest.approx(p, rel=2e-3)
    assert p_value(-rho, freedom + 2) == p_value(rho, freedom + 2)


def test_nothing_and_everything() -> None:
    assert p_value(0.0, 30) == 1.0
    assert p_value(1.0, 30) == 0.0
    assert p_value(0.9, 3) == 1.0
    assert p_value(0.9, 3.1) < 1.0


def test_equal_values_share_the_mean_of_their_ranks() -> None:
    assert ranks([3, 1, 2, 1]) == [4.0, 1.5, 3.0, 1.5]
    assert ranks([2, 2, 2]) == [2.0, 2.0, 2.0]


def test_what_never_moves_goes_with_nothing() -> None:
    assert spearman([1, 2, 3], [5, 5, 5]) is None


def test_weeks_that_resemble_the_week_before_count_for_less() -> None:
    """A row that only rises resembles itself; one that jumps about does not."""
    rising = [float(n) for n in range(20)]
    jumping = [float(n * 7 % 20) for n in range(20)]
    assert independent(rising, rising) < 4
    assert independent(rising, jumping) == 20
    one, two = [1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0]
    # Each correlates with itself a week later by (-.75 * 1 ...): 1.25 / 5 = 0.25.
    assert independent(one, two) == pytest.approx(4 * (1 - 0.0625) / (1 + 0.0625))


numbers = st.integers(-50, 50)


@st.composite
def rows(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    size = draw(st.integers(3, 40))
    one, two = (draw(st.lists(numbers, min_size=size, max_size=size)) for _ in range(2))
    assume(len(set(one)) > 1 and len(set(two)) > 1)
    return one, two


@given(rows())
def test_laws(pair: tuple[list[int], list[int]]) -> None:
    """Symmetric, within -1 and 1, the same where the order stays, turned where it is turned."""
    one, two = pair
    rho = spearman(one, two)
    assert rho is not None
    assert -1 <= rho <= 1
    assert spearman(two, one) == pytest.approx(rho)
    assert spearman([value**3 + 7 for value in one], two) == pytest.approx(rho)
    assert spearman([-value for value in one], two) == pytest.approx(-rho)
    assert spearman(one, one) == pytest.approx(1)
    assert 0 <= p_value(rho, len(one)) <= 1
    assert 0 < independent(ranks(one), ranks(two)) <= len(one)


@given(st.floats(0, 1), st.floats(0, 1), st.integers(4, 200))
def test_what_is_farther_from_nothing_is_less_likely(one: float, two: float, weeks: int) -> None:
    near, far = sorted((one, two))
    assert p_value(far, weeks) <= p_value(near, weeks) + 1e-12


# --- of a journal ---------------------------------------------------------------------------


YEAR = Span(2026)


def found(*rows: Sequence[object], goals: str = "") -> Correlations:
    """What goes together in weeks of 2026 whose entries say mood, energy, and more lines."""
    entries = "".join(
        f"== content/journal/2026-W{number:02d}.md ==\n---\n"
        + "".join(f"{line}\n" for line in lines)
        + "---\n"
        for number, lines in enumerate(rows, 1)
    )
    known = measured(read(entries + goals), date(2026, 12, 27))
    return correlations(weekly(known, YEAR))


def weeks(count: int) -> list[list[str]]:
    """So many weeks, in which energy follows mood, and neither the week before."""
    return [[f"mood: {n * 3 % 5 + 1}", f"energy: {n * 3 % 5 + 1}"] for n in range(count)]


def test_twelve_weeks_are_looked_at_and_eleven_are_not() -> None:
    assert FEWEST == 12
    assert found(*weeks(11)).looked_at == 0
    twelve = found(*weeks(12))
    assert twelve.looked_at == 1
    (pair,) = twelve.found
    assert (pair.first.of, pair.second.of, pair.weeks) == ("mood", "energy", 12)
    assert pair.rho == pytest.approx(1)


def test_a_week_counts_that_has_both() -> None:
    rows = weeks(13)
    rows[4] = rows[4][:1]
    assert found(*rows).found[0].weeks == 12
    rows[5] = rows[5][1:]
    assert found(*rows).looked_at == 0


def test_what_goes_against_each_other() -> None:
    rows = [[f"mood: {n * 3 % 5 + 1}", f"energy: {5 - n * 3 % 5}"] for n in range(15)]
    assert found(*rows).found[0].rho == pytest.approx(-1)


def test_chance_is_not_spoken_of() -> None:
    """Two rows that know nothing of each other."""
    rows = [[f"mood: {n * 3 % 5 + 1}", f"energy: {n // 5 % 5 + 1}"] for n in range(25)]
    told = found(*rows)
    assert (told.looked_at, told.found) == (1, ())


def test_the_more_is_looked_at_the_more_it_takes() -> None:
    """What is enough for one pair alone is not enough for one of six."""
    moods = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4]
    likes = [2, 1, 3, 4, 3, 1, 1, 5, 5, 5, 3, 2, 3, 2]
    lone = [[f"mood: {m}", f"energy: {e}"] for m, e in zip(moods, likes, strict=True)]
    alone = found(*lone)
    assert alone.looked_at == 1
    assert len(alone.found) == 1
    assert 0.05 / 6 < alone.found[0].p <= 0.05
    goals = "".join(
        f"== content/goals/g{n}.md ==\n---\nmeasurable: 3 times a week\n---\n" for n in range(2)
    )
    others = [(n * 5 % 7, n * 4 % 9) for n in range(14)]
    many = found(
        *(
            [*row, f"progress: {{g0: {a}, g1: {b}}}"]
            for row, (a, b) in zip(lone, others, strict=True)
        ),
        goals=goals,
    )
    assert many.looked_at == 6
    assert many.found == ()


GOALS = """\
== content/goals/gym.md ==
---
measurable: 3 times a week
time_bound: 2025-12-29 to 2026-12-27
---
== content/goals/sleep.md ==
---
measurable: average sleep at least 7
---
== content/goals/weight.md ==
---
measurable: from 82 to 75 kg
---
"""


def test_the_numbers_of_goals_are_taken_by_the_week() -> None:
    """How often, the middle of the week, and how far it moved; hours are those of all goals."""
    rows = [
        ["progress: {gym: 2, sleep: 6.5, weight: 82}", "hours: {gym: 2, sleep: 1}"],
        ["progress: {gym: 3, sleep: 7, weight: 81.5}", "hours: {gym: 1}"],
        ["progress: {gym: 0, sleep: 8}", "hours: {}"],
        ["progress: {gym: 1, weight: 80}", "hours: {gym: 4}"],
        ["progress: {weight: 80.5}"],
    ]
    entries = "".join(
        f"== content/journal/2026-W{n:02d}.md ==\n---\n{chr(10).join(row)}\n---\n"
        for n, row in enumerate(rows, 1)
    )
    known = measured(read(entries + GOALS), date(2026, 2, 1))
    by_week = {
        one.goal or one.of: {n: value for n, value in enumerate(one.values, 1) if value is not None}
        for one in weekly(known, YEAR)
    }
    assert by_week["hours"] == {1: 3, 2: 1, 4: 4}
    assert by_week["gym"] == {1: 2, 2: 3, 3: 0, 4: 1}
    assert by_week["sleep"] == {1: 6.5, 2: 7, 3: 8}
    assert by_week["weight"] == {2: -0.5, 5: 0.5}
