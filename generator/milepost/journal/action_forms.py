"""How people write signs on the line of a check box: the patterns, and what each word means.

In: nothing. Out: patterns and tables for `actions`. The signs are ours, and those of Obsidian's
Tasks and Dataview, of todo.txt, Logseq and Org.
"""

from __future__ import annotations

import re

from milepost.journal.dates import WEEKDAY
from milepost.patterns import late

FIRST_ATOM = 0xF0000
ATOM = "\U000f0000-\U000ffffd"
"""Code, a link or a picture stands in the text as one sign of a plane that nobody uses."""
MAY = re.compile(rf"[0-9@#!+(📅📆🗓⏱✅☑❌➕🔺⏫🔽⏬❗‼{ATOM}]|(?i:due:)")
"""Without any of these there is no sign on a line."""
WORDS = re.compile(rf"[^\W_]|[{ATOM}]")
PARTING = " \t,;:·|–—"
"""What may stand between the words and a sign, and belongs to neither."""

_WEEKDAY = (
    rf"(?:{WEEKDAY}|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
    r"|Mo|Di|Mi|Do|Fr|Sa|So)\b[.,]?\s+"
)
_MONTH = r"[^\W\d_]{3,10}"
_DAY = (
    r"(?:[0-9]{4}-[WQ][0-9]{1,2}|[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,2}"
    r"|[0-9]{4}-[0-9]{2}|[0-9]{1,2}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{2,4}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+[0-9]{{4}}"
    rf"|(?P<month2>{_MONTH})\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+[0-9]{{4}})(?![\w-]|[./:][0-9])"
)
"""What looks like a whole day, a week, a month or a quarter; no year is ever guessed."""
_BY = (
    r"(?:by|until|till|due(?:\s+(?:by|on))?|deadline|bis(?:\s+(?:zum|am))?|fällig(?:\s+(?:am|bis))?"
    r"|spätestens(?:\s+(?:am|bis(?:\s+zum)?))?)"
)
_BY_DAY = (
    rf"(?<![\w@#-]){_BY}(?:\s*:\s*|\s+)(?:(?:the|dem|den)\s+)?(?:{_WEEKDAY})?"
    rf"(?:(?:the|dem|den)\s+)?(?P<day>{_DAY})"
)
BY_DAY = late(_BY_DAY, re.IGNORECASE)
EMOJI_DAY = re.compile(
    "(?P<sign>[📅📆🗓✅☑❌➕])\ufe0f?\\s*(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![\\w-])"
)
KEYED_DAY = re.compile(r"(?<![\w:/@#])due:(?P<day>[0-9]+[-/.][^\s,;]*|[^\W\d_][^\s,;:/]*)", re.I)
ORG_DAY = re.compile(r"\bDEADLINE:\s*<(?P<day>[0-9-]+)[^<>\n]*>")
RANK = re.compile("(?P<high>[🔺⏫❗‼]\ufe0f?|\\[#A\\])|(?P<low>[🔽⏬]\ufe0f?|\\[#C\\])")
EMOJI_SAYS = {
    "📅": "due", "📆": "due", "🗓": "due", "✅": "done", "☑": "done", "❌": "dropped", "➕": "made",
}  # fmt: skip
FIELDS = {
    "due": "due", "deadline": "due", "completion": "done", "cancelled": "dropped",
    "created": "made", "priority": "rank",
}  # fmt: skip
"""The fields of Dataview that are read on a task, each with what it says."""
RANKS = {"highest": 1, "high": 1, "low": -1, "lowest": -1}
"""What the priorities of Dataview mean; one in the middle means nothing, and stays a word."""
TAG = re.compile(r"(?<![\w/#&])#(?!\d)\w[\w/-]*")

_NAME = r"(?!\d)[^\W_][\w'’-]*"
_TIME = (
    r"(?P<whole>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?(?:(?P<hours>hours?|hrs?|h|Std\.?|Stunden?)"
    r"(?:\s?(?P<more>[0-9]{1,2})(?:\s?min)?)?|(?:minutes?|Minuten?|mins?))(?!\w)"
)
_RANKED = r"(?P<high>!(?:important|wichtig|high|hoch))|(?P<low>!(?:low|niedrig))"
AT_END = late(
    rf"(?:^|(?<=[\s,;:·|–—{ATOM}]))(?P<bracket>\()?(?:(?P<by>{_BY_DAY})|{_RANKED}"
    r"|(?P<done>(?:done|completed|erledigt)(?:\s+(?:on|am))?:?\s+(?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2}))"
    rf"|(?:(?:→|->)\s*)?@(?P<name>{_NAME}|[{ATOM}])"
    rf"|[#+](?P<tag>(?!\d)\w[\w/-]*)|(?P<link>[{ATOM}])|(?P<hidden>[#+]?…)"
    rf"|(?P<sure>[~⏱]\ufe0f?\s?)?(?P<time>{_TIME})"
    rf")(?(bracket)\))[{PARTING}]*$",
    re.IGNORECASE,
)
AT_START = late(
    rf"^[{PARTING}]*(?:(?P<by>{_BY_DAY})(?=[\s,:]|$)|(?:{_RANKED}|(?P<first>(?-i:\(A\))|!{{1,3}}))(?=\s)"
    rf"|@(?P<name>{_NAME}|[{ATOM}])(?=[\s,:]))[{PARTING}]*",
    re.IGNORECASE,
)
KINDS = ("by", "done", "high", "first", "low", "name", "tag", "link", "hidden", "time")
"""The groups of both, one of which is found."""

_BEFORE = """
for in of within after every each per under over to a an the least most about around than past plus
from until by at on or and with without via like as my our into x × * + - – / & first last another
from milepost.patterns import late
only some next see read ask tell
für nach alle pro je um mindestens höchstens unter über etwa ca ca. circa bis von vom mit ohne bei
beim aus jede jeden jeder und oder nur noch rund zu zum zur auf an am im den dem der die das eine
einer einen wie siehe
"""
BINDING = frozenset(_BEFORE.split())
"""Words before a sign that make it a part of the sentence: “run for 30 min”, “lunch with @Imke”."""
