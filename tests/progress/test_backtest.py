"""The forecast held against one's own weeks."""

from datetime import timedelta

from made import count, day, goal, level, weeks

from milepost.journal.model import Goal, Journal, Reading
from milepost.journal.words import Kind, Mode
from milepost.progress.backtest import backtest
from milepost.voice.backtests import table, verdict
from milepost.voice.english import ENGLISH


def reader(name: str, *added: int) -> tuple[Goal, tuple[Reading, ...]]:
    one = goal(count(20, "books"), "2026-01-05 to 2026-05-24", name=name)
    return one, weeks("2026-01-05", *added, name=name)


def journal(*parts: tuple[Goal, tuple[Reading, ...]]) -> Journal:
    return Journal(
        goals=tuple(one for one, _ in parts),
        readings=tuple(reading for _, given in parts for reading in given),
    )


STEADY = [1] * 20
SLOW = [0, 1, 0, 0] * 5
SIX = journal(
    *(reader(f"steady-{i}", *STEADY) for i in range(3)),
    *(reader(f"slow-{i}", *SLOW) for i in range(3)),
)


def test_six_goals_that_ended_are_scored() -> None:
    (row,) = backtest(SIX, day("2026-06-30")).rows
    assert (row.kind, row.goals, row.ended) == (Kind.COUNT, 6, 6)
    assert row.base == 0.25
    assert row.brier is not None
    assert row.brier < 0.15
    assert row.near is not None
    assert row.near > 0.8
    assert row.enough


def test_the_lines_can_be_printed() -> None:
    lines = table(ENGLISH, backtest(SIX, day("2026-06-30")))
    assert lines[0].split() == [
        "goals", "ended", "weeks", "4", "weeks", "on", "at", "the", "due", "Brier", "base",
    ]  # fmt: skip
    assert lines[1].startswith("count")
    assert "better than the plain share of goals met" in lines[-1]


def test_it_says_when_there_is_nothing_to_replay() -> None:
    assert table(ENGLISH, backtest(Journal(goals=(goal(),)), day("2026-06-30"))) == (
        "Nothing to replay yet. It takes a count or a level with a start, a due date and readings"
        " that go on for four weeks after the first two weeks, or the first tenth of its time; a"
        " level takes 5 readings before that.",
    )


def test_it_says_when_there_is_too_little_to_tell() -> None:
    told = verdict(ENGLISH, backtest(journal(reader("one", *STEADY)), day("2026-03-15")))
    assert told.startswith("Too little to tell yet: 4 weeks can be checked, and it takes 20.")
    assert "No goal with a forecast has ended so far" in told


def test_levels_are_replayed_too() -> None:
    falling = goal(level(82, 75, "kg"), "2026-01-05 to 2026-06-28", name="weight")
    given = weeks("2026-01-05", *(82 - i / 3 for i in range(25)), name="weight", mode=Mode.LEVEL)
    (row,) = backtest(journal((falling, given)), day("2026-06-30")).rows
    assert (row.kind, row.ended) == (Kind.LEVEL, 1)
    assert row.near == 1


def test_what_came_later_changes_nothing_of_what_was_said() -> None:
    on = day("2026-04-05")
    early = journal(reader("one", *STEADY[:13]))
    late = journal(reader("one", *STEADY[:13], *[9] * 7))
    known_then = [r.near for r in backtest(early, on).replays]
    assert [r.near for r in backtest(late, on).replays] == known_then
    assert (
        backtest(late, on + timedelta(weeks=4)).replays[0].near[: len(known_then[0])]
        == (known_then[0])
    )
