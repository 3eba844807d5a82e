"""J3: records of the practice: what runs out, whom to meet, what to look at again.

In: the records of the journal. Out: findings, hints all of them, each for the latest record of a
thing, so that a newer line about it ends them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Severity
from milepost.journal.model import Feedback, Record
from milepost.progress.records import Thread
from milepost.voice.english import plural

_AHEAD = timedelta(days=60)
_GRACE = timedelta(days=7)
_WAIT = timedelta(days=14)
_QUARTER = timedelta(days=92)
"""What nobody took up within a quarter is not asked for any more."""


@rule("J301", "certificate-runs-out", Severity.HINT)
def runs_out(context: CheckContext) -> Iterator[Remark]:
    """Something that is valid until a day runs out within 60 days, or has run out in this quarter.

    A record of the same title with a later `expires` ends it, and so does `next` on a day to come.

    Flagged:
        == milepost.yaml ==
        title: My year
        == content/log/first-aid.md ==
        ---
        kind: certificate
        date: 2023-12-01
        expires: 2026-12-01
        ---
    Fine:
        == milepost.yaml ==
        title: My year
        == content/log/first-aid.md ==
        ---
        kind: certificate
        date: 2023-12-01
        expires: 2026-12-01
        next: 2026-11-28
        ---
    """
    for thread in context.report.records.threads.get("learning", ()):
        ends = thread.expires
        if ends is None or not context.day - _QUARTER <= ends <= context.day + _AHEAD:
            continue
        if thread.next and thread.next >= context.day:
            continue
        said = next(one for one in reversed(thread.records) if getattr(one, "expires", 0) == ends)
        runs = "runs out" if ends >= context.day else "ran out"
        yield (
            said.at("expires"),
            f"“{thread.title}” {runs} on {ends}",
            f"say when you renew it, as `next: {context.day + timedelta(days=14)}`; once it is "
            "renewed, write the new `expires`",
        )


@rule("J302", "meeting-passed", Severity.HINT)
def meet_again(context: CheckContext) -> Iterator[Remark]:
    """The day on which you wanted to meet somebody is over for a week, and no meeting is recorded.

    Flagged:
        == milepost.yaml ==
        title: My year
        == content/log/jana.md ==
        ---
        kind: mentor
        met: [2026-08-03]
        next: 2026-11-02
        ---
    Fine:
        == milepost.yaml ==
        title: My year
        == content/log/jana.md ==
        ---
        kind: mentor
        met: [2026-08-03, 2026-11-05]
        next: 2027-02-01
        ---
    """
    for thread in context.report.records.threads.get("people", ()):
        if (record := _passed(context.day, thread)) is None:
            continue
        when = thread.next
        if when is None or any(met >= when for met in thread.met(context.day)):
            continue
        yield (
            record.at("next_"),
            f"you wanted to meet {thread.title} on {when}, and nothing says that you did",
            f"write the day into `met`, or a line under People; else move it: "
            f"`next: {context.day + timedelta(days=7)}`",
        )


@rule("J303", "setback-not-looked-at", Severity.HINT)
def look_again(context: CheckContext) -> Iterator[Remark]:
    """The day on which you wanted to look at a setback again is over for a week.

    A line of the same title, with what came of it or another day, ends it; so does a goal that
    it is for and that is closed.

    Flagged:
        == milepost.yaml ==
        check: {ignore: J101}
        == content/journal/2026-W42.md ==
        ## Setbacks
        - Lost the tender; change: ask a week before; next 2026-11-02
    Fine:
        == milepost.yaml ==
        check: {ignore: J101}
        == content/journal/2026-W42.md ==
        ## Setbacks
        - Lost the tender; change: ask a week before; next 2026-11-02
        == content/journal/2026-W45.md ==
        ## Setbacks
        - Lost the tender; change: we asked, and had two answers
    """
    closed = {goal.id for goal in context.journal.goals if goal.status.is_.closed}
    for thread in context.report.records.threads.get("setbacks", ()):
        record = _passed(context.day, thread)
        if record is None or (thread.goals and closed.issuperset(thread.goals)):
            continue
        if thread.records[-1] is not record:
            continue
        yield (
            record.at("next_"),
            f"you wanted to look at “{thread.title}” again, and the day is over",
            "write a line of the same title under Setbacks with what came of it, or another "
            f"day: `next {context.day + timedelta(days=14)}`",
        )


@rule("J304", "feedback-without-answer", Severity.HINT)
def answered(context: CheckContext) -> Iterator[Remark]:
    """Feedback of the last quarter has neither a plan nor a thank-you after two weeks.

    It is told once, for the latest: to take it without defence and to say thank you is what brings
    the next.

    Flagged:
        == milepost.yaml ==
        check: {ignore: J101}
        == content/journal/2026-W43.md ==
        ## Feedback
        - Jana: I speak too fast
    Fine:
        == milepost.yaml ==
        check: {ignore: J101}
        == content/journal/2026-W43.md ==
        ## Feedback
        - Jana: I speak too fast; thanked
        - Tom: my slides are full; plan: one idea a slide
    """
    first, last = context.day - _QUARTER, context.day - _WAIT
    open_ = [
        one
        for one in context.report.records.by_family.get("feedback", ())
        if isinstance(one, Feedback) and not one.plan and not one.thanked and not one.revised
        if one.day and first <= one.day <= last
    ]
    if open_:
        latest = open_[-1]
        more = f", nor of {plural(len(open_) - 1, 'other')}" if len(open_) > 1 else ""
        yield (
            latest.at("title"),
            f"nothing says what came of this feedback{more}",
            "write behind it what you try (`; plan: …`), or that you said thank you (`; thanked`)",
        )


def _passed(day: date, thread: Thread) -> Record | None:
    """The latest record that says a day to come, where that is over for a week and not long ago."""
    said = [one for one in thread.records if getattr(one, "next_", None)]
    when = thread.next
    if not said or when is None or not day - _QUARTER <= when <= day - _GRACE:
        return None
    return said[-1]
