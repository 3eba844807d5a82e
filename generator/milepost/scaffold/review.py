"""The written review of a month, a quarter or a year, with what is known already written in.

In: the report of the journal as of the last day that the review may know, and the span. Out: a
text and its path.
"""

from __future__ import annotations

from collections.abc import Iterable

from milepost.progress.calendar import Span
from milepost.progress.lookback import closed
from milepost.progress.report import Report
from milepost.scaffold.files import filled
from milepost.voice.decisions import of_period, remembered
from milepost.voice.reviewing import asked, private_because
from milepost.voice.rows import looked_back, recorded
from milepost.voice.voice import Voice, voice_of


def new_review(report: Report, span: Span) -> tuple[str, str]:
    """The path and the text of a span's review: numbers, then the questions of its rhythm.

    All of it is in the journal's language, as far as that has a catalogue.

    Each goal that is alive, or was closed in the span, waits there for a decision. It begins with
    what the last review of the same rhythm decided; that of a year has what was recorded in it.
    """
    voice = voice_of(report.journal.settings, plain=True)
    ended = {standing.goal.id for _, standing in closed(report, span.start, span.end)}
    judged = [
        f"- [[{name}]]: "
        for name, standing in report.standings.items()
        if standing.status.living or name in ended
    ]
    text = filled(
        f"review-{span.kind}.md",
        seen=_seen(voice, report, span),
        numbers=_items(looked_back(voice, report, span)),
        before=_section(of_period(voice, report, span), remembered(voice, report, span)),
        recorded="".join(_section(title, lines) for title, lines in recorded(voice, report, span)),
        goals="\n".join(judged or ["- "]),
        **asked(voice, span.kind, f"{span.year + 1}"),
    )
    return f"reviews/{span.name}.md", text


def _seen(voice: Voice, report: Report, span: Span) -> str:
    """A line that keeps the review to its owner, where it names what others may not see."""
    journal = report.journal
    usual = journal.settings.visibility
    entries = report.counted_between(span.start, span.end)
    written_of = (*journal.goals, *journal.reviews, *report.records.every, *entries)
    if all(one.visibility.seen_by(usual) for one in written_of):
        return ""
    return filled("private.txt", because=private_because(voice))


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _section(title: str, lines: Iterable[str]) -> str:
    """A heading with its lines and what parts them from what follows; nothing where it has none."""
    items = _items(lines)
    return f"## {title}\n\n{items}\n\n" if items else ""
