"""Numbers as people write them: grouped, with a percent or money sign, times of the clock.

In: text. Out: a number with the unit that was written beside it, or a `Misread` that says what to
write instead; and a number in digits again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from unicodedata import numeric

from milepost.patterns import late

_GAP = "[ _,'’\u00a0\u2009\u202f]"
_DIGITS = rf"(?:[1-9][0-9]{{0,2}}(?:{_GAP}[0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
NUMBER = rf"[+−-]?{_DIGITS}"
"""The pattern of a number; a comma that could be a decimal sign is caught by `parse_number`."""
SCALE = (
    r"(?:(?-i:[kKM])(?![^\W_])|\s?(?i:(?:dozen|hundred|thousand|million|billion|trillion|lakh|lac"
    r"|crore)s?|tsd|mio|mrd|mn|bn|dutzend|hundert|tausend|millionen|milliarden?)(?![^\W_]))?"
)
"""A thousand or a million, written right behind a number: `24k`, `1.5M`; `5m` is five metres.

As a word it may stand apart: `2 million steps`.
"""
_FRACTIONS = {sign: numeric(sign) for sign in "½¼¾⅓⅔⅕⅖⅗⅘⅛⅜⅝⅞"}
FRACTIONS = "".join(_FRACTIONS)
"""The signs of fractions, which may stand behind a whole number or alone."""
WIDE = str.maketrans("０１２３４５６７８９＋－．：％", "0123456789+-.:%")
"""Signs as wide as a Chinese character, each with the one that is meant."""

_SCALES = {"hundred": 1e2, "k": 1e3, "K": 1e3, "thousand": 1e3, "M": 1e6, "million": 1e6}
_SCALES |= {"tsd": 1e3, "mio": 1e6, "mn": 1e6, "billion": 1e9, "mrd": 1e9, "bn": 1e9}
_SCALES |= {"dutzend": 12.0, "hundert": 1e2, "tausend": 1e3, "millionen": 1e6}
_SCALES |= {"milliarde": 1e9, "milliarden": 1e9}
_SCALES |= {"dozen": 12.0, "lakh": 1e5, "lac": 1e5, "crore": 1e7, "trillion": 1e12}
_OF_MONEY = re.compile(r"(m|b)(?![^\W_])", re.IGNORECASE)
"""A million or a billion behind an amount of money: `£3.5m`."""

CLOCK = (
    r"[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:.,])"
    r"|[0-9]{1,3}\s?h(?:ours?|rs?)?\s?[0-5]?[0-9](?:\s?m(?:in(?:utes?)?)?)?(?![^\W_])"
    r"|[0-9]{1,3}\s?min(?:utes?)?\s?[0-5]?[0-9]\s?s(?:ec(?:onds?)?)?(?![^\W_])"
)
"""The pattern of a time in two units: `25:00`, `1:23:45`, `1h30`, `1 h 30 min`, `33 min 24 s`."""
CLOCKS = {"m:ss": 60, "h:mm": 60, "h:mm:ss": 3600}
"""The units of such times, each with how many of its smallest parts are one; minutes, hours, hours.

They are written back in the same form: 33.4 with the unit `m:ss` is 33:24.
"""
UNSAID = ":"
"""The unit of `25:00` while nothing says whether it is minutes or hours."""

_WORDS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_WORDS += ["eleven", "twelve"]
NUMBER_WORDS = {word: float(max(1, index)) for index, word in enumerate(_WORDS)}
NUMBER_WORDS |= {"a dozen": 12.0, "half a dozen": 6.0, "two dozen": 24.0, "a hundred": 100.0}
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS |= {
    f"{ten}{gap}{_WORDS[one]}" if one else ten: 20.0 + 10 * index + one
    for index, ten in enumerate(_TENS)
    for one in range(10)
    for gap in ("-", " ")
}
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
NUMBER_WORDS |= {word: 13.0 + index for index, word in enumerate(_TEENS)}
NUMBER_WORDS |= {
    f"{word} {many}": NUMBER_WORDS[word] * size
    for word in (*_WORDS, "twenty", "thirty", "fifty")
    for many, size in (("hundred", 1e2), ("thousand", 1e3), ("million", 1e6))
}
"""Numbers that are written out, up to a hundred."""

CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR"}
"""The three letters of a currency, by its sign."""
CURRENCY_WORDS = {sign: code.lower() for sign, code in CURRENCIES.items()}
CURRENCY_WORDS |= {"euro": "eur", "dollar": "usd", "pound": "gbp", "rupee": "inr", "yen": "jpy"}
CURRENCY_WORDS |= {"r": "inr", "fr": "chf", "franken": "chf", "franc": "chf", "us$": "usd"}
"""The same in small letters, by its sign or by one of it in words, without the s of the plural."""
_CODES = (
    "AED|AFN|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|"
    "BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|"
    "GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|"
    "KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|"
    "MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|"
    "RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|"
    "TND|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XOF|XPF|YER|ZAR|ZMW|ZWL"
)
"""ISO 4217, without ALL and TOP, which are words."""
_SHORT = r"(?:US|CA|AU|NZ|HK|R|A|C)?\$|Rs\.?|[Kk]r\.?|Fr\."
MONEY = rf"(?-i:[{''.join(CURRENCIES)}]|{_SHORT}|(?:{_CODES})(?![A-Z]))"
"""The pattern of a currency before its amount: a sign, its three letters, `Rs`."""
LETTERS = rf"(?-i:[{''.join(CURRENCIES)}]|{_SHORT}|[A-Z]{{3}}(?![A-Z]))"
"""The same with any three letters, which are quicker to look for; `parse_number` knows them."""
_BIGGEST = 1e15
_HOURS_A_WEEK = 168
_HOURS_HELP = "write `3.5 h`, `2h30` or `90 min`"
_PLAIN = late(
    rf"(?P<outer>[+−-]?)(?P<currency>(?:{LETTERS})?)\s?(?P<inner>[+−-]?)"
    rf"(?P<digits>{_DIGITS}|(?=[{FRACTIONS}]))(?P<fraction>[{FRACTIONS}]?)(?P<scale>{SCALE})"
    r"(?P<rest>.*)"
)
_UNIT = re.compile(
    rf"(?![²³¹⁰-⁹₀-₉{FRACTIONS}])"
    r"(?:[^\W\d_][^\d]*|[^\W\d_]+[0-9]|[%°‰$€£¥₹\"'“(&#][^\d]*)"
)
"""A word of a unit: no digits but one at its end, as in CO2."""
_EXPONENT = re.compile(r"[^\W\d_]+[0-9]+")
_TIMES = re.compile(r"[x×][0-9]")
_POINTED = re.compile(
    r"(?<![0-9.,])[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})(?![0-9.,]*[0-9])"
)
"""Thousands parted by points, where a comma or a second point tells that they are."""
_POINT_BEFORE = r"(?<![\w.,])([1-9][0-9]{{0,2}})\.({three})(?![0-9]|[.,][0-9])"
_LIKE_THOUSANDS = re.compile(_POINT_BEFORE.format(three="[0-9]{2}0"))
"""Nobody ends tenths with a 0 of thousandths; much of the world parts thousands with a point."""
_POINT_BEFORE_THREE = re.compile(_POINT_BEFORE.format(three="[0-9]{3}"))
"""Thousands for who writes a comma before tenths, and tenths for who does as we do."""
_WITH_THOUSANDTHS = r"(?:BHD|IQD|JOD|KWD|LYD|OMR|TND)(?![A-Z])"
"""ISO 4217: the currencies of which a thousandth is a coin."""
_OF_MONEY_TOO = (
    rf"(?!{_WITH_THOUSANDTHS})"
    rf"(?:{MONEY}|(?i:euros?|dollars?|pounds?|franken|francs?)(?![^\W_]))"
)
_MONEY_IN_THOUSANDS = late(
    rf"(?!{_WITH_THOUSANDTHS}){MONEY}\s?[1-9][0-9]{{0,2}}\.[0-9]{{3}}(?![0-9]|[.,][0-9])"
    rf"|(?<![0-9.,])[1-9][0-9]{{0,2}}\.[0-9]{{3}}(?=\s?{_OF_MONEY_TOO})"
)
"""No coin is a thousandth, so `€6.000` is six thousand."""
_MONEY_WITH_COMMA = late(
    rf"{MONEY}\s?[1-9][0-9]{{0,2}},[0-9]{{3}}(?![0-9.,])"
    rf"|(?<![0-9.,])[1-9][0-9]{{0,2}},[0-9]{{3}}(?=\s?{_OF_MONEY_TOO})"
)
_COMMA = re.compile(r"[0-9],[0-9]")
UNSURE = "⎖"
"""Stands for a comma that could mean tenths or thousands even where commas mean tenths, as people
who also write English mean `1,500`: a number with it is asked about."""
UNSURE_POINT = "⎗"
"""The same for a point, as in `1.234`."""
_UNSURE = re.compile(f"[{UNSURE}{UNSURE_POINT}]")
_THREE = re.compile(rf"([0-9]+)[{UNSURE}{UNSURE_POINT}]([0-9]{{3}})")
_TENTHS = re.compile(
    r"(?<![0-9.,])(?P<whole>(?P<few>[1-9][0-9]{0,2})|[0-9]+"
    r"|[0-9]{1,3}(?:[. \u00a0\u202f'’][0-9]{3})+),"
    r"(?P<tenths>(?P<three>[0-9]{3})|[0-9]+)(?![0-9]|[.,][0-9])"
)
_HOUR_WORDS, _MINUTE_WORDS = (
    ("h", "hr", "hrs", "hour", "hours"),
    ("min", "mins", "minute", "minutes", "'", "′", "’"),
)
_TIMES_OF = (
    (_HOUR_WORDS, 3600),
    (_MINUTE_WORDS, 60),
    (("s", "sec", "secs", "second", "seconds"), 1),
)
UNITS = (
    "|".join(word for words, _ in _TIMES_OF for word in words)
    + rf"|%|‰|°[CF]?|kgs?|g|lbs?|st|km|m|mi(?:les?)?|cm|mm|l|ml|kcal|bpm|steps?|{MONEY}|euros?"
)
"""The pattern of a unit that is one wherever it stands behind a number, and no word of a note."""
_SPELT = (
    (re.compile(r"(?<![^\W\d_])(?:std|stunden?)(?![^\W_])\.?"), "h"),
    (re.compile(r"(?<![^\W\d_])min(?:uten?)?(?![^\W_])\.?"), "min"),
)
"""Words of a length of time that are German, or shortened with a stop, and ours for each."""
DURATION = late(
    rf"(?:[0-9]+(?:[.,:][0-9]+| [0-9]{{3}})*[{FRACTIONS}]?|[{FRACTIONS}])\s?"
    r"(?:(?:h|hrs?|hours?|std|stunden?)(?![^\W\d_])\.?"
    r"(?:\s?[0-5]?[0-9](?:\s?min(?:s|utes?|uten)?\b\.?)?)?|min(?:s|utes?|uten?)?\b\.?)",
    re.IGNORECASE,
)
"""The pattern of a length of time that says its unit: `12 h`, `2h30`, `1:30 h`, `90 min`."""
_COLON = re.compile(
    r"([+−-]?)([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?"
    r"(?:\s*(h|hrs?|hours?|m|mins?|minutes?))?",
)
_HOURS_AND_MINUTES = re.compile(
    r"([+−-]?)([0-9]{1,3})\s?h(?:ours?|rs?)?\s?([0-5]?[0-9])(?:\s?m(?:in(?:ute)?s?)?)?"
)
_MINUTES_AND_SECONDS = re.compile(
    r"([+−-]?)([0-9]{1,3})\s?(?:m|min(?:ute)?s?)\s?([0-5]?[0-9])\s?s(?:ec(?:ond)?s?)?"
)


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a text cannot be read, and what to write instead; both are sentences.

    `about` is "number" or "date" where the fault lies in one rather than in the form around it.
    """

    message: str
    help: str
    about: str = ""


def parse_number(text: str) -> tuple[float, str] | Misread:
    """The number that a text is, and the words after it (a unit): all of the text, or neither.

    >>> parse_number("1 200 km")
    (1200.0, 'km')
    >>> parse_number("€ 3,000")
    (3000.0, '€')
    >>> parse_number("1.5M steps")
    (1500000.0, 'steps')
    """
    stripped = tidied(text)
    if (clock := _clock(stripped)) is not None:
        return clock
    match = _PLAIN.fullmatch(stripped)
    if not match:
        return Misread(f"“{stripped}” is not a number", "write digits, as `12`, `12.5` or `1 200`")
    digits, rest = match["digits"], match["rest"].strip()
    code = match["currency"]
    if code.isalpha() and code.isupper() and len(code) == 3 and code not in _CODES.split("|"):
        return Misread(
            f"“{code}” in “{stripped}” is no currency",
            f"write it behind the number: `{stripped.removeprefix(code).strip()} {code}`",
            "currency",
        )
    if is_unsure(stripped):
        return unsure(stripped)
    if _COMMA.search(digits + rest[:2]) and not _grouped(digits, rest):
        point = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", stripped)
        if "," in point or isinstance(parse_number(point), Misread):
            point = ""
        remedy = (
            f"write a point for tenths (`{point or '1.5'}`), or a space for thousands (`1 500`)"
        )
        return Misread(
            f"the comma in “{stripped}” could mean tenths or thousands", remedy, "number"
        )
    if _LIKE_THOUSANDS.fullmatch(digits):
        return unsure(doubted(stripped))
    if match["outer"] and match["inner"]:
        return Misread(f"“{stripped}” has two signs", "write one sign, as `-3`", "number")
    exponent = _EXPONENT.match(match["rest"])
    if part := exponent[0] if exponent else stray(rest):
        return Misread(
            f"“{part}” in “{stripped}” is not understood",
            "write one number, and its unit if it has one, as `12`, `1200.5` or `12 km`",
            "number",
        )
    rest_of_one = _FRACTIONS.get(match["fraction"], 0.0)
    scale = match["scale"].strip()
    if match["currency"] and not scale and (of_money := _OF_MONEY.match(match["rest"])):
        scale, rest = f"{of_money[1].lower()}n", rest[1:].strip()
    many = _SCALES.get(scale) or _SCALES.get(scale.lower().removesuffix("s"), 1.0)
    value = (float(re.sub(_GAP, "", digits or "0")) + rest_of_one) * many
    if value > _BIGGEST:
        remedy = "write a number below 1 000 000 000 000 000"
        return Misread(f"“{stripped}” is too large", remedy, "number")
    negative = (match["outer"] or match["inner"]) in {"-", "−"}
    return (-value if negative else value), rest or match["currency"]


def tidied(text: str) -> str:
    """A text with plain digits and signs, and one blank between its words.

    What can be read in one way only is put as it is here: `15,-` is 15, `1.234,50` has tenths, and
    two points as in `1.000.000` part thousands, as does one in an amount of money: no coin is a
    thousandth, but of the few currencies that have such.

    >>> tidied("１５,-  €"), tidied("1.234,50 €"), tidied("1.000.000 steps"), tidied("1,5")
    ('15 €', '1234.50 €', '1000000 steps', '1,5')
    >>> tidied("1.234 €"), tidied("€ 1.234"), tidied("1.234 KWD"), tidied("1.234 km")
    ('1234 €', '€ 1234', '1.234 KWD', '1.234 km')
    """
    plain = " ".join(text.translate(WIDE).split())
    plain = re.sub(r"(?<=[0-9])(\s?(?:Tsd|Mio|Mrd))\.(?=\s|$)", r"\1", plain)
    plain = re.sub(r"(?<=[0-9])[.,][-–—]{1,2}(?=\s|$)", "", plain)
    plain = _MONEY_IN_THOUSANDS.sub(lambda match: match[0].replace(".", ""), plain)
    return _POINTED.sub(lambda match: match[0].replace(".", "").replace(",", "."), plain)


def pointed(text: str) -> str:
    """A text with a point where a comma stands before tenths.

    It is for who knows that commas are meant so. One before three digits could part thousands all
    the same, where one to three digits stand before it: it becomes `UNSURE`; and a point there
    could be ours before tenths: it becomes `UNSURE_POINT`. In an amount of money both part
    thousands, since no coin is a thousandth.

    >>> pointed("1,5 h"), pointed("1.012,50 €"), pointed("1,500 h"), pointed("0,125 h")
    ('1.5 h', '1012.50 €', '1⎖500 h', '0.125 h')
    >>> pointed("1.234 EUR"), pointed("1,234 EUR"), pointed("1,234.50 EUR"), pointed("1.234 km")
    ('1234 EUR', '1234 EUR', '1,234.50 EUR', '1⎗234 km')
    """
    whole = _MONEY_IN_THOUSANDS.sub(lambda match: match[0].replace(".", ""), text)
    whole = _MONEY_WITH_COMMA.sub(lambda match: match[0].replace(",", ""), whole)
    whole = _POINT_BEFORE_THREE.sub(rf"\1{UNSURE_POINT}\2", whole)
    return _TENTHS.sub(_with_point, whole)


def doubted(text: str) -> str:
    """A text with `UNSURE_POINT` in all numbers like `6.000`, which are asked about anywhere."""
    return _LIKE_THOUSANDS.sub(rf"\1{UNSURE_POINT}\2", text)


def is_unsure(text: str) -> bool:
    """Whether a text has a sign that could mean tenths or thousands, as `pointed` puts it."""
    return bool(_UNSURE.search(text))


def in_own_signs(text: str) -> str:
    """A text with these signs as somebody wrote them."""
    return text.replace(UNSURE, ",").replace(UNSURE_POINT, ".")


def _with_point(match: re.Match[str]) -> str:
    if match["few"] and match["three"]:
        return f"{match['few']}{UNSURE}{match['three']}"
    return f"{match['whole'].replace('.', '')}.{match['tenths']}"


def unsure(text: str) -> Misread:
    """What there is to say of a text with unsure signs: how it is written either way.

    >>> unsure("1⎖500 km").help
    'write `1500 km`, or `1.5 km` for tenths'
    >>> unsure("=1⎗234").help
    'write `=1234`, or `=1.2340` for tenths'
    """
    sign, thousands = "comma" if UNSURE in text else "point", _UNSURE.sub("", text)
    tenths = _THREE.sub(lambda match: in_digits(float(f"{match[1]}.{match[2]}")), text)
    return Misread(
        f"the {sign} in “{in_own_signs(text)}” could mean tenths or thousands",
        f"write `{thousands}`, or `{tenths}` for tenths",
        "number",
    )


def without_comma(text: str) -> str:
    """What to write for a text with a number in whose place no comma can stand, signs and all.

    Each way in which the comma can be meant is told.

    >>> without_comma("=81,4!"), without_comma("1.234,50 €"), without_comma("0,125")
    ('write `=81.4!`', 'write `1234.50 €`', 'write `0.125`')
    >>> without_comma("=1,500 km"), without_comma("1,234,567")
    ('write `=1500 km`, or `=1.5 km` for tenths', 'write `1234567`')
    >>> without_comma("1h,5")
    'write it without the comma, or all of it between quotes'
    """
    put = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", pointed(tidied(text[:_QUOTED])))
    of_a_clock = re.search(rf":[0-9]+[.{UNSURE}{UNSURE_POINT}]", put)  # of which no tenths are read
    if "," in put or of_a_clock or len(text) >= _QUOTED:
        return "write it without the comma, or all of it between quotes"
    return unsure(put).help if is_unsure(put) else f"write `{put}`"


_QUOTED = 80
"""Characters of a text that is proposed in another form; a longer one is no number."""


def with_signs(misread: Misread, before: str, behind: str) -> Misread:
    """What is told of a number with the signs around it, which say how it is meant.

    They stand in the remedy too, wherever that is the number in another form.

    >>> with_signs(unsure("1⎖500"), "=", "!").help
    'write `=1500!`, or `=1.5!` for tenths'
    """
    said = re.search("“([^”]*)”", misread.message)
    if not (before or behind) or not said:
        return misread
    same = re.sub("[^0-9]", "", said[1]).rstrip("0")

    def signed(way: re.Match[str]) -> str:
        other = re.sub("[^0-9]", "", way[1]).rstrip("0") != same
        return way[0] if other else f"`{before}{way[1]}{behind}`"

    message = misread.message.replace(said[0], f"“{before}{said[1]}{behind}”", 1)
    return replace(misread, message=message, help=re.sub("`([^`]+)`", signed, misread.help))


def in_digits(value: float) -> str:
    """A number as it is typed into a file, with all its digits, for `parse_number` to read again.

    Three digits behind a point could be read as thousands, four cannot.

    >>> in_digits(1200.5), in_digits(1e15), in_digits(0.00001), in_digits(72.125)
    ('1200.5', '1000000000000000', '0.00001', '72.1250')
    """
    digits = format(Decimal(f"{value:.15g}"), "f")
    return f"{digits}0" if _POINT_BEFORE_THREE.search(digits) else digits


def every_digit(value: float) -> str:
    """A number for another program: the same when it is read again, and never with an `e`.

    >>> every_digit(29.166666666666668), every_digit(1e-7)
    ('29.166666666666668', '0.0000001')
    """
    return format(Decimal(repr(value)), "f")


def _clock(text: str) -> tuple[float, str] | None:
    """A time of the clock, with the unit that shows it so again."""
    for pattern, unit in ((_HOURS_AND_MINUTES, "h:mm"), (_MINUTES_AND_SECONDS, "m:ss")):
        if match := pattern.fullmatch(text):
            return _signed(match, int(match[2]) + int(match[3]) / 60), unit
    match = _COLON.fullmatch(text)
    if not match or (match[4] and match[5] and not is_hours(match[5])):
        return None
    value = int(match[2]) + int(match[3]) / 60 + int(match[4] or 0) / 3600
    hours = "h:mm:ss" if match[4] else "h:mm" if is_hours(match[5]) else ""
    return _signed(match, value), hours or ("m:ss" if match[5] else UNSAID)


def _signed(match: re.Match[str], value: float) -> float:
    return -value if match[1] in {"-", "−"} else value


def is_hours(unit: str | None) -> bool:
    """Whether a unit is hours: `h`, `hours`, `hours of sleep`, `h:mm`."""
    return bool(unit) and _seconds(unit or "") == 3600


def is_share(unit: str) -> bool:
    """Whether a unit says per cent, of which there are never more than 100 of one thing."""
    return unit.strip().lower() in {"%", "percent", "pct", "prozent"}


_FILLING = {"new", "more", "ones", "one", "further", "additional", "extra", "already", "another"}
"""Words behind a number that name nothing: `2 new ones`."""


def told_in(value: float, unit: str, wanted: str) -> float | Misread:
    """A number in the unit in which a goal is counted.

    Times are turned into each other, and so are lengths, weights and volumes; a unit that is part
    of the wanted one, or the same in other words, is the wanted one. `m` is minutes where a time is
    wanted. Any other unit is a misreading.

    >>> told_in(90.0, "min", "hours of sleep"), told_in(29.5, ":", "m:ss"), told_in(3, "km", "km")
    (1.5, 29.5, 3)
    >>> told_in(1500, "m", "km"), told_in(800, "g", "kg jam"), told_in(90, "m", "hours")
    (1.5, 0.8, 1.5)
    """
    if not unit or unit == wanted:
        return value
    goal = _seconds(wanted)
    if unit == "m" and goal:
        unit = "min"
    if (sizes := _in_one_size(unit, wanted)) is not None:
        return value if sizes[0] == sizes[1] else float(f"{value * sizes[0] / sizes[1]:.12g}")
    if unit == UNSAID and wanted == "h:mm:ss":
        return Misread("hours, minutes and seconds are asked for", "write all three, as `0:58:20`")
    if unit == UNSAID:
        return value if goal in {60, 3600} else _other_unit(unit, wanted or "times")
    mine = _seconds(unit)
    if mine and goal:
        return value if mine == goal else value * mine / goal
    if mine or goal:
        return _other_unit(unit, wanted or "times")
    same = not wanted or _plain_words(unit) - _FILLING <= _plain_words(wanted)
    return value if same else _other_unit(unit, wanted)


def _other_unit(unit: str, wanted: str) -> Misread:
    said = "a time" if unit == UNSAID else f"“{unit}”"
    return Misread(
        f"{said} is not what this goal is counted in, which is “{wanted}”",
        "write the number alone, in that unit",
        "number",
    )


def _seconds(unit: str) -> int:
    """How many seconds are in one of a unit; 0 for what is no time."""
    if unit in CLOCKS:
        return 60 if unit == "m:ss" else 3600
    first = unit.casefold().split()[:1]
    return next((size for words, size in _TIMES_OF if first and first[0] in words), 0)


def _in_one_size(unit: str, wanted: str) -> tuple[float, float] | None:
    """The sizes of two units of one kind, in the smallest of that kind; None for any others.

    What is measured (`km on foot`) may stand behind the wanted one; behind the other there is
    nothing that the wanted one does not say.
    """
    mine, goal = unit.casefold().split(), wanted.casefold().split()
    if not mine or not goal or not _plain_words(" ".join(mine[1:])) <= _plain_words(wanted):
        return None
    found = (
        (sizes[mine[0]], sizes[goal[0]])
        for sizes in _SIZES
        if mine[0] in sizes and goal[0] in sizes
    )
    return next(found, None)


def smaller_unit(unit: str) -> tuple[str, float]:
    """The unit in which people tell small amounts of one, and how many of it are one; else none.

    >>> smaller_unit("hours"), smaller_unit("km on foot"), smaller_unit("books")
    (('min', 60), ('m', 1000.0), ('', 0))
    """
    if is_hours(unit) and unit not in CLOCKS:
        return "min", 60
    first = unit.casefold().split()[:1]
    for sizes, (big, small) in zip(_SIZES, (("km", "m"), ("kg", "g"), ("l", "ml")), strict=True):
        if first and sizes.get(first[0]) == sizes[big]:
            return small, sizes[big] / sizes[small]
    return "", 0


def _plain_words(unit: str) -> set[str]:
    words = (word.removesuffix("s") for word in unit.casefold().replace(".", "").split())
    return {_SAME_UNIT.get(word) or CURRENCY_WORDS.get(word, word) for word in words}


def _sizes(**words: tuple[float, str]) -> dict[str, float]:
    """The size of each unit, by its short form and by the words for it."""
    return {word: size for short, (size, long) in words.items() for word in (short, *long.split())}


_METRE = "{0}metre {0}metres {0}meter {0}meters {0}metern"
_GRAM = "{0}gram {0}grams {0}gramm {0}gramme {0}grammes"
_LITRE = "{0}litre {0}litres {0}liter {0}liters {0}litern"
_SIZES = (
    _sizes(
        mm=(1.0, _METRE.format("milli")),
        cm=(10.0, _METRE.format("centi")),
        m=(1e3, _METRE.format("")),
        km=(1e6, _METRE.format("kilo") + " kms"),
    ),
    _sizes(
        mg=(1.0, _GRAM.format("milli")),
        g=(1e3, _GRAM.format("")),
        kg=(1e6, _GRAM.format("kilo") + " kgs kilo kilos"),
    ),
    _sizes(
        ml=(1.0, _LITRE.format("milli")),
        cl=(10.0, _LITRE.format("centi")),
        dl=(100.0, _LITRE.format("deci")),
        l=(1e3, _LITRE.format("")),
    ),
)
"""Lengths, weights and volumes, each in its smallest unit.

Miles and pounds are not among them: who writes them beside kilometres mostly has two things.
"""
_SAME_UNIT = {"kilo": "kg", "kilogram": "kg", "kilometre": "km", "kilometer": "km", "mile": "mi"}
_SAME_UNIT |= {"centimetre": "cm", "centimeter": "cm", "lb": CURRENCY_WORDS["pound"]}
"""Words for one unit, without the s of the plural; one pound is called like the other."""


def sure_of(text: str) -> tuple[str, bool]:
    """A number without the mark behind it that says it is meant, and whether it had that mark.

    >>> sure_of("0!"), sure_of("81.4 kg")
    (('0', True), ('81.4 kg', False))
    """
    bare = text.strip()
    return bare.removesuffix("!").strip(), bare.endswith("!")


def stray(unit: str) -> str:
    """The part of a text that cannot be a unit; empty where all of it can.

    >>> stray("practice questions"), stray("to 75 kg"), stray(":30 minutes")
    ('', '75', ':30')
    """
    for word in unit.split():
        if not _UNIT.fullmatch(word) or _TIMES.match(word):
            return word
    return ""


def parse_value(text: str) -> float | Misread:
    """The number alone, whatever unit stands behind it."""
    number = parse_number(text)
    return number if isinstance(number, Misread) else number[0]


def parse_bare(text: str) -> float | Misread:
    """A number, or a time of the clock, with no unit: it is meant in that of its goal.

    >>> parse_bare("1 200"), parse_bare("8:30")
    (1200.0, 8.5)
    """
    number = parse_number(text)
    if isinstance(number, Misread):
        return number
    value, unit = number
    if not unit or unit in {UNSAID, *CLOCKS}:
        return value
    return Misread(
        f"“{unit}” is one word too many: this number is in the unit of the goal",
        f"write `{in_digits(value)}`",
        "number",
    )


def parse_rate(text: str, unit: str = "") -> float | Misread:
    """How much a week, written as `2`, `2 a week`, `1 a day` or `100 a month`; in a unit, if named.

    A month is a twelfth of a year of 365.25 days.

    >>> parse_rate("1 a day"), parse_rate("30 min a day", "hours")
    (7.0, 3.5)
    """
    read = rate_and_unit(text)
    if isinstance(read, Misread):
        return read
    rate, said = read
    return told_in(rate, said, unit)


def rate_and_unit(text: str) -> tuple[float, str] | Misread:
    """How much a week, and in which unit, where one is named.

    >>> rate_and_unit("two books a week"), rate_and_unit("half a kilo a day")
    ((2.0, 'books'), (3.5, 'kilo'))
    """
    match = re.fullmatch(
        rf"(?P<much>.+?)\s*(?:(?:a|an|per|each|every|/)\s*(?P<per>{PERIODS}))?",
        text.strip(),
        re.IGNORECASE,
    )
    much = re.sub(r"^half an? (?!dozen)", "½ ", match["much"] if match else text, flags=re.I)
    word = next((word for word in _LONGEST_WORDS if _begins(much, word)), "")
    number = (NUMBER_WORDS[word], much[len(word) :].strip()) if word else parse_number(much)
    if isinstance(number, Misread):
        return number
    per = (match["per"] if match and match["per"] else "week").lower()
    return number[0] * IN_A_WEEK[per], number[1]


PERIODS = "(?:day|week|wk|fortnight|month|quarter|year)"
"""The pattern of the periods that a rate counts by."""
_LONGEST_WORDS = sorted(NUMBER_WORDS, key=len, reverse=True)


def _begins(text: str, word: str) -> bool:
    return text.lower() == word or text.lower().startswith(f"{word} ")


IN_A_WEEK = {
    "day": 7.0,
    "week": 1.0,
    "wk": 1.0,
    "fortnight": 0.5,
    "month": 84 / 365.25,
    "quarter": 28 / 365.25,
    "year": 7 / 365.25,
}
"""How many of a period are in a week."""


def parse_years(text: str) -> float | Misread:
    """A number of years, written as `2`, `2y` or `2 years`.

    >>> parse_years("1.5 years")
    1.5
    """
    return parse_value(re.sub(r"\s*(?:y|years?)$", "", text.strip()))


def _grouped(digits: str, rest: str) -> bool:
    if rest.startswith(","):
        return False
    groups = re.split(r"\.", digits)[0].split(",")
    # "1,200" is a thousand two hundred everywhere that groups by commas; "1,5" and "12,34" are not.
    return all(len(re.sub(_GAP, "", group)) >= 3 for group in groups[1:])


def parse_hours(text: str) -> float | Misread:
    """Hours of a week, written as `3.5`, `3.5 h`, `2h30`, `2:30` or `90 min`.

    >>> parse_hours("2h30")
    2.5
    """
    hours = parse_duration(text)
    if isinstance(hours, Misread) or hours <= _HOURS_A_WEEK:
        return hours
    return Misread(f"a week has 168 hours, and this is “{text.strip()}”", _HOURS_HELP, "number")


def parse_duration(text: str) -> float | Misread:
    """Hours of any stretch of time, written as those of a week are; never below 0.

    >>> parse_duration("240 h"), parse_duration("2 Std. 30 Min.")
    (240.0, 2.5)
    """
    plain = " ".join(text.lower().split())
    for theirs, ours in _SPELT:
        plain = theirs.sub(ours, plain)
    number = parse_number(plain.removesuffix("."))
    if isinstance(number, Misread):
        return number
    hours, unit = number
    if unit in {"m", *_MINUTE_WORDS}:  # no metre is an hour
        hours /= 60
    elif unit not in {"", UNSAID, "h:mm", *_HOUR_WORDS}:
        return Misread(f"“{text.strip()}” is not a number of hours", _HOURS_HELP, "number")
    if hours >= 0:
        return hours
    return Misread(f"“{text.strip()}” is less than no time", _HOURS_HELP, "number")
