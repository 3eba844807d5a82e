"""The one-line forms of structured values: small grammars, each documented where it is read.

In: text. Out: a value, or a `Misread` with what to write instead. The long form of each is the
mapping that the value's own annotations describe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from milepost.addresses import spelled
from milepost.journal.dates import (
    FORM,
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    parse_date,
    parse_period,
    unlinked,
    week_beside,
)
from milepost.journal.duewords import due_in_words, needs_origin, written_out
from milepost.journal.efforts import parse_effort, parse_money
from milepost.journal.line_marks import LINKED
from milepost.journal.measure_numbers import in_figures
from milepost.journal.measures import parse_measure
from milepost.journal.milestone_lines import STAND, parse_milestone
from milepost.journal.numbers import (
    LETTERS,
    MONEY,
    NUMBER,
    NUMBER_WORDS,
    PERIODS,
    UNITS,
    Misread,
    in_digits,
    parse_number,
    rate_and_unit,
    sure_of,
    told_in,
    with_signs,
)
from milepost.journal.scalars import FALSE, TRUE, nearest
from milepost.journal.values import (
    Ability,
    Advance,
    Amount,
    Break,
    Decision,
    Declared,
    Effort,
    Knot,
    Level,
    Measure,
    Milestone,
    Money,
    Noted,
    Obstacle,
    Relevance,
    Satisfaction,
    Skill,
    Window,
)
from milepost.journal.words import VERBS, Mode, State, Verb
from milepost.patterns import late

_DAY = r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}(?:T[0-9:.+Zz-]*)?"
_MUCH = rf"(?:(?:{LETTERS})?\s?[0-9+−-]|(?:an?|half|{'|'.join(NUMBER_WORDS)})\s)"
"""How a rate begins."""
_ID = re.compile(r"[\w][\w./-]*")


def bare_id(text: str) -> str:
    """An id without the marks of a wikilink, in small letters.

    >>> bare_id("[[Earn-PMP|the exam]]")
    'earn-pmp'
    """
    inner = re.sub(r"^!?\[\[([^|#\]]*).*\]\]$", r"\1", text.strip())
    return spelled(inner.rpartition("/")[2].removesuffix(".md").strip())


def parse_status(text: str) -> Declared | Misread:
    """`done`, or `paused since 2026-03-01 because we moved`; the day may stand last, and alone.

    A day is read in any spelling; of a month or a week it is the first. A pause with an end is
    a break, and asked about.

    >>> parse_status("done 20.11.2026: it works").since
    datetime.date(2026, 11, 20)
    """
    stripped = " ".join(text.split())
    match = re.fullmatch(r"(\w+)(?:[,:;.–—-]*\s+(.+))?", stripped)
    if not match or match[1].lower() not in set(State):
        states = ", ".join(state.value for state in State)
        return Misread(f"“{stripped}” is no state of a goal", f"write one of {states}")
    state, rest, since = State(match[1].lower()), match[2] or "", None
    if found := _since(rest):
        since, rest = found
    elif (last := re.search(r"(?:^|[,;]?\s)(since\s(?:(?!\bsince\b).)+)$", rest)) and (
        found := _since(last[1])
    ):
        since, rest = found[0], f"{rest[: last.start()]} {found[1]}"
    if isinstance(since, Misread):
        return since
    rest = re.sub(r"^[\s,:;.)–—-]+", "", rest).rstrip(" ,;")
    ends = re.search(r"(?:^|[,;]?\s)(?:until|till|to|through)\s+(.*)$", rest) if rest else None
    if ends and (until := _since(ends[1])) and (since or not until[1] or not ends.start()):
        return _no_end(state, since, until[0])
    if vague := re.match(
        r"(?:since\b.*|(?:(?:since|on)\s+)?(?:yesterday|today|last (?:week|month|year|night))\b)",
        rest,
        re.IGNORECASE,
    ):
        day = since or date(2026, 11, 2)
        return Misread(
            f"no day can be told from “{vague[0]}”",
            f"write the day, as `{state.value} since {day}`",
            "date",
        )
    return Declared(state, re.sub(r"^because(?:\s+of)?\b\s*", "", rest), since)


_DAY_LIKE = r"(?:[0-9]{4}-[0-9W]|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|(?:19|20|21)[0-9]{2}\b)"


def _since(text: str) -> tuple[date | Misread, str] | None:
    """The day that a text begins with, and what stands behind it."""
    begins = re.match(r"\(?(?:(?:since|on|from|as of|starting|in|of)\s+)?(?:the\s+)?", text, re.I)
    words = text[begins.end() if begins else 0 :].split()
    for count in range(1, min(len(words), 6) + 1):
        said = " ".join(words[:count]).strip(" ,:;.()")
        behind = " ".join(words[count:])
        if not said or (re.fullmatch(r"[0-9]{4}", said) and begins and not begins[0]):
            continue
        stretch = parse_period(said)
        if re.fullmatch(rf"(?:{MONTH})\.?,? [0-9]{{4}}", said, re.IGNORECASE):
            last = due_in_words(said)
            stretch = (last.replace(day=1), last) if last else None
        if stretch and begins and re.match(r"\(?(?:since|from|as of|starting)", begins[0], re.I):
            return stretch[0], behind
        if stretch:
            return Misread(f"“{said}” is not a single day", FORM, "date"), behind
        if isinstance(day := parse_date(said), date):
            return day, behind
    if words and re.fullmatch(rf"{_DAY_LIKE}[0-9W./-]*[,:;]?", words[0]):
        misread = parse_date(words[0].strip(",:;"))
        return (misread, "") if not re.fullmatch(r"[0-9]{4}", words[0]) else None
    return None


def _no_end(state: State, since: date | None, last: date | Misread) -> Misread:
    """A status that would end by itself."""
    if isinstance(last, Misread):
        return last
    if state is not State.PAUSED:
        return Misread(
            f"“{state.value}” with an end cannot be read", f"write `{state.value}`, without one"
        )
    first = since or last - timedelta(days=14)
    return Misread(
        f"a pause that ends on {last} is a break",
        f"write `breaks: {min(first, last)} to {last}` with its first day, and no `status`; or "
        f"`paused since {min(first, last)}` until you go on",
    )


PLAIN = r"[^\W_](?:[\w.-]*\w)?(?=\s*(?:[,;:.–—]|\s[-–—]\s|(?:because|weil|by|with|durch|mit)\b|$))"
"""An id of a goal without the marks of a link, behind which the sentence ends or a reason comes."""
BY = re.compile(
    rf"(?<!\s)\s+(?:by|with|durch|mit)\s+(?P<by>{LINKED}|{PLAIN}|…(?=\W|$))", re.IGNORECASE
)
"""A successor; “…” is one of which the gate has taken the name."""


def parse_decision(text: str) -> Decision | Misread:
    """`keep because it is nearly there`; `replace by NEW-GOAL: REASON`.

    >>> parse_decision("drop: nobody wants it").because
    'nobody wants it'
    """
    words = " ".join(text.split())
    match = re.match(r"[*_]{0,2}([^\W\d_]+):?[*_]{0,2}(?=\W|$)", words)
    verb = VERBS.get(match[1].casefold()) if match else None
    if match is None or verb is None:
        said = match[1] if match else words
        near = VERBS.get(nearest(said.casefold(), VERBS), "")
        return Misread(
            f"“{said}” is nothing that can be decided of a goal",
            f"did you mean `{near}`?" if near else f"begin with one of {', '.join(Verb)}",
        )
    rest, by = words[match.end() :], ""
    if verb is Verb.REPLACE and (successor := BY.match(rest)):
        by, rest = id_of(successor["by"]), rest[successor.end() :]
    return Decision(verb, reason_in(rest), by)


def id_of(said: str) -> str:
    """The id that a link of either kind, or a plain word, names; none for a link to elsewhere.

    >>> id_of("[the exam](../goals/earn-pmp.md)"), id_of("[PMI](https://pmi.example/earn-pmp)")
    ('earn-pmp', '')
    >>> id_of("[the exam]()")
    ''
    """
    address = re.fullmatch(r"\[[^\[\]]+\]\(([^()\s]*)\)", said)
    if address and re.match(r"[A-Za-z][\w+.-]*:|//", address[1]):
        return ""
    return bare_id(address[1].partition("#")[0] if address else said)


def reason_in(rest: str) -> str:
    """What stands behind a decision, without what joins it on."""
    reason = re.sub(r"^[\s,;:.)–—-]+", "", rest)
    return re.sub(r"^(?:because(?:\s+of)?|weil)\b\s*", "", reason, flags=re.IGNORECASE)


def parse_relevance(text: str) -> Relevance | Misread:
    """Ids, `value NAME`, or a sentence: `[[lead-a-programme]], value mastery`."""
    serves: list[str] = []
    values: list[str] = []
    because: list[str] = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", text))):
        if match := re.fullmatch(r"values?:?\s+(.+)", part, re.IGNORECASE):
            values.append(match[1])
        elif part.startswith("[[") or (_ID.fullmatch(part) and not because):
            serves.append(bare_id(part))
        else:
            because.append(part)
    if because and not values and not any("[[" in part for part in text.split(",")):
        return Relevance(because=text.strip())  # a sentence with commas stays one
    return Relevance(tuple(serves), tuple(values), ", ".join(because))


def parse_window(text: str) -> Window | Misread:
    """A day, `START to DUE`, or a period, which means its last day; the due day in words too.

    `within three months` and `by the end of June` count from the start. Without a start they give a
    window without a due day, whose `words` are still to be counted from another day.
    """
    text = unlinked(text)
    read = _read_window(text)
    if not isinstance(read, Misread):
        return read
    again = _read_window(written_out(text))
    if isinstance(again, Misread) and (beside := _BESIDE_WORDS.fullmatch(text.strip())):
        # "my 40th birthday (14 August 2026)", and "14 August 2026 (my birthday)"
        found = [_read_window(beside[part]) for part in ("inner", "words")]
        days = [one for one in found if isinstance(one, Window) and one.due]
        return days[0] if len(days) == 1 else read
    return read if isinstance(again, Misread) else again


_BESIDE_WORDS = re.compile(r"(?P<words>[^()]+?)\s*\((?P<inner>[^()]+)\)")


def parse_ends(start: str, due: str) -> tuple[date | Misread | None, Window | Misread]:
    """The first day of a stretch, and its last in a window; the texts are empty where none is.

    Each is read as in the one line: of a month or a quarter the start is the first day, without a
    year it is the last one before the due day. What cannot be told of one leaves the other alone.

    >>> first, window = parse_ends("January 2026", "2026-Q2")
    >>> str(first), str(window.due)
    ('2026-01-01', '2026-06-30')
    """
    window = parse_window(due) if due else Window()
    last = window.due if isinstance(window, Window) else None
    first = _beginning(start, last) if start else None
    if due and isinstance(window, Window) and not window.due and isinstance(first, date):
        window = parse_window(f"{first}, {due}")
    if due and isinstance(window, Window):
        apart = window.start in {None, first} and (window.due or window.words)
        window = window if apart else Misread(f"“{due.strip()}” is not a single day", FORM, "date")
    return first, window


_BEGINS = re.compile(r"(?:from|since|starting(?:\s+(?:on|in))?|on|in|ab|seit|von|vom)\s+", re.I)


def _beginning(text: str, last: date | None) -> date | Misread:
    """The day on which a stretch begins, by the words for it alone."""
    words = _BEGINS.sub("", " ".join(text.split()), count=1)
    # As a start “Anfang Juni” is the start of June; as an end it is as vague as “early June”.
    words = re.sub(r"^(?:zu\s)?(?:Anfang|Beginn)\s(?:des\s)?", "start of ", words, flags=re.I)
    for said in (words, written_out(words)):
        dated = re.search("[0-9]{4}", said)
        day = _first(said, None if dated else last) if dated or last else None
        if day:
            return day
    misread = parse_date(text)
    if re.search("[0-9]", text):
        return misread
    return replace(_no_day_told(text.strip()), help="write the first day, as `2026-01-05`")


def _read_window(text: str) -> Window | Misread:
    window = _window(_LATEST.sub("", text))
    if not isinstance(window, Misread):
        return window
    if begin := _FROM.fullmatch(text.strip()):
        day = parse_date(begin[1])
        return day if isinstance(day, Misread) else Window(day)
    start, words = _start_and_words(text)
    if start is None and needs_origin(words):
        return Window(words=words)
    due = due_in_words(words, start)
    if due is not None:
        return Window(start, due, "" if due_in_words(words) else words)
    if (ends := _first_and_last(words if start is None else f"{start} to {words}")) is not None:
        return ends if isinstance(ends, Misread) else Window(*ends)
    if beside := week_beside(words):
        near, weeks = beside
        message = f"there is no week “{words}”: that year has {weeks}, and beside it lies {near}"
        return Misread(message, f"write `{near}`", "date")
    return window if window.help != FORM or re.search(r"[0-9]", words) else _no_day_told(words)


def _start_and_words(text: str) -> tuple[date | None, str]:
    """A start, where one stands before or after the words of a window; and those words."""
    stripped = " ".join(text.split())
    begins = r"(?:from|since|starting(?: on| from)?|beginning(?: on)?|after|as of)\s+"
    for pattern in (
        rf"(?:{begins})?(?P<day>{_DAY})(?:\s*[,;:–—-]\s*|\s+(?:to|and|->|→)\s+|\s+)(?P<words>.+)",
        rf"(?P<words>.+?)[,;]?\s+{begins}(?P<day>{_DAY})",
    ):
        match = re.fullmatch(pattern, stripped, re.IGNORECASE)
        day = parse_date(match["day"]) if match else None
        if match and isinstance(day, date):
            return day, match["words"]
    return None, stripped


_LATEST = re.compile(r",?\s+(?:at the latest|latest|or (?:earlier|sooner|before))\s*$", re.I)
_FROM = re.compile(rf"(?:from|since|starting(?:\s+on)?)\s+({_DAY})(?:\s+on(?:wards?)?)?", re.I)
_UNTIL = re.compile(
    r"(?:(?:by|until|till|due|on|no later than|not later than|up to)\s+)*(?P<strictly>before\s+)?"
    r"(?P<day>.+)",
    re.IGNORECASE,
)
_STRETCH = re.compile(
    r"(?:(?:from|since)\s+)?(?P<first>.+?)(?:\s+(?:to|until|till|through|thru|–|—|->|→|-)\s+"
    r"|(?<=[a-z])[–-](?=[A-Z]))(?P<last>.+)|between\s+(?P<first2>.+?)\s+and\s+(?P<last2>.+)",
    re.IGNORECASE,
)


def _first_and_last(text: str) -> tuple[date | None, date] | Misread | None:
    """The ends of a stretch of which the last is certain: `January to June 2026`, `until DAY`."""
    words = _LATEST.sub("", " ".join(text.split()).rstrip("."))
    if match := _STRETCH.fullmatch(words):
        last = _last(match["last"] or match["last2"])
        first = _first(match["first"] or match["first2"], last) if isinstance(last, date) else last
        if isinstance(last, date) and isinstance(first, date):
            return first, last
        return first if isinstance(first, Misread) else None
    last = _last(words)
    return (None, last) if isinstance(last, date) else last


def _last(text: str) -> date | Misread | None:
    """The last day of what `until` or `by` may stand before; the one before it after `before`."""
    match = _UNTIL.fullmatch(text)
    if not match:
        return None
    period = parse_period(match["day"])
    day = (period[0] if match["strictly"] else period[1]) if period else _weekday_of(match["day"])
    if day is None and not match["strictly"]:
        return due_in_words(text)
    return day - timedelta(days=1) if isinstance(day, date) and match["strictly"] else day


def _first(text: str, last: date | None) -> date | Misread | None:
    """The first day of what a stretch begins with; without a year the last one before its end."""
    period = parse_period(text)
    day = period[0] if period else _weekday_of(text)
    years = [""]
    if last and not re.search("[0-9]{4}", text):
        years = [f" {last.year}", f" {last.year - 1}"]
    said = (due_in_words(f"{edge}{text}{year}") for year in years for edge in ("start of ", ""))
    return day or next((one for one in said if one and (last is None or one <= last)), None)


def _weekday_of(text: str) -> date | Misread | None:
    """A day, before which its weekday may stand; told where it is another one."""
    match = re.fullmatch(rf"(?:({WEEKDAY}),?\s+)?(?:the\s+)?(.+)", text, re.IGNORECASE)
    day = parse_date(match[2]) if match else None
    if not match or not isinstance(day, date):
        return None
    name = WEEKDAYS[day.weekday()]
    if match[1] and not name.lower().startswith(match[1][:3].lower()):
        return Misread(f"{day} is a {name}, and no {match[1]}", FORM, "date")
    return day


def _no_day_told(words: str) -> Misread:
    """A season, an event, "soon": nobody can tell the day from the words."""
    message = f"no day can be told from “{words}”"
    return Misread(message, "write the last day itself, for example `2026-06-30`", "date")


_YEARS = re.compile(r"([0-9]{4})\s*[-–—/]\s*([0-9]{4})")
"""Two years, of which the first begins a stretch and the last ends it."""


def _window(text: str) -> Window | Misread:
    """The forms in figures: a day, `START to DUE`, a period, two years."""
    if years := _YEARS.fullmatch(text.strip()):
        first, last = parse_period(years[1]), parse_period(years[2])
        if first and last and first[0] <= last[1]:
            return Window(first[0], last[1])
    parts = re.split(
        r"\s+(?:to|until|–|—|->|→|-)\s+|\s*\.\.\s*|(?<=[0-9])/(?=[0-9]{4}-[0-9]{2}-[0-9]{2})",
        text.strip(),
    )
    if len(parts) == 2:
        parts[0] = re.sub(r"^from\s+(?=[0-9])", "", parts[0], flags=re.IGNORECASE)
    if len(parts) > 2:
        return Misread(
            f"“{text.strip()}” is not one stretch of time",
            "write its first and last day, as `2026-01-05 to 2026-06-30`",
        )
    ends: list[date] = []
    for index, part in enumerate(parts):
        found = period[index if len(parts) == 2 else 1] if (period := parse_period(part)) else None
        day = found or parse_date(part)
        if isinstance(day, Misread):
            return day
        ends.append(day)
    return Window(ends[0], ends[1]) if len(ends) == 2 else Window(None, ends[0])


IF = r"(?:if|when(?:ever)?|wenn|falls)"
THEN = r"(?:then|dann)"
"""The words before what may come in the way, and before what is done then, as patterns."""
_PLAN = late(
    r"(?P<if2>[^<>=→⇒➔➜]+?)\s*(?:[-–=]+>|→|⇒|➔|➜)\s*(?P<then2>.+)"
    rf"|(?:{IF}\s+)?(?P<if>.+?)[,;:]?\s+{THEN}:?\s+(?P<then>.+)"
    rf"|{IF}\s+(?P<if3>[^,;:]+?)\s*[,;:]\s*(?P<then3>(?:I|we|ich|wir)(?![\w'’]).+)",
    re.IGNORECASE | re.DOTALL,
)
"""What may come in the way, and what is done then: by an arrow, in words, or behind a comma."""


def parse_obstacle(text: str) -> Obstacle | Misread:
    """`if …, then …`; also `it rains -> I run in the hall`, and `when it rains, I run in the hall`.

    Without what is done then the plan is still open.

    >>> parse_obstacle("rain → treadmill")
    Obstacle(if_='rain', then='treadmill')
    """
    words = text.strip()
    if match := _PLAN.fullmatch(words):
        said = next(n for n in ("", "2", "3") if match[f"if{n}"])
        when = re.sub(rf"^{IF}\s+", "", match[f"if{said}"].strip(), flags=re.IGNORECASE)
        then = re.sub(rf"^{THEN}\s+", "", match[f"then{said}"].strip(), flags=re.IGNORECASE)
        return Obstacle(when, then)
    return Obstacle(re.sub(rf"^{IF}\s+", "", words, flags=re.IGNORECASE), "")


_LEVEL = r"[0-9](?:\.[0-9]+)?"
_AN_ABILITY = "write `negotiation 2 since 2025-01-10 led the tender`"
_A_NEED = "write `negotiation 4`; a day is that of a milestone that names the skill"
_NO_LEVEL = re.compile(
    r".*\s(?:[+−-]\s?[0-9]+(?:\.[0-9]+)?|10|[0-9.]+\s?(?:%|(?:/|of|out of)\s?[0-9]+)"
    r"|high|low|medium|basic|beginner|intermediate|advanced|expert|fluent|hoch|mittel|niedrig)",
    re.IGNORECASE,
)
"""What ends with a level, and with none from 0 to 5: `-1`, `4/5`, `80 %`, `high`."""
_DATED_LEVEL = re.compile(
    r".*?\D[:\s]\s*[0-9]+(?:\.[0-9]+)?\s*[,;]?\s+\(?"
    rf"(?:{_DAY}|(?:by|until|till|before|since|demand|bis|seit)\s).*",
    re.IGNORECASE,
)


def parse_skill(text: str) -> Skill | Misread:
    """`negotiation 4`; without a number the level is 1.

    What stands where a level does is one, or is told, and never a part of the name.
    """
    plain = " ".join(text.split())
    more = Misread(f"“{plain}” says more than a skill and its level", _A_NEED)
    if _DATED_LEVEL.fullmatch(plain):
        return more
    if _NO_LEVEL.fullmatch(plain):
        return _beyond(f"“{plain}”")
    match = re.fullmatch(rf"(.*?\D)[:\s]\s*({_LEVEL})", plain)
    if not match and re.fullmatch(rf".*?\D[:\s]\s*{_LEVEL}\s*[,;].*", plain):
        return more
    if not match:  # behind a colon stands a level
        return _beyond(f"“{plain}”") if re.search(r":\s", plain) else Skill(plain, 1.0)
    level = float(match[2])
    if level > 5:
        return _beyond(match[2])
    return Skill(match[1].strip(" :"), level)


def parse_ability(text: str) -> Ability | Misread:
    """`negotiation 2`; then `since DATE`, `demand 4` and what shows it, with commas between.

    Without a number the level is 1.

    >>> parse_ability("negotiation 2 since 2025-01-10 led the tender, demand 4").evidence
    'led the tender'
    """
    stripped = " ".join(text.split())
    more = r"\s*[,;].*|\s+(?:since|demand)\s.*"
    match = re.fullmatch(rf"(.*?\D)[:\s]\s*({_LEVEL})({more})", stripped, re.IGNORECASE)
    if not match:
        if re.search(r"[,;\s](?:since|demand)\s", f"{stripped} ", re.IGNORECASE):
            return Misread(f"“{stripped}” tells no level from 0 to 5", _AN_ABILITY)
        alone = parse_skill(stripped)
        if isinstance(alone, Misread):
            return replace(alone, help=_AN_ABILITY) if alone.help == _A_NEED else alone
        return Ability(alone.skill, alone.level)
    name, levels = match[1].strip(" :"), [float(match[2])]
    since: date | None = None
    demand: float | None = None
    evidence: list[str] = []
    for part in re.split(r"[,;]", match[3]):
        words = part.strip()
        if asked := re.fullmatch(rf"demand:?\s+({_LEVEL})", words, re.IGNORECASE):
            demand = float(asked[1])
            levels.append(demand)
        elif re.match(r"since\s", words, re.IGNORECASE):
            found = _since(words)
            if found is None:
                return Misread(f"no day can be told from “{words}”", _AN_ABILITY)
            if isinstance(found[0], Misread):
                return found[0]
            since, words = found[0], re.sub(r"^[\s,:;–—-]+", "", found[1])
            evidence += [words] if words else []
        elif words:
            evidence.append(words)
    if beyond := next((level for level in levels if level > 5), None):
        return _beyond(in_digits(beyond))
    return Ability(name, levels[0], since, ", ".join(evidence), demand)


def parse_level(text: str) -> Level | Misread:
    """`2026-03-01 3 led the tender`: the day from which it holds, the level, what shows it.

    A month or a year means its first day.

    >>> parse_level("2026-03 3").date_
    datetime.date(2026, 3, 1)
    """
    day, rest = _since(f"since {' '.join(text.split())}") or (None, "")
    if isinstance(day, Misread):
        return day
    match = re.fullmatch(rf"[,:]?\s*({_LEVEL})(?:[,:;]?\s+(.*))?", rest)
    if day is None or not match:
        remedy = "write `2026-03-01 3 led the tender`"
        return Misread(f"“{text.strip()}” is not a level with its day", remedy)
    return _beyond(match[1]) if float(match[1]) > 5 else Level(day, float(match[1]), match[2] or "")


def _beyond(level: str) -> Misread:
    return Misread(f"a skill's level runs from 0 to 5, not {level}", "write 0 to 5")


def parse_satisfaction(text: str) -> Satisfaction | Misread:
    """`job 7, field 8`, or one of them; then a word on it."""
    found: dict[str, float] = {}
    note: list[str] = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", text))):
        match = re.fullmatch(r"(job|field):?\s+([0-9]+(?:\.[0-9]+)?)(?:\s*/\s*10)?", part, re.I)
        if not match or match[1].lower() in found:
            note.append(part)
            continue
        found[match[1].lower()] = float(match[2])
        if float(match[2]) > 10:
            return Misread(f"satisfaction runs from 0 to 10, not {match[2]}", "write 0 to 10")
    if not found:
        return Misread(f"“{text.strip()}” tells no number", "write `job 7, field 8`")
    return Satisfaction(found.get("job"), found.get("field"), ", ".join(note))


def parse_knot(text: str) -> Knot | Misread:
    """`DATE =VALUE`, `DATE RATE a week` or `=VALUE at RATE a week`; `RATE a week` for all of it.

    Both numbers may have a unit, which is kept for the goal to be compared with.

    >>> parse_knot("two books a week").unit
    'books'
    """
    rest = text.strip()
    day: date | None = None
    if match := re.match(rf"({_DAY})[,:]?\s*", rest):
        found = parse_date(match[1])
        if isinstance(found, Misread):
            return found
        day, rest = found, rest[match.end() :]
    match = re.fullmatch(
        rf"(?:=(?P<much>[^=,;:]+?)\s+(?=at\s+{_MUCH})|={STAND})?"
        rf"\s*(?:(?:at\s+)?(?P<rate>{_MUCH}[^:;=]*?\s*(?:an?|per|each|every|/)\s*{PERIODS})"
        r"(?![^\W_]))?[,:;]?\s*(?P<because>.*)",
        rest,
        re.IGNORECASE,
    )
    said = (match["much"] or match[2]) if match else None
    parts = (day, said, match["rate"]) if match else ()
    if not match or (sum(part is not None for part in parts) < 2 and rest != match["rate"]):
        return Misread(
            f"“{text.strip()}” is not a knot of the target line",
            "write `2026-06-30 =6`, `2026-07-31 0 a week`, or `2 a week` for all of it",
        )
    rate = rate_and_unit(match["rate"]) if match["rate"] else (None, "")
    if isinstance(rate, Misread):
        return rate
    stands = parse_number(in_figures(said)) if said else None
    if isinstance(stands, Misread):
        return with_signs(stands, "=", "")
    unit = rate[1] or (stands[1] if stands else "")
    value = told_in(*stands, unit) if stands else None
    if isinstance(value, Misread):
        return value
    return Knot(day, value, rate[0], match["because"], unit)


def parse_break(text: str) -> Break | Misread:
    """`START to END why`: two days, or periods; a day or a period alone is a break as well."""
    words = text.split()
    for count in range(len(words), 0, -1):
        stretch = " ".join(words[:count]).rstrip(",:;")
        window = _window(stretch)
        if isinstance(window, Window) and window.due:
            period = parse_period(stretch)
            start = window.start or (period[0] if period else window.due)
            because = " ".join(words[count:])
            if re.match(r"(?:to|until|till|through|[-–—→>]+|\.\.)(?:\s|$)", because):
                break  # an end that cannot be read
            return Break(min(start, window.due), max(start, window.due), because)
    if match := re.match(rf"{_DAY}\s+(?:to|until|–|->|-)\s+{_DAY}", text.strip()):
        misread = _window(match[0])
        if isinstance(misread, Misread):
            return misread
    remedy = "write `2026-07-01 to 2026-07-31 holiday`"
    return Misread(f"“{text.strip()}” is not a break", remedy)


_YES, _NO = {*TRUE, "done", "erledigt", "[x]"} - {"on"}, {*FALSE, "[ ]"} - {"off"}
"""Answers that stand for a number; a day off is none, and no more than "on" an answer."""


def parse_amount(text: str) -> Amount | Misread:
    """`2`, `+2` (always adds), `=81.4` (always states), `=0!` (odd but meant), `yes` and `no`.

    Yes and no may be said in German too, and by a check box.

    >>> parse_amount("nein").value
    0.0
    >>> parse_amount("=1.500").help
    'write `=1500`, or `=1.5` for tenths'
    """
    stripped = text.strip()
    if (said := stripped.lower()) in _YES | _NO:
        return Amount(float(said in _YES), in_words=True)
    stated = "=" if stripped.startswith("=") else ""
    body, sure = sure_of(stripped.removeprefix("="))
    number = parse_number(in_figures(body))
    if isinstance(number, Misread):
        return with_signs(number, stated, "!" if sure else "")
    value, unit = number
    if stated:
        return Amount(value, Mode.LEVEL, sure, unit)
    return Amount(value, Mode.ADDED if stripped.startswith("+") else None, sure, unit)


def parse_noted(text: str) -> Noted | Misread:
    """`2026-03-01 =410 a note`; with the note `checkpoint` the total must be so."""
    number = rf"[=+−-]?\s*(?:{MONEY}\s?)?(?:{NUMBER})\S*|(?:yes|no|ja|nein)(?![^\W_])"
    unit = rf"(?:\s(?:{UNITS})(?![^\W_]))?"
    match = re.fullmatch(rf"({_DAY})[,:]?\s+((?:{number}){unit}!?)[,;]?\s*(.*)", text.strip())
    if not match:
        return Misread(f"“{text.strip()}” is not a reading", "write `2026-03-01 =410 a note`")
    day, value = parse_date(match[1]), parse_amount(match[2])
    if isinstance(day, Misread):
        return day
    if isinstance(value, Misread):
        return value
    note = re.sub(r"^checkpoint\b[,:]?\s*", "", match[3], flags=re.I)
    return Noted(day, value, note, note != match[3])


def parse_advance(text: str) -> Advance | Misread:
    """The number of one goal in an entry."""
    body, sure = sure_of(text.strip())
    if of := re.fullmatch(r"([0-9]+)\s*(?:/|of|out of)\s*([0-9]+)", body):
        return Advance(Amount(float(of[1]), None, sure, f"of {of[2]}"))  # its goal tells which
    value = parse_amount(text)
    return value if isinstance(value, Misread) else Advance(value)


SHORT_FORMS: Mapping[type, Callable[[str], Any]] = {
    Measure: parse_measure,
    Declared: parse_status,
    Decision: parse_decision,
    Effort: parse_effort,
    Money: parse_money,
    Relevance: parse_relevance,
    Window: parse_window,
    Milestone: parse_milestone,
    Obstacle: parse_obstacle,
    Skill: parse_skill,
    Ability: parse_ability,
    Level: parse_level,
    Satisfaction: parse_satisfaction,
    Knot: parse_knot,
    Break: parse_break,
    Amount: parse_amount,
    Noted: parse_noted,
    Advance: parse_advance,
}
"""The reader of the short form, by type; each gives the value or a `Misread`."""
