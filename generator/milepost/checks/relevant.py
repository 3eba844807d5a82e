"""R, relevant: whether a goal is for something, and what it is for still stands.

In: goals with what they serve, their values and areas. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.journal.scalars import nearest
from milepost.journal.words import Horizon, State
from milepost.progress.values_lived import is_kept_long, values_lived
from milepost.voice.english import listed, spoken


@rule("R101", "no-reason")
def no_reason(context: CheckContext) -> Iterator[Remark]:
    """The goal serves no other goal, names no value and says no reason.

    The top of a tree (a goal that others serve, a vision) is its own reason. Ids of goals, names of
    values and a plain sentence are all welcome in `relevant`. Of a word in it that is nothing of
    these it is asked what it is (F223), and that is enough.

    Flagged:
        relevant:
    Fine:
        relevant: To be fit for the summer in the hills with Ana
    """
    values = context.journal.profile.values
    for standing in context.living():
        goal, relevant = standing.goal, standing.goal.relevant
        if (
            relevant.serves
            or relevant.values
            or relevant.because
            or context.unread(goal, "relevant")
            or any(f.code == "F223" and f.place.path == goal.path for f in context.reader_findings)
        ):
            continue
        if standing.children or context.horizon(standing) is Horizon.VISION:
            continue
        value = values[0] if values else "health"
        above = next(
            (s.goal.id for s in context.living() if s.children or _far(context.horizon(s))), ""
        )
        other = f"`relevant: {above}`, " if above else ""
        yield (
            context.locate_title(goal),
            "nothing says what this is for: it serves no other goal and names no value",
            f"write {other}`relevant: value {value}`, or the reason in a sentence",
        )


@rule("R102", "unknown-value")
def unknown_value(context: CheckContext) -> Iterator[Remark]:
    """The goal names a value that the profile does not have.

    Only where the profile lists values at all. (An id that no goal has is told by F301.)

    Flagged:
        == content/profile.md ==
        ---
        values: [health, mastery]
        ---
        == content/goals/run.md ==
        relevant: value helth
    Fine:
        == content/profile.md ==
        ---
        values: [health, mastery]
        ---
        == content/goals/run.md ==
        relevant: value health
    """
    known = {value.casefold(): value for value in context.journal.profile.values}
    for goal in context.open() if known else ():
        for index, value in enumerate(goal.relevant.values):
            if value.casefold() in known:
                continue
            near = known.get(nearest(value.casefold(), known), "")
            yield (
                context.locate(goal, value, "relevant", "values", index),
                f"the profile has no value “{value}”",
                f"did you mean `{near}`?"
                if near
                else f"write one of {listed(list(known.values()))}, or add it to `values` in the "
                "profile",
            )


@rule("R103", "serves-closed-goal")
def serves_closed(context: CheckContext) -> Iterator[Remark]:
    """The goal serves one that is done, dropped or replaced.

    What it was for is over. Either it has a new reason, or it can go too.

    Flagged:
        == content/goals/run.md ==
        relevant: marathon
        == content/goals/marathon.md ==
        title: Run the marathon
        status: dropped because of the knee
    Fine:
        == content/goals/run.md ==
        relevant: value health
        == content/goals/marathon.md ==
        title: Run the marathon
        status: dropped because of the knee
    """
    for standing in context.living():
        goal = standing.goal
        above = [context.journal.goal(id_) for id_ in goal.relevant.serves]
        if any(one and not one.status.is_.closed for one in above):
            continue
        for index, one in enumerate(above):
            if one is None or not one.status.is_.closed:
                continue
            follower = one.replaced_by or "another goal"
            yield (
                context.locate(goal, one.id, "relevant", "serves", index),
                f"this serves “{one.title}”, which is {one.status.is_.value}",
                f"write `relevant: {follower}`"
                if one.replaced_by
                else "name what it serves now, as `relevant: value health`, or close it as well: "
                "`status: {is: dropped, because: …}`",
            )


@rule("R104", "due-after-what-it-serves")
def due_after(context: CheckContext) -> Iterator[Remark]:
    """The goal is due after the goal that it serves, so it would come too late to help.

    Flagged:
        == content/goals/run.md ==
        relevant: marathon
        == content/goals/marathon.md ==
        title: Run the town marathon
        measurable: goals
        time_bound: 2026-11-02 to 2026-12-20
    Fine:
        == content/goals/run.md ==
        relevant: marathon
        time_bound: 2026-11-02 to 2026-12-13
        == content/goals/marathon.md ==
        title: Run the town marathon
        measurable: goals
        time_bound: 2026-11-02 to 2026-12-20
    """
    for standing in context.living():
        goal, due = standing.goal, standing.due
        for id_ in goal.relevant.serves:
            above = context.report.standings.get(id_)
            if above is None or due is None or above.due is None or due <= above.due:
                continue
            if above.goal.status.is_ in {State.ACTIVE, State.PAUSED}:
                yield (
                    context.locate_value(goal, "time_bound"),
                    f"this is due on {spoken(due, context.day)}, after “{above.goal.title}”, "
                    f"which it serves and which is due on {spoken(above.due, context.day)}",
                    f"write a due date up to {above.due}, or move that of the other goal",
                )


@rule("R105", "nothing-serves-it", Severity.HINT)
def unserved(context: CheckContext) -> Iterator[Remark]:
    """A long-term goal or a vision that no active goal serves.

    Far goals come nearer through near ones. One short goal is enough to begin with.

    Flagged:
        title: Sail around the island in a boat of my own
        measurable: yes or no
        horizon: vision
        relevant: value courage
        time_bound:
    Fine:
        == content/goals/sail.md ==
        title: Sail around the island in a boat of my own
        measurable: goals
        horizon: vision
        relevant: value courage
        time_bound:
        == content/goals/licence.md ==
        title: Pass the sailing exam
        measurable: yes or no
        relevant: sail
    """
    working = {s.goal.id for s in context.living()}
    for standing in context.living():
        goal = standing.goal
        horizon = context.horizon(standing)
        if _far(horizon) and not working.intersection(standing.children):
            yield (
                context.locate_title(goal),
                f"this is a {'vision' if horizon is Horizon.VISION else 'long-term goal'}, and no "
                "active goal serves it",
                f"write a goal for this year that does, with `relevant: {goal.id}` in it",
            )


@rule("R106", "unknown-area")
def unknown_area(context: CheckContext) -> Iterator[Remark]:
    """The goal's life area is not among those of the profile or the settings.

    Only where areas are listed at all.

    Flagged:
        == content/profile.md ==
        ---
        areas: [health, family]
        ---
        == content/goals/run.md ==
        area: helth
    Fine:
        == content/profile.md ==
        ---
        areas: [health, family]
        ---
        == content/goals/run.md ==
        area: health
    """
    areas = context.journal.profile.areas or context.journal.settings.areas
    known = {area.casefold(): area for area in areas}
    for goal in context.open() if known else ():
        if goal.area and goal.area.casefold() not in known:
            near = known.get(nearest(goal.area.casefold(), known), "")
            yield (
                goal.at("area"),
                f"no life area is called “{goal.area}”",
                f"did you mean `area: {near}`?"
                if near
                else f"write one of {listed(list(known.values()))}, or add it to `areas`",
            )


@rule("R107", "value-not-lived", Severity.HINT)
def not_lived(context: CheckContext) -> Iterator[Remark]:
    """A value of the profile that nothing has been done for in a year.

    A goal lives a value by naming it (`relevant: value care`), an entry by a tag (`tags: [care]`).
    Only in a journal of a year or more, and where another value is lived, so that values are more
    than a list. A value may well rest for a time.

    Flagged:
        == content/profile.md ==
        ---
        values: [health, play]
        ---
        == content/goals/concertina.md ==
        title: Play six tunes
        status: done since 2025-06-30
        relevant: value play
        time_bound: 2025-01-06 to 2025-06-30
        == content/goals/run.md ==
        relevant: value health
    Fine:
        == content/profile.md ==
        ---
        values: [health, play]
        ---
        == content/goals/concertina.md ==
        title: Play six tunes
        status: done since 2026-06-30
        relevant: value play
        time_bound: 2025-01-06 to 2026-06-30
        == content/goals/run.md ==
        relevant: value health
    """
    every = values_lived(context.report) if is_kept_long(context.report) else ()
    quiet = [value.name for value in every if value.quiet]
    if not quiet or len(quiet) == len(every):
        return
    first = next(index for index, value in enumerate(every) if value.quiet)
    yield (
        context.journal.profile.at("values", first),
        f"no goal or entry of the past year is for {listed([f'“{name}”' for name in quiet])}",
        f"where a goal is for it, write `relevant: value {quiet[0]}` there; where an entry tells "
        f"of it, `tags: [{quiet[0]}]`; or let it rest",
    )


def _far(horizon: Horizon | None) -> bool:
    return horizon in {Horizon.LONG, Horizon.VISION}
