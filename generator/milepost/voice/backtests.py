"""How far forecasts could be trusted, as a table and a verdict in words.

In: a backtest. Out: lines of text.
"""

from __future__ import annotations

from collections.abc import Sequence

from milepost.journal.words import Kind
from milepost.progress.backtest import ENOUGH_GOALS, ENOUGH_WEEKS, Backtest, Tested
from milepost.progress.trend import LEAST
from milepost.progress.values import Calibration, Closing
from milepost.voice.voice import Voice

NARROW, WIDE = 0.7, 0.9
"""A range that holds less than this share of weeks is too narrow, one with more too wide."""


def table(voice: Voice, found: Backtest, own: Calibration | None = None) -> tuple[str, ...]:
    """The table and the verdict, one item a line; and how the author's own confidence did."""
    sure = in_all(voice, own)
    if not found.rows:
        return (verdict(voice, found), *([sure] if sure else ()))
    head = (
        "", voice.say("goals"), voice.say("ended"), voice.say("weeks"), voice.say("4 weeks on"),
        voice.say("at the due"), voice.say("Brier"), voice.meaning("a score", "base"),
    )  # fmt: skip
    rows = [_aligned(head), *(_aligned(_row(voice, row)) for row in found.rows)]
    return (*rows, "", verdict(voice, found), *([sure] if sure else ()))


_WIDTHS = (8, 7, 7, 7, 12, 12, 8, 8)


def _aligned(cells: Sequence[str]) -> str:
    first, *rest = cells
    right = (f"{cell:>{width}}" for cell, width in zip(rest, _WIDTHS[1:], strict=True))
    return f"{first:<{_WIDTHS[0]}}{''.join(right)}"


def _row(voice: Voice, row: Tested) -> tuple[str, ...]:
    few, unknown = voice.say("too few"), voice.number(None)
    near = few if row.weeks < ENOUGH_WEEKS or row.near is None else voice.percent(row.near)
    scores = (few, few, few)
    if row.enough:
        scores = (
            unknown if row.far is None else voice.percent(row.far),
            _score(voice, row.brier, 3),
            _score(voice, row.base, 3),
        )
    counts = (voice.number(row.goals), voice.number(row.ended), voice.number(row.weeks))
    return (_kind(voice, row), *counts, near, *scores)


def _kind(voice: Voice, row: Tested) -> str:
    return voice.say("count") if row.kind is Kind.COUNT else voice.say("level")


def verdict(voice: Voice, found: Backtest) -> str:
    """What the table means, in a few sentences."""
    rows = found.rows
    if not rows:
        return voice.say(
            "Nothing to replay yet. It takes a count or a level with a start, a due date and"
            " readings that go on for four weeks after the first two weeks, or the first tenth of"
            " its time; a level takes {least} readings before that.",
            least=voice.number(LEAST),
        )
    scored = [row for row in rows if row.enough]
    parts = [_near(voice, rows), *(_scored(voice, row) for row in scored)]
    if not scored:
        parts.insert(1, _unscored(voice, sum(row.ended for row in rows)))
    return " ".join(parts)


def _near(voice: Voice, rows: Sequence[Tested]) -> str:
    weeks = sum(row.weeks for row in rows)
    if weeks < ENOUGH_WEEKS:
        return voice.many(
            "Too little to tell yet: {count} week can be checked, and it takes {least}.",
            "Too little to tell yet: {count} weeks can be checked, and it takes {least}.",
            weeks,
            least=voice.number(ENOUGH_WEEKS),
        )
    held = sum((row.near or 0.0) * row.weeks for row in rows) / weeks
    text = voice.say(
        "Four weeks on, the {range} range held what came in {held} of {weeks}",
        range=voice.percent(0.8),
        held=voice.percent(held),
        weeks=voice.weeks(weeks),
    )
    if held < NARROW:
        text = voice.say("{held}, so it is too narrow for your weeks", held=text)
    elif held > WIDE:
        text = voice.say("{held}, so it is wider than it need be", held=text)
    return voice.sentence(text)


def _unscored(voice: Voice, ended: int) -> str:
    least = voice.number(ENOUGH_GOALS)
    if not ended:
        return voice.say(
            "No goal with a forecast has ended so far; from {least} of a measure on, the"
            " probability can be scored.",
            least=least,
        )
    return voice.many(
        "{count} goal with a forecast has ended so far; from {least} of a measure on, the"
        " probability can be scored.",
        "{count} goals with a forecast have ended so far; from {least} of a measure on, the"
        " probability can be scored.",
        ended,
        least=least,
    )


def _scored(voice: Voice, row: Tested) -> str:
    ours, base = _score(voice, row.brier, 3), _score(voice, row.base, 3)
    kind = voice.say("counts") if row.kind is Kind.COUNT else voice.say("levels")
    if (row.brier or 0.0) < (row.base or 0.0):
        return voice.say(
            "For {kind} the probability did better than the plain share of goals met ({ours}"
            " against {base}; less is better).",
            kind=kind, ours=ours, base=base,
        )  # fmt: skip
    return voice.say(
        "For {kind} the probability did no better than the plain share of goals met ({ours} against"
        " {base}; less is better).",
        kind=kind, ours=ours, base=base,
    )  # fmt: skip


def foreseen(voice: Voice, closing: Closing | None) -> str:
    """How well a closed goal was foreseen, by its author and by the forecast; empty if by none."""
    own = closing.brier_own if closing else None
    ours = closing.brier_forecast if closing else None
    scale = voice.say(
        "{best} is perfect, {half} is what always saying {even} gets",
        best=voice.number(0), half=voice.number(0.25), even=voice.percent(0.5),
    )  # fmt: skip
    if own is not None and ours is not None:
        return voice.say(
            "Your confidence was off by a Brier score of {own}, the forecast by {ours} ({scale}).",
            own=_score(voice, own), ours=_score(voice, ours), scale=scale,
        )  # fmt: skip
    if own is not None:
        return voice.say(
            "Your confidence was off by a Brier score of {own} ({scale}).",
            own=_score(voice, own), scale=scale,
        )  # fmt: skip
    if ours is not None:
        return voice.say(
            "The forecast was off by a Brier score of {ours} ({scale}).",
            ours=_score(voice, ours), scale=scale,
        )  # fmt: skip
    return ""


def in_all(voice: Voice, found: Calibration | None) -> str:
    """How sure an author was of all goals that have closed; empty where that tells nothing yet."""
    if found is None or found.goals < FEWEST:
        return ""
    said = voice.many(
        "Over {goals} closed goals you were {sure} sure on average, and {count} was met: a Brier"
        " score of {own}.",
        "Over {goals} closed goals you were {sure} sure on average, and {count} were met: a Brier"
        " score of {own}.",
        found.met,
        goals=voice.number(found.goals),
        sure=voice.percent(found.sure),
        own=_score(voice, found.brier),
    )  # fmt: skip
    if found.forecast is None:
        return said
    ours = voice.say(
        "The forecast got {ours} where it had one.", ours=_score(voice, found.forecast)
    )
    return f"{said} {ours}"


FEWEST = 3
"""Of fewer closed goals nothing is said about all of them."""


def _score(voice: Voice, score: float | None, digits: int = 2) -> str:
    """A Brier score to the hundredth, or finer; what is nearly perfect is not called perfect."""
    least = 10.0**-digits
    if score and score < least / 2:
        return voice.say("less than {least}", least=voice.number(least))
    return voice.number(score) if not score else voice.number(score, digits=digits)
