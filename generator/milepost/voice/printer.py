"""Dates, numbers and units in the journal's language, by Babel's tables: the only printer.

In: a language tag, then dates and numbers. Out: text. Babel is imported when first needed, since a
command that prints neither must not wait for it. An unknown language is read as English.
"""

from __future__ import annotations

import copy
import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Literal

from milepost.journal.numbers import CLOCKS, CURRENCIES
from milepost.journal.values import Week

Style = Literal["short", "medium", "day month", "long", "full", "month", "month year", "letter"]

_NARROW = "\u202f"  # holds a number and its unit together on a line
_MISSING = "–"
_ENGLISH = {  # day before month, no commas, "Sep": the British order with the shorter months
    "short": "d MMM",
    "medium": "d MMM y",
    "day month": "d MMMM",
    "long": "d MMMM y",
    "full": "EEEE d MMMM y",
}
_SKELETON = {"short": "MMMd", "medium": "yMMMd", "day month": "MMMMd", "month year": "yMMMM"}
_CLOCK_NAMES = {"m:ss": "min", "h:mm": "h", "h:mm:ss": ""}
_LONGEST = 1e9
_MEASURED = re.compile(
    r"[km]?g|t|lbs?|oz|stone|kilos?|(?:kilo)?gram(?:s|m|mes?)?|pounds?|pfund|"
    r"[kcm]?m|mi|miles?|(?:kilo)?met(?:re|er)s?|[mcd]?l|lit(?:re|er)s?|k?cal|kj|k?wh?|°[cf]|"
    r"%|euros?|dollars?|ft|feet|h|hrs?|hours?|mins?|minutes?|s|secs?|seconds?|stunden?|minuten"
)
"""Units, or their first words, that come in parts: half a kilo is no one every two weeks."""
_NO_PLURAL = {"series", "species"}
_STEPS = ((14, 1, "day"), (63, 7, "week"), (730, 30.44, "month"), (math.inf, 365.25, "year"))


@lru_cache(maxsize=64)
def _known(language: str) -> Any:
    """Babel's locale for a tag such as `en`, `pt-BR` or `zh_Hant`; English when unknown."""
    from babel import Locale, UnknownLocaleError

    tag = language.strip().replace("_", "-")
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        try:
            return Locale.parse(tag.split("-")[0])
        except (ValueError, UnknownLocaleError):
            return Locale("en")


@lru_cache
def _locale(language: str) -> Any:
    """The locale of a tag with tables of its own.

    They are copied: Babel resolves an alias in place, in tables that languages share, so that a
    second language in the same run would get the months of the first. To read and copy them takes
    as long as to read ten notes.
    """
    from babel import localedata

    locale = copy.copy(_known(language))
    tables: Any = copy.deepcopy(localedata.load(str(locale)))
    locale.__dict__["_Locale__data"] = localedata.LocaleDataDict(tables)
    return locale


@lru_cache(maxsize=8192)
def _decimal(language: str, amount: Decimal, pattern: str) -> str:
    """A number by Babel, which reads its pattern anew each time; few numbers are written once."""
    from babel.numbers import format_decimal

    return _minus(str(format_decimal(amount, pattern, _locale(language))))


@lru_cache(maxsize=64)
def _house(language: str) -> bool:
    return str(_known(language)) == "en"


@lru_cache(maxsize=64)
def _direction(language: str) -> str:
    return str(_locale(language).text_direction)


@lru_cache(maxsize=8192)
def _date(language: str, day: dt.date, style: Style) -> str:
    """A day by Babel, as `Printer.date` describes: few days are written once."""
    from babel.dates import format_date, format_skeleton

    locale = _locale(language)
    if style in ("month", "letter"):
        return str(format_date(day, "LLL" if style == "month" else "LLLLL", locale))
    if _house(language) and style in _ENGLISH:
        return str(format_date(day, _ENGLISH[style], locale))
    if style in ("long", "full"):
        return str(format_date(day, style, locale))
    return str(format_skeleton(_SKELETON[style], day, locale=locale))


@lru_cache(maxsize=8192)
def _number(printer: Printer, value: float | None, unit: str, digits: int | None) -> str:
    text = printer.figure(value, unit, digits)
    if not unit or text == _MISSING or value is None or _currency(unit):
        return text
    named = printer.unit(value, unit)
    return f"{text}{printer.gap}{named}" if named else text


@dataclass(frozen=True)
class Printer:
    """How dates and numbers are written in a language.

    `gap` stands between a number and its unit: a narrow space that does not break, or a plain one
    where text goes to a terminal or a file. `typed` numbers stand in a file in which others are
    written beside them, and have the one form that is read in every language: 1 200.5. `numbers` is
    the language of the numbers, where sentences and dates are in another.
    """

    language: str = "en"
    gap: str = _NARROW
    typed: bool = field(default=False, kw_only=True)
    numbers: str = field(default="", kw_only=True)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, for the `dir` attribute."""
        return _direction(self.language)

    @property
    def _house(self) -> bool:
        """Whether our own English patterns hold: plain English, or a language Babel lacks."""
        return _house(self.language)

    @property
    def _types(self) -> bool:
        """Whether numbers are typed, and those of the language need another form for that."""
        return self.typed and not _house(self.numbers or self.language)

    def date(self, day: dt.date, style: Style = "short") -> str:
        """A day as text.

        `short` is "27 Nov", `medium` "27 Nov 2026", `day month` "27 November", `long` "27 November
        2026", `full` "Sunday 22 November 2026", `month` "Nov", `month year` "November 2026",
        `letter` "N".
        """
        return _date(self.language, day, style)

    def weekday(self, number: int) -> str:
        """A day of the week in short, Monday being 0: "Mon"."""
        return str(_locale(self.language).days["stand-alone"]["abbreviated"][number])

    def near(self, day: dt.date, today: dt.date) -> str:
        """A day in the shortest clear form: without its year when that is today's."""
        return self.date(day, "short" if day.year == today.year else "medium")

    def spoken(self, day: dt.date, today: dt.date) -> str:
        """A day as a sentence names it: "27 November", with its year when that is not today's."""
        return self.date(day, "day month" if day.year == today.year else "long")

    def range(self, first: dt.date, last: dt.date, today: dt.date) -> str:
        """Two days as a stretch: "11 – 24 Dec"; years are told unless both are today's."""
        from babel.dates import format_interval

        if first == last:
            return self.near(first, today)
        this_year = first.year == last.year == today.year
        if not self._house:
            skeleton = "MMMd" if this_year else "yMMMd"
            locale = _locale(self.language)
            return str(format_interval(first, last, skeleton, locale=locale))
        same_month = (first.year, first.month) == (last.year, last.month)
        if same_month:
            start = str(first.day)
        else:
            start = self.date(first, "short" if first.year == last.year else "medium")
        return f"{start} – {self.date(last, 'short' if this_year else 'medium')}"

    def week(self, week: Week, *, year: bool = True) -> str:
        """An ISO week: "week 47 of 2026" in the words of the language, or "W47"."""
        if not year:
            return f"W{week.number:02d}"
        # The locale's own `w` may count from Sunday: put the ISO numbers into its pattern.
        pattern = str(_locale(self.language).datetime_skeletons.get("yw", "Y-'W'w"))
        numbers = {"w": str(week.number), "Y": str(week.year)}
        pieces = re.findall(r"'([^']*)'|(w)+|(Y)+|(.)", pattern)
        return "".join(
            words + numbers.get(number, "") + numbers.get(year, "") + other
            for words, number, year, other in pieces
        )

    def relative(self, day: dt.date, today: dt.date) -> str:
        """How far away a day is: "in 5 weeks", "3 days ago"; today by its date."""
        from babel.dates import format_timedelta

        days = (day - today).days
        if not days:
            return self.date(day)
        length, unit = next((size, unit) for end, size, unit in _STEPS if abs(days) < end)
        count = max(1, round(abs(days) / length))
        # Babel counts a month as 30 days and a year as 365: give it whole ones of its own.
        size = {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
        delta = dt.timedelta(days=math.copysign(count * size, days))
        locale = _locale(self.language)
        far = math.inf
        return str(
            format_timedelta(delta, unit, threshold=far, add_direction=True, locale=locale)  # type: ignore[arg-type]
        )

    def number(self, value: float | None, unit: str = "", digits: int | None = None) -> str:
        """A number with its unit, in three digits that count; what is whole stays whole.

        Without `digits`: no decimals from 100 on, one from 10 on, two from 1 on, two digits that
        count below; zeros at the end are dropped. With `digits`: exactly so many decimals. A
        currency, as a sign or three capitals, stands where the language puts it. A time of the
        clock is written as one: "33:24 min", "1:30 h", "1:59:59". Unknown is a dash.
        """
        return _number(self, value, unit, digits)

    def figure(self, value: float | None, unit: str = "", digits: int | None = None) -> str:
        """A number in the form that its unit has, the unit not named: "33:24", "82", "€600".

        For a number beside another that names the unit; money keeps its sign.
        """
        from babel.numbers import format_scientific

        if value is None or not math.isfinite(value):
            return _MISSING
        if unit in CLOCKS and abs(value) < _LONGEST:
            return _clock(value, unit)
        amount = _rounded(value, digits)
        if abs(amount) >= 10**15:
            locale = _locale(self.numbers or self.language)
            text = _minus(str(format_scientific(amount, "0.##E0", locale)))
            return f"{text}{self.gap}{unit}" if _currency(unit) else text
        places = digits if digits is not None else _places(amount)
        if currency := _currency(unit):
            return self._money(value if digits is None else amount, currency, unit, places)
        return self._plainly(amount, places)

    def ends(self, low: float, high: float, unit: str = "") -> tuple[str, str]:
        """Both ends of a range, the unit with the second: as many decimals as the larger deserves.

        The first is empty where both are written the same.
        """
        if not math.isfinite(low + high):
            return self.figure(low, unit), self.number(high, unit)
        most = _places(_rounded(max((low, high), key=abs), None), kept=True)
        digits = max(_places(_rounded(end, most)) for end in (low, high))
        first, last = self.figure(low, unit, digits), self.figure(high, unit, digits)
        return "" if first == last else first, self.number(high, unit, digits)

    def between(self, low: float, high: float, unit: str = "") -> str:
        """Two numbers as a range: "9.5 – 13.2"."""
        return " – ".join(end for end in self.ends(low, high, unit) if end)

    def divides(self, unit: str) -> bool:
        """Whether a unit comes in parts and not one by one: money, per cent, times, kilos."""
        first = unit.partition(" ")[0].casefold()
        return unit in CLOCKS or bool(_MEASURED.fullmatch(first)) or bool(_currency(unit))

    def _plainly(self, amount: Decimal, places: int) -> str:
        """A number with so many decimals and nothing beside it."""
        pattern = "#,##0." + "0" * places if places else "#,##0"
        if not self._types:
            return _decimal(self.numbers or self.language, amount, pattern)
        return _decimal("en", amount, pattern).replace(",", " ")

    def _money(self, value: float | Decimal, currency: str, unit: str, places: int) -> str:
        """An amount of a currency: whole, or to the cent; of less than a cent what counts.

        What is written to the cent is shown so, however large: "$5,000.50".
        """
        from babel.numbers import format_currency, get_currency_precision

        locale = _locale(self.numbers or self.language)
        exact = float(value)
        cents = round(exact, 2)
        to_the_cent = not cents.is_integer() and math.isclose(exact, cents, abs_tol=1e-9)
        decimals = int(get_currency_precision(currency)) if places or to_the_cent else 0
        amount = _rounded(float(value), decimals)
        if value and not amount:
            amount = _rounded(float(value), None)
            decimals = _places(amount)
        if self._types:
            return f"{self._plainly(amount, decimals)}{self.gap}{unit}"
        pattern = locale.currency_formats["standard"].pattern
        pattern = re.sub(r"0\.00", "0." + "0" * decimals if decimals else "0", pattern)
        text = str(format_currency(amount, currency, pattern, locale, currency_digits=False))
        return _minus(_apart(text, self.gap))

    def unit(self, value: float, unit: str) -> str:
        """The unit as it stands after a number: English has one of it after 1, as "book"."""
        if unit in CLOCKS:
            return _CLOCK_NAMES[unit]
        head, space, word = unit.rpartition(" ")
        if value not in {1, -1} or not self._house or not re.fullmatch("[a-z]{4,}", word):
            return unit
        if word in _NO_PLURAL or re.search("(ss|us|is|ics|ens)$", word):
            return unit
        if word.endswith("ies"):
            word = f"{word[:-3]}y"
        elif re.search("(ss|sh|ch|x)es$", word):
            word = word[:-2]
        elif word.endswith("s"):
            word = word[:-1]
        return f"{head}{space}{word}"

    def compact(self, value: float, unit: str = "", *, named: bool = False) -> str:
        """A number for an axis: "1.2M" from a hundred thousand on, else as `number` has it.

        So it has it, too, where the language has no short form of it, as German of thousands.

        The unit gives it its form; `named`, it stands there as well.
        """
        from babel.numbers import format_compact_currency, format_compact_decimal

        currency, locale, text = _currency(unit), _locale(self.language), ""
        if unit not in CLOCKS and 100_000 <= abs(value) < 10**15:
            rounded = _rounded(value, 0)
            text = _minus(str(format_compact_decimal(rounded, locale=locale, fraction_digits=2)))
        if not any(sign.isalpha() for sign in text):  # German has no short form of thousands
            return (
                self.number(value, unit) if named else self.figure(value, "" if currency else unit)
            )
        if named and currency:
            text = format_compact_currency(rounded, currency, locale=locale, fraction_digits=2)
            return _minus(_apart(str(text), self.gap))
        return f"{text}{self.gap}{self.unit(value, unit)}" if named and unit else text

    def percent(self, share: float | None, digits: int = 0) -> str:
        """A share of 1 as per cent: "50 %" in English, as the language does elsewhere.

        What is not whole is never shown as whole, and what has begun never as nothing: 0.996 is
        99 %, 0.001 is 1 %.
        """
        from babel.numbers import format_percent

        if share is None or not math.isfinite(share):
            return _MISSING
        if 0 < abs(share) < 1 - 1e-9:  # sums of weights come so near to the whole
            step = 10.0 ** -(digits + 2)
            share = math.copysign(min(max(abs(share), step), 1 - step), share)
        if self._house or abs(share) >= 1e13:
            return f"{self.number(share * 100, digits=digits)}{self.gap}%"
        rounded = _rounded(share, digits + 2)
        locale = _locale(self.language)
        return _minus(str(format_percent(rounded, locale=locale, decimal_quantization=False)))

    def list(self, items: Sequence[str]) -> str:
        """Things in a row: "a, b and c"."""
        if self._house:
            *others, last = items or [""]
            return f"{', '.join(others)} and {last}" if others else last
        from babel.lists import format_list

        return str(format_list(items, locale=_locale(self.language)))


@lru_cache(maxsize=1024)
def _currency(unit: str) -> str:
    """The three letters of a currency, given as they or as its sign; empty for other units."""
    from babel.numbers import is_currency

    code = CURRENCIES.get(unit, unit)
    return code if re.fullmatch("[A-Z]{3}", code) and is_currency(code, "en") else ""


def _apart(money: str, gap: str) -> str:
    """An amount whose currency is written in letters, with a space between: CHF 20, but €20.

    So asks the currency spacing of the locales (Unicode TR 35), which Babel leaves out.
    """
    return re.sub(r"(?<=[A-Z])(?=[0-9])", gap, money)


def _minus(text: str) -> str:
    """A number with the sign of minus, not a hyphen."""
    return text.replace("-", "−")


def _places(amount: Decimal, *, kept: bool = False) -> int:
    """How many decimals a number has, zeros at the end counted where they are `kept`."""
    return max(0, -int((amount if kept else amount.normalize()).as_tuple().exponent))


def _clock(value: float, unit: str) -> str:
    """A time in the form of its unit, to the second or minute: 33.4 in `m:ss` is "33:24".

    What is less than half a second or minute, and yet not nothing, goes one part further.
    """
    parts = abs(value) * CLOCKS[unit]
    if unit == "h:mm" and 0.5 / 60 <= parts < 0.5:
        return _clock(value, "h:mm:ss")
    if unit != "h:mm" and 0.05 <= parts < 0.5:
        sign = "−" if value < 0 else ""
        return f"{sign}{_clock(0, unit)}.{_rounded(parts * 10, 0)}"
    whole = int(_rounded(parts, 0))
    sign = "−" if value < 0 and whole else ""
    if unit != "h:mm:ss":
        return f"{sign}{whole // 60}:{whole % 60:02}"
    return f"{sign}{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _rounded(value: float, digits: int | None) -> Decimal:
    """A number rounded, half away from zero, as `Printer.number` describes."""
    exact = Decimal(repr(float(value)))
    if digits is None:
        size = abs(exact)
        if size >= 100 or size == 0:
            digits = 0
        elif size >= 1:
            digits = 1 if size >= 10 else 2
        else:
            digits = min(1 - size.adjusted(), 12)
    if exact.adjusted() >= 25:
        return exact
    result = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return result or abs(result)  # no minus before a zero
