"""The grammar of measures: in which forms people write one, and which form goes before which.

In: nothing. Out: the patterns of the forms, each with what makes a measure of its match.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from milepost.journal.measure_forms import (
    a_count,
    a_habit,
    a_level,
    a_limit,
    a_range,
    above_what,
    against_time,
    an_average,
    bare_average,
    below_what,
    either_of_two,
    in_sets,
    level_by,
    level_to,
    no_period,
    on_second_days,
    on_weekdays,
    relative_level,
    share_of_what,
    twice_or_once,
    uneven,
)
from milepost.journal.measure_numbers import BARE_WORD, COUNTED, NUMBER_WORD, ONE_NUMBER
from milepost.journal.measure_words import AT_LEAST, AT_MOST, DOWNWARDS, KEEP, UPWARDS
from milepost.journal.numbers import (
    CLOCK,
    UNITS,
    Misread,
)
from milepost.journal.rhythm_words import NOUN, PER_ADVERB, PER_NOUN, TWO_WEEKS, WEEKDAY
from milepost.journal.values import Measure

_A, _B = rf"(?P<a>{ONE_NUMBER})", rf"(?P<b>{ONE_NUMBER})"
_MANY = rf"{COUNTED}\s*(?P<unit>.*?)"
_OF = (
    r"(?:(?:on\s+)?an?\s+|on\s+)?(?:average|mean)\s+(?:of\s+)?(?:(?P<unit2>[^0-9]*?)\s+(?:of\s+)?)?"
)
_EACH = rf"(?:\s*{PER_NOUN}|{PER_ADVERB}))?"
_DAYS = rf"(?P<days>(?:(?:{WEEKDAY})(?:\s*(?:,\s*and|,|and|&|\+|/)\s*|\s+|$))+|weekdays?|weekends?)"
_OTHER = r"(?P<second>other|second|2nd|two|2)"
_SECOND_DAY = (
    r"(?:every|each)\s+(?:other|second|2nd|two|2)\s+"
    r"(?:days?|mornings?|afternoons?|evenings?|nights?)"
)


def _with_period(form: str) -> str:
    return form + r"\s*" + PER_NOUN + rf"|{PER_ADVERB})"


FORMS: tuple[tuple[str, Callable[[re.Match[str]], Measure | Misread]], ...] = (
    (
        rf"{_OF}(?P<side>{AT_LEAST}|{AT_MOST})\s*{_A}"
        rf"\s*(?P<unit>.*?){_EACH}",
        an_average,
    ),
    (rf"{_OF}(?:between\s+)?{_A}\s*(?:to|and|-|–)\s*{_B}\s*(?P<unit>.*?){_EACH}", an_average),
    (rf"{_OF}{_A}\s*(?P<unit>.*?){_EACH}", bare_average),
    (
        rf"(?P<percent>[+−-]\s?[0-9.]+)\s*%\s*(?:from|on|of|over)\s+{_A}\s*(?P<unit>.*)",
        relative_level,
    ),
    (r"[+−-]\s?[0-9.]+\s*%.*", share_of_what),
    (rf"(?:{DOWNWARDS}|{UPWARDS})\s+(?:.*?\s)?by\s+[0-9.]+\s*%.*", share_of_what),
    (
        rf"(?P<way>{DOWNWARDS}|{UPWARDS})\s+(?:by\s+)?(?:at least\s+)?{COUNTED}\s*(?P<unit>.*)",
        level_by,
    ),
    (
        rf"{COUNTED}\s*(?P<unit>.*?)\s+(?P<way>down|up)\s+from\s+(?:the|its)\s+"
        r"(?:start|first reading)",
        level_by,
    ),
    (rf"{KEEP}(?P<side>above|over|below|under)\s+{_A}\s*(?P<unit>.*)", a_range),
    (rf"(?:{KEEP})(?:between\s+)?{_A}\s*(?:to|and|-|–)\s*{_B}\s*(?P<unit>.*)", a_range),
    (_with_period(rf"(?:between\s+)?{_A}\s*(?:to|and|-|–)\s*{_B}\s*(?P<unit>.*?)"), either_of_two),
    (rf"between\s+{_A}\s*and\s*{_B}\s*(?P<unit>.*)", a_range),
    (
        rf"from\s+{_A}\s*(?P<unit2>[^0-9].*?)??\s+to\s+{_B}\s*(?P<unit>.*)",
        a_level,
    ),
    (rf"{_A}\s*(?P<unit2>[^0-9].*?)??\s*(?:->|→|=>)\s*{_B}\s*(?P<unit>.*)", a_level),
    (rf"{_A}(?P<way>[–-]){_B}\s*(?P<unit>.*)", a_level),
    (_with_period(rf"{_A}\s*(?:x|×|times)\s*{_B}\s*(?P<unit>.*?)"), in_sets),
    (
        _with_period(rf"(?:at most|no more than|up to|max(?:imum)?\.?(?:\s+of)?|<=|≤)\s*{_MANY}"),
        a_limit,
    ),
    (
        _with_period(_MANY) + r",?\s+(?:max(?:imum)?\.?|at most|tops|or (?:less|fewer))",
        a_limit,
    ),
    (_with_period(_MANY) + r",?\s+(?:min(?:imum)?\.?|at least|or more)", a_habit),
    (
        rf"(?:at most|no more than|up to|max(?:imum)?\.?(?:\s+of)?|<=|≤)\s*{COUNTED}"
        r"\s*(?P<unit>.*)",
        no_period,
    ),
    (rf"(?:once\s+)?{_SECOND_DAY}", on_second_days),
    (rf"{_MANY}\s+{_SECOND_DAY}", on_second_days),
    (rf"(?:once\s+)?(?:every|each)\s+{_OTHER}\s+{_DAYS}", on_weekdays),
    (rf"{_MANY}\s+(?:on\s+)?(?:every|each)\s+{_OTHER}\s+{_DAYS}", on_weekdays),
    (
        rf"(?:.*\s)?(?:every|each)\s+(?!{TWO_WEEKS})"
        rf"(?:other|second|third|[0-9]+(?:st|nd|rd|th)?|(?!a\b)(?:{NUMBER_WORD}))\s+"
        r"(?:days?|weeks?|months?|quarters?|years?)",
        uneven,
    ),
    (r"(?:.*\s)?bi-?(?P<of>weekly|monthly)", twice_or_once),
    (rf"(?:(?:every|each|on)\s+)?{_DAYS}", on_weekdays),
    (rf"{_MANY}\s+(?:on|every|each|per)\s+{_DAYS}", on_weekdays),
    (
        rf"(?:on\s+)?(?:the\s+)?(?:first|second|third|fourth|last)\s+(?:{WEEKDAY})\s+(?:of|in)\s+"
        r"(?:a|the|each|every)\s+(?P<per>month|quarter|year)(?P<adverb>)",
        a_habit,
    ),
    (_with_period(rf"(?:(?:at least|min(?:imum)?\.?|>=|≥)\s*)?{_MANY}"), a_habit),
    (_with_period(r"(?P<word>once|twice)"), a_habit),
    (rf"{COUNTED}\s*(?:x|×|times)\s*(?P<per>{NOUN})(?P<adverb>)(?P<unit>)", a_habit),
    (rf"{PER_ADVERB}(?P<per>)", a_habit),
    (
        r"(?:every|each)\s+(?:single\s+)?"
        rf"(?P<per>{NOUN})(?P<adverb>)",
        a_habit,
    ),
    (
        rf"{_A}\s*[^0-9]*?\s(?:in|under|in under|within|below|sub)\s+"
        rf"(?P<time>{CLOCK}|[0-9.]+\s*(?:h|hrs?|hours?|min|minutes))",
        against_time,
    ),
    (
        rf"{_A}\s*(?P<unit2>{UNITS})\s*(?P<way>to|–|—|-)\s*{_B}\s*(?P<unit>(?:{UNITS})\b.*)",
        a_level,
    ),
    (
        rf"{_A}(?:\s*(?P<unit2>[^0-9\s][^0-9]*?))?\s*(?P<way>to|–|—|\s-)\s+{_B}"
        r"\s*(?P<unit>(?(unit2)(?:(?P=unit2))?|.*))",  # "12 letters to 3 friends" is no level
        a_level,
    ),
    (rf"(?:under|below|less than|fewer than|<)\s*(?P<rest>{_with_period(_MANY)})", below_what),
    (
        r"(?:(?:(?P<way>(?:get\s+)?(?:down|up)|get)\s+)?to"
        r"|(?P<under>(?:get\s+|in\s+)?(?:under|below)|less than|sub|<))"
        rf"\s*{_A}\s*(?P<unit>.*)",
        level_to,
    ),
    (rf"(?:over|above|more than|>)\s*(?P<rest>{COUNTED}\s*.*)", above_what),
    (
        rf"(?:at least|no less than|min(?:imum)?\.?(?:\s+of)?|>=|≥)\s*{COUNTED}\s*(?P<unit>.*)",
        a_count,
    ),
    (rf"{_A}(?:\s*\+|\s+or more)\s+(?P<unit>.*)", a_count),
    (rf"(?P<a>{BARE_WORD})\s+(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+)?)", a_count),
    (rf"{_A}\s*(?P<unit>.*)", a_count),
)
"""The forms, tried in this order: the special before the plain."""
