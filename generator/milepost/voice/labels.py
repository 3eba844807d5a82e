"""The short names that pages and charts put beside their figures: one table for all of them.

In: the name of a label. Out: its words. A sentence does not belong here.
"""

from __future__ import annotations

from collections.abc import Mapping

from milepost.journal.words import Commitment, Horizon, Visibility
from milepost.progress.values import Mark
from milepost.voice.catalogue import deferred, deferred_meaning
from milepost.voice.voice import Voice

_LABELS: Mapping[str, str | tuple[str, str]] = {
    # Pages, by the names that the menu may use.
    "dashboard": deferred("Dashboard"),
    "goals": deferred("Goals"),
    "road": deferred("Road"),
    "journal": deferred("Journal"),
    "reviews": deferred("Reviews"),
    "tags": deferred("Tags"),
    "areas": deferred("Areas"),
    "vision": deferred("Vision"),
    "skills": deferred("Skills"),
    "findings": deferred("Findings"),
    "search": deferred("Search"),
    "missing": deferred("Page not found"),
    "actions": deferred("Actions"),
    "pages": deferred("Pages"),
    "practice": deferred("Practice"),
    "budget": deferred("Budget"),
    "all_tags": deferred("All tags"),
    "all_areas": deferred("All areas"),
    "first_page": deferred("First page"),
    # Groups and filters of goals.
    "active": deferred("Active"),
    "at_rest": deferred("At rest"),
    "closed": deferred("Closed"),
    "area": deferred("Area"),
    "no_area": deferred("Without an area"),
    "horizon": deferred("Horizon"),
    "status": deferred("Status"),
    # The five lights.
    "S": deferred("Specific"),
    "M": deferred("Measurable"),
    "A": deferred("Achievable"),
    "R": deferred("Relevant"),
    "T": deferred("Time-bound"),
    # Figures of the dashboard, of goals, weeks and periods.
    "next_date": deferred("Next date"),
    "hours_this_week": deferred("Hours this week"),
    "milestones_this_quarter": deferred("Milestones this quarter"),
    "milestones_reached": deferred("Milestones reached"),
    "weeks_written": deferred("Weeks written"),
    "hours": deferred("Hours"),
    "mood": deferred("Mood"),
    "energy": deferred("Energy"),
    "notes": deferred("Notes"),
    "ticked": deferred("Ticked"),
    "now": deferred("Now"),
    "plan_today": deferred("The plan today"),
    "target": deferred("Target"),
    "range": deferred("Range"),
    "minimum": deferred("Would still do"),
    "stretch": deferred("Proud of"),
    "done": deferred("Done"),
    "due": deferred("Due"),
    "each_week": deferred("Each week"),
    "chance": deferred("Chance"),
    "own_confidence": deferred("Your confidence"),
    "best_week": deferred("Best week"),
    "hardest_week": deferred("Hardest week"),
    # Lists of actions.
    "overdue": deferred("Overdue"),
    "this_week": deferred("This week"),
    "next_week": deferred("Next week"),
    "later": deferred("Later"),
    "waiting": deferred("Waiting for others"),
    "others": deferred("Others"),
    "carried_over": deferred("Carried over"),
    "done_lately": deferred("Done lately"),
    "first": deferred("Important and urgent"),
    "first_note": deferred("do it first"),
    "plan_it": deferred("Important, not urgent"),
    "plan_it_note": deferred("give it a time of its own"),
    "quickly": deferred("Urgent, not important"),
    "quickly_note": deferred("do it quickly, or hand it over"),
    "drop_it": deferred("Neither"),
    "drop_it_note": deferred("let it wait, or let it go"),
    # Captions of charts, and the heads of their tables.
    "periods": deferred("Period by period"),
    "course": deferred("Readings, plan and forecast"),
    "hours_by_week": deferred("Hours planned and spent"),
    "day": deferred("Day"),
    "month": deferred("Month"),
    "week": deferred("Week"),
    "weeks": deferred("Weeks"),
    "year": deferred("Year"),
    "quarter": deferred("Quarter"),
    "from": deferred("From"),
    "value": deferred("Value"),
    "kept": deferred("Kept"),
    "wanted": deferred("Wanted"),
    "mark": deferred("Mark"),
    "planned": deferred("Planned"),
    "spent": deferred("Spent"),
    "left": deferred("Left"),
    "money": deferred("Money"),
    "when": deferred("When"),
    "by_when": deferred("By time"),
    "by_goal": deferred("By goal"),
    "by_area": deferred("By area"),
    "share": deferred("Share"),
    "expected": deferred("Expected by now"),
    "plan": deferred("Plan"),
    "goal": deferred("Goal"),
    "what": deferred("What"),
    "words": deferred("Words"),
    "the_job": deferred("Job"),
    "the_field": deferred("Field"),
    "skill": deferred("Skill"),
    "has": deferred("Have"),
    "needs": deferred("Need"),
    "by": deferred("By"),
    "demanded": deferred("Asked for"),
    # Words in and below a picture.
    "today": deferred("today"),
    "so_far": deferred("so far"),
    "smoothed": deferred("smoothed"),
    "readings": deferred("readings"),
    "the_plan": deferred("plan"),
    "earlier_plan": deferred("earlier plan"),
    "break": deferred("break"),
    "from_the_journal": deferred("from the journal"),
    "is_done": deferred("done"),
    "not_done": deferred("not done"),
    "was_kept": deferred("kept"),
    "not_kept": deferred("not kept"),
    "not_counted": deferred("not counted"),
    "was_spent": deferred("spent"),
    "was_planned": deferred("planned"),
    "the_mood": deferred("mood"),
    "the_energy": deferred("energy"),
    "no_period": deferred("no period is over yet"),
    "have": deferred("what is there"),
    "need": deferred("what a goal needs"),
    "demand": deferred("what is asked for elsewhere"),
    "at_first": deferred("at first"),
    "job": deferred("job"),
    "field": deferred("field"),
    "start": deferred("start"),
    "the_due_date": deferred("due"),
    "reached": deferred("reached"),
    "late": deferred("late"),
    "to_come": deferred("to come"),
    "yes": deferred("yes"),
    "no": deferred("no"),
    "not_known": deferred("not known"),
    # Notes beside a line.
    "achieved": deferred("achieved"),
    "ends": deferred("ends"),
    "written": deferred("written"),
    "first_reading": deferred("first reading"),
    "as_before": deferred("as before"),
    "missed": deferred_meaning("period", "missed"),
    "skipped": deferred("skipped"),
    "paused": deferred("paused"),
    "by_the_due_date": deferred("by the due date"),
    "of_5": deferred("of 5"),
    "of_5_on_average": deferred("of 5, on average"),
    "aspirational": deferred("aspirational"),
    "exploratory": deferred("exploratory"),
    "private_build": deferred("private build"),
    "for_supporters": deferred("made for supporters"),
    "table": deferred("Table"),
    "formula": deferred("Formula"),
    "only_private": deferred("Only in private builds"),
    "only_supporters": deferred("For supporters"),
    "box_done": deferred("done"),
    "box_open": deferred("to do"),
    "more": deferred("More"),
    "box_half": deferred("half done"),
    "box_cancelled": deferred("cancelled"),
    "box_moved": deferred("moved on"),
    "box_question": deferred("in question"),
    "box_important": deferred("important"),
    "may_wait": deferred("may wait"),
}


_CALLOUTS = {
    "note": deferred("Note"),
    "tip": deferred("Tip"),
    "important": deferred("Important"),
    "warning": deferred("Warning"),
    "caution": deferred("Caution"),
    "info": deferred("Info"),
    "todo": deferred("To do"),
    "question": deferred("Question"),
    "quote": deferred("Quote"),
    "example": deferred("Example"),
    "success": deferred("Success"),
    "danger": deferred("Danger"),
}


def callout(voice: Voice, kind: str) -> str:
    """What a callout without a title of its own is headed; an unknown kind is its own word."""
    return voice.say(_CALLOUTS[kind]) if kind in _CALLOUTS else kind.capitalize()


def label(voice: Voice, name: str) -> str:
    """The words of a label by its name. Raises KeyError for a name that the table lacks."""
    words = _LABELS[name]
    return voice.say(words) if isinstance(words, str) else voice.meaning(*words)


_HORIZONS = {
    Horizon.VISION: deferred("vision"),
    Horizon.LONG: deferred("long term"),
    Horizon.MID: deferred("mid term"),
    Horizon.SHORT: deferred("short term"),
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


def as_written(voice: Voice, name: str) -> str:
    """Said above a block of which another tool draws something."""
    return voice.say("{name}, as it is written", name=name)
