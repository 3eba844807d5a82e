"""The written review of a month, a quarter or a year, with its numbers written in.

In: the report of the journal as of the last day that the review may know, and the span. Out: a
text and its path.
"""

from __future__ import annotations

from milepost.progress.calendar import Span
from milepost.progress.lookback import closed
from milepost.progress.report import Report
from milepost.scaffold.files import filled
from milepost.voice.rows import looked_back
from milepost.voice.voice import voice_of


def new_review(report: Report, span: Span) -> tuple[str, str]:
    """The path and the text of a span's review: numbers, then the questions of its rhythm.

    Each goal that is alive, or was closed in the span, waits there for a verdict.
    """
    voice = voice_of(report.journal.settings, typed=True)
    ended = {standing.goal.id for _, standing in closed(report, span.start, span.end)}
    judged = [
        f"- [[{name}]]: "
        for name, standing in report.standings.items()
        if standing.status.living or name in ended
    ]
    text = filled(
        f"review-{span.kind}.md",
        numbers="\n".join(f"- {line}" for line in looked_back(voice, report, span)),
        goals="\n".join(judged or ["- "]),
        next=span.year + 1,
    )
    return f"reviews/{span.name}.md", text
