"""The short names that pages and charts put beside their figures: one table for all of them.

In: the name of a label. Out: its words. A sentence does not belong here.
"""

from __future__ import annotations

from collections.abc import Mapping

from milepost.journal.words import Commitment, Horizon, Visibility
from milepost.progress.report import Mark
from milepost.voice.catalogue import mark, mark_meaning
from milepost.voice.voice import Voice

_LABELS: Mapping[str, str | tuple[str, str]] = {
    # Pages, by the names that the menu may use.
    "dashboard": mark("Dashboard"),
    "goals": mark("Goals"),
    "road": mark("Road"),
    "journal": mark("Journal"),
    "reviews": mark("Reviews"),
    "tags": mark("Tags"),
    "areas": mark("Areas"),
    "vision": mark("Vision"),
    "findings": mark("Findings"),
    "search": mark("Search"),
    "missing": mark("Page not found"),
    "pages": mark("Pages"),
    "all_tags": mark("All tags"),
    "all_areas": mark("All areas"),
    # Groups and filters of goals.
    "active": mark("Active"),
    "at_rest": mark("At rest"),
    "closed": mark("Closed"),
    "area": mark("Area"),
    "horizon": mark("Horizon"),
    "status": mark("Status"),
    # The five lights.
    "S": mark("Specific"),
    "M": mark("Measurable"),
    "A": mark("Achievable"),
    "R": mark("Relevant"),
    "T": mark("Time-bound"),
    # Figures of the dashboard, of goals, weeks and periods.
    "next_date": mark("Next date"),
    "hours_this_week": mark("Hours this week"),
    "milestones_this_quarter": mark("Milestones this quarter"),
    "milestones_reached": mark("Milestones reached"),
    "weeks_written": mark("Weeks written"),
    "hours": mark("Hours"),
    "mood": mark("Mood"),
    "energy": mark("Energy"),
    "notes": mark("Notes"),
    "ticked": mark("Ticked"),
    "now": mark("Now"),
    "plan_today": mark("The plan today"),
    "target": mark("Target"),
    "minimum": mark("Would still do"),
    "stretch": mark("Proud of"),
    "done": mark("Done"),
    "due": mark("Due"),
    "each_week": mark("Each week"),
    "chance": mark("Chance"),
    "own_confidence": mark("Your confidence"),
    "best_week": mark("Best week"),
    "hardest_week": mark("Hardest week"),
    # Captions of charts, and the heads of their tables.
    "periods": mark("Period by period"),
    "course": mark("Readings, plan and forecast"),
    "hours_by_week": mark("Hours planned and spent"),
    "day": mark("Day"),
    "month": mark("Month"),
    "week": mark("Week"),
    "weeks": mark("Weeks"),
    "year": mark("Year"),
    "from": mark("From"),
    "value": mark("Value"),
    "kept": mark("Kept"),
    "wanted": mark("Wanted"),
    "mark": mark("Mark"),
    "planned": mark("Planned"),
    "spent": mark("Spent"),
    "share": mark("Share"),
    "expected": mark("Expected by now"),
    "plan": mark("Plan"),
    "goal": mark("Goal"),
    "what": mark("What"),
    "words": mark("Words"),
    # Words in and below a picture.
    "today": mark("today"),
    "so_far": mark("so far"),
    "smoothed": mark("smoothed"),
    "readings": mark("readings"),
    "the_plan": mark("plan"),
    "earlier_plan": mark("earlier plan"),
    "break": mark("break"),
    "from_the_journal": mark("from the journal"),
    "is_done": mark("done"),
    "not_done": mark("not done"),
    "was_kept": mark("kept"),
    "not_kept": mark("not kept"),
    "not_counted": mark("not counted"),
    "was_spent": mark("spent"),
    "was_planned": mark("planned"),
    "the_mood": mark("mood"),
    "the_energy": mark("energy"),
    "no_period": mark("no period is over yet"),
    "start": mark("start"),
    "the_due_date": mark("due"),
    "reached": mark("reached"),
    "late": mark("late"),
    "to_come": mark("to come"),
    "yes": mark("yes"),
    "no": mark("no"),
    "not_known": mark("not known"),
    # Notes beside a line.
    "achieved": mark("achieved"),
    "ends": mark("ends"),
    "written": mark("written"),
    "first_reading": mark("first reading"),
    "as_before": mark("as before"),
    "missed": mark_meaning("period", "missed"),
    "skipped": mark("skipped"),
    "paused": mark("paused"),
    "by_the_due_date": mark("by the due date"),
    "of_5": mark("of 5"),
    "of_5_on_average": mark("of 5, on average"),
    "aspirational": mark("aspirational"),
    "exploratory": mark("exploratory"),
    "private_build": mark("private build"),
    "for_supporters": mark("made for supporters"),
    "table": mark("Table"),
    "only_private": mark("Only in private builds"),
    "only_supporters": mark("For supporters"),
    "box_done": mark("done"),
    "box_open": mark("to do"),
}


_CALLOUTS = {
    "note": mark("Note"),
    "tip": mark("Tip"),
    "important": mark("Important"),
    "warning": mark("Warning"),
    "caution": mark("Caution"),
    "info": mark("Info"),
    "todo": mark("To do"),
    "question": mark("Question"),
    "quote": mark("Quote"),
    "example": mark("Example"),
    "success": mark("Success"),
    "danger": mark("Danger"),
}


def callout(voice: Voice, kind: str) -> str:
    """What a callout without a title of its own is headed; an unknown kind is its own word."""
    return voice.say(_CALLOUTS[kind]) if kind in _CALLOUTS else kind.capitalize()


def label(voice: Voice, name: str) -> str:
    """The words of a label by its name. Raises KeyError for a name that the table lacks."""
    words = _LABELS[name]
    return voice.say(words) if isinstance(words, str) else voice.meaning(*words)


_HORIZONS = {
    Horizon.VISION: mark("vision"),
    Horizon.LONG: mark("long term"),
    Horizon.MID: mark("mid term"),
    Horizon.SHORT: mark("short term"),
}


def horizon(voice: Voice, far: Horizon | None) -> str:
    """How far a goal looks; empty where nobody knows."""
    return voice.say(_HORIZONS[far]) if far else ""


def commitment(voice: Voice, kind: Commitment) -> str:
    """How firmly a goal is meant, where that is worth a word."""
    return "" if kind is Commitment.COMMITTED else label(voice, kind.value)


def audience(voice: Voice) -> str:
    """For whom a build is made, where that is worth a word."""
    match voice.reader:
        case Visibility.PRIVATE:
            return label(voice, "private_build")
        case Visibility.SHARED:
            return label(voice, "for_supporters")
        case Visibility.PUBLIC:
            return ""


_MARKS = {
    Mark.DONE: "was_kept",
    Mark.MISS: "missed",
    Mark.SKIP: "skipped",
    Mark.PAUSE: "paused",
    Mark.UNKNOWN: "not_known",
}


def of_mark(voice: Voice, what: Mark) -> str:
    """What became of a period of a habit."""
    return label(voice, _MARKS[what])
