"""The words of measures: for each kind and each bound, and what they say of the thing counted.

In: nothing. Out: tables of words, and of what is written instead of some. They stand here alone, so
that a word is added in one place.
"""

from __future__ import annotations

import re

from milepost.journal.dates import MONTH
from milepost.journal.rhythm_words import PERIOD_WORDS, WEEKDAY
from milepost.journal.words import Kind

HELP = (
    "write a count (`24 books`), a level (`from 82 to 75 kg`), a habit (`3 times a week`), a limit "
    "(`at most 2 a week`), a range (`keep 70 to 75 kg`), an average "
    "(`average mood at least 7`), or `milestones`, `tasks`, `yes or no`, "
    "`goals`"
)
"""What to write where nothing nearer is found."""
WITHOUT_NUMBER = {
    "milestones": Kind.MILESTONES,
    "tasks": Kind.TASKS,
    "yes or no": Kind.YES_NO,
    "yes/no": Kind.YES_NO,
    "yes-no": Kind.YES_NO,
    "goals": Kind.GOALS,
    "its milestones": Kind.MILESTONES,
    "its tasks": Kind.TASKS,
    "done or not": Kind.YES_NO,
    **dict.fromkeys(
        (
            "yes",
            "ja",
            "y/n",
            "ja/nein",
            "ja oder nein",
            "done",
            "done/not done",
            "pass/fail",
            "true/false",
            "binary",
            "boolean",
            "once",
            "one time",
            "einmal",
        ),
        Kind.YES_NO,
    ),
    "the goals that serve it": Kind.GOALS,
}
"""What is measured without a number, by the words for it."""
AT_LEAST = r"at least|no less than|min(?:imum)?|>=|≥|above|over"
AT_MOST = r"at most|no more than|max(?:imum)?|<=|≤|below|under"
KEEP = r"(?:keep|kept|stay|hold|maintain|remain)\s+(?:it\s+|at\s+)?"
DOWNWARDS = "down|lose|drop|shed|reduce|cut|decrease|lower"
UPWARDS = "gain|add|increase|raise|grow|put on"
"""Bounds, where to stay and ways to go, as patterns."""
TIMES = {"times", "time", "x", "×"}
"""What is counted where it is only said how often."""
OUTCOME = re.compile(
    r"\b(?:in (?:my |the )?hand|passed|signed|published|launched|live|finished|completed?|done"
    r"|delivered|received|obtained|submitted|handed in|accepted|awarded|earned|approved|issued"
    r"|installed|opened|registered|sold|bought|built|certificate|certification|diploma|degree"
    r"|licen[cs]e|in der hand|bestanden|abgegeben|unterschrieben|veröffentlicht|fertig|erhalten"
    r"|zertifikat|diplom|führerschein)\b",
    re.IGNORECASE,
)
"""Words for what is reached, or is not."""
AMOUNTS = frozenset(
    re.findall(
        r"\w+",
        "score scores grade grades number count rate share amount percent percentage hours "
        "minutes days weeks months times weekly daily monthly yearly average mean more less "
        "fewer most least every each per many much all both several some few not no never "
        "without below above under over until before after than level better worse how",
    )
)
"""Words that make it an amount, a bound, a rhythm or its contrary."""
STANDS = re.compile(r"(?:followers?|subscribers?|abonnent(?:en|innen)?|elo)\b", re.IGNORECASE)
"""What everybody tells as it stands: a week's 450 are not another 450."""
AT_ONCE = re.compile(
    r"\b(?:in (?:a row|one go|one sitting|one piece)|at (?:a stretch|once|one go)|consecutive"
    r"|(?:without|with no) (?:a |any )?(?:break|stop(?:ping)?|pause|rest)|non-?stop|unbroken"
    r"|am Stück|hintereinander|ohne Pause|in Folge)\b",
    re.IGNORECASE,
)
"""Words for what is done at one time, or without a gap."""
WANTED_MORE = re.compile(
    r"\b(?:sle(?:ep|pt)|asleep|nights?|steps?|walk\w*|water|pages?|words|read(?:ing)?|mood|energy"
    r"|exercis\w+|train\w*|workouts?|practi[cs]e|practi[cs]ing|stud(?:y|ying)|vegetables|fruit"
    r"|protein|meditat\w+|push-?ups|schlaf\w*|schritte|wasser|seiten|wörter|lesen|übe\w*)\b",
    re.IGNORECASE,
)
WANTED_LESS = re.compile(
    r"\b(?:screen(?:[ -]?time)?|phone|social media|tv|coffees?|alcohol\w*|drinks|beers?"
    r"|cigarettes|sugar|sweets|snacks|commut\w+|bildschirm\w*|handy\w*|kaffees?|zigaretten|bier"
    r"|alkohol\w*|zucker)\b",
    re.IGNORECASE,
)
"""Things of which people want more, and of which they want less, whoever they are."""
SPOKEN = (
    (r"(?<!\w)(?:a\s+)?half\s+an\s+hour\b|(?<!\w)a\s+half\s+hour\b", "30 min"),
    (r"(?<!\w)(?:a\s+)?quarter\s+of\s+an\s+hour\b", "15 min"),
    (r"(?<!\w)three\s+quarters\s+of\s+an\s+hour\b", "45 min"),
    (r"(?<!\w)an\s+hour\s+and\s+a\s+half\b", "90 min"),
    (r"^an\s+hour\b(?!\s+and)|(?<=most )an\s+hour\b|(?<=least )an\s+hour\b", "1 hour"),
)
"""Times as they are spoken, each with its figures."""
OF_HOURS = (
    r"\b(?:sleep|asleep|slept|bed|rest|nap|screen|work|working|study|studying|fast|fasting)\b"
)
OF_MINUTES = r"\b(?:pace|run|runs|running|lap|laps|split|splits|mile|miles|plank|swim|row|5k|10k)\b"
"""What is timed in hours, and what in minutes, where a time of the clock has no unit."""
MAGNITUDES = (
    "grand|gross|mill?|mille|milliards?|[qz][a-z]*illions?|gazillions?|myriads?|tausend|hundert"
    "|million(?:en)?|milliarden?|dutzend"
)
"""Words behind a number that make it larger, here or elsewhere, and are no unit by themselves."""
NO_UNIT = (
    (
        r"(?<![\w-])(?:on\s)?(?:average|avg)\b.*",
        "write what it is, and at least or at most how much: `average mood at least 7`",
    ),
    (
        r"^%\s.*\b(?:more|less|fewer|higher|lower|increase|decrease|growth|reduction)\b.*"
        r"|^(?:more|less|fewer)\b.*%.*",
        "say of what: `+15 % from 410 clients`, or `from 410 to 470 clients`",
    ),
    (
        r"\b(?:by|until|till|before|within)\s.*"
        rf"|\b(?:in|on|from|since|for|this|next)\s(?:the\s)?(?:end|spring|summer|autumn|winter"
        rf"|{MONTH}|{WEEKDAY}|year|month|week|quarter)\b.*",
        "write the time as `time_bound`, and here what is counted, as `24 books`",
    ),
    (
        r"\b(?:a|an|per|each|every)\s(?:other\s|second\s)?(?:single\s)?"
        rf"(?:{'|'.join(PERIOD_WORDS.values())}|weekday|weekend|{WEEKDAY})\b.*"
        rf"|\s?/\s?(?:day|week|month|quarter|year)\b.*"
        r"|\b(?:daily|nightly|weekly|monthly|quarterly|yearly|annually|hourly|fortnightly)$",
        "write a rhythm as `3 times a week` or `30 minutes a day`",
    ),
    (
        r"\b(?:or|and)\s(?:more|less|fewer|so)\b.*|\bat\s(?:least|most)\b.*"
        r"|\b(?:more|less|fewer|greater|higher|lower)\sthan\b.*|^(?:more|fewer|less)\b.*"
        r"|\b(?:minimum|maximum)$|\b(?:increase|decrease|reduction|growth)$",
        "write `24 books`, `at most 2 coffees a day` or `from 82 to 75 kg`",
    ),
    (
        r".*\bp\.\s?a\.?$",
        "write `24 books a year`",
    ),
    (
        r".*(?:\s|^)(?:less|fewer|more|lighter|heavier|lower|higher|faster|slower|weniger|mehr)$",
        "write `lose 5 kg` or `gain 5 kg`, or both ends: `from 82 to 77 kg`",
    ),
    (
        r"(?:.*\s)?(?:(?:pro|die|je|jede[nrms]?|im|am|in der)\s(?:Tag|Woche|Monat|Quartal|Jahr)"
        r"|(?:täglich|wöchentlich|monatlich|jährlich|mal|höchstens|mindestens)\b).*",
        HELP,
    ),
    (r"^(?:to|from|than|and|or|per|each|every)\b.*", HELP),
)
"""What cannot stand in a unit, and what to write for it."""
NO_THINGS = frozenset(re.findall(
    r"\w+",
    "a an the at by in into on onto of off to from for with without within and or than per my our "
    "your top first last number no under over level grade stage round part chapter",
))  # fmt: skip
"""Words that name no thing to count, and before a number say that it counts none."""
CONTRARY = {"minus", "no", "not", "never", "without", "than", "less", "fewer", "top"}
"""Words before a number that change what it says."""
NO_NAMES = frozenset(re.findall(
    r"\w+",
    "um unter über auf bis ab von vom zu zum zur an am in im mit ohne kein keine nicht nie mehr "
    "weniger als höchstens maximal max mindestens wenigstens minimal zwischen alle jede jeden "
    "jedes jeder pro je rund etwa ungefähr knapp gut fast nach vor seit statt",
)) - {"in", "am"}  # fmt: skip
"""German words that say how much, when or how often, and are in no name of what is measured."""
ABOUT = frozenset(
    [
        "about",
        "around",
        "nearly",
        "almost",
        "roughly",
        "approximately",
        "approx",
        "ca",
        "circa",
        "~",
        "≈",
    ]
)
"""Words before a number that leave it as it is."""
VERBS_OF_DOING = frozenset(re.findall(
    r"\w+",
    "save read run earn write walk do make swim cycle ride finish complete learn drink eat sleep "
    "pay meditate practise practice study invest donate publish send call visit watch cook reach "
    "get win sell buy raise collect climb row hike draw paint play sing bake plant sow give teach "
    "solve meet",
))  # fmt: skip
"""Verbs before a number, which leave it as it is."""
