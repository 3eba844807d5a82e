from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.numbers import Misread, parse_number
from milepost.journal.values import Week
from milepost.voice.printer import Printer
from milepost.voice.voice import Voice

TODAY = date(2026, 11, 22)
EN = Voice("en")


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("short", "22 Nov"),
        ("medium", "22 Nov 2026"),
        ("long", "22 November 2026"),
        ("full", "Sunday 22 November 2026"),
        ("month", "Nov"),
        ("month year", "November 2026"),
        ("letter", "N"),
    ],
)
def test_an_english_day_in_every_style(style: str, said: str) -> None:
    assert EN.date(TODAY, style) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Sonntag, 22. November 2026"),
        ("fr", "dimanche 22 novembre 2026"),
        ("en-US", "Sunday, November 22, 2026"),
        ("zh", "2026年11月22日星期日"),
        ("ar", "الأحد، 22 نوفمبر 2026"),
        ("pt_BR", "domingo, 22 de novembro de 2026"),
    ],
)
def test_a_day_in_other_languages(language: str, said: str) -> None:
    assert Printer(language).date(TODAY, "full") == said


def test_a_second_language_in_the_same_run_has_its_own_months() -> None:
    # Babel resolves aliases in tables that all languages share; ours are copies.
    before = [Printer(language).date(TODAY, "month") for language in ("zh", "ja", "nl", "pl", "fa")]
    after = [Printer(language).date(TODAY, "month") for language in ("zh", "ja", "nl", "pl", "fa")]
    assert before == after == ["11月", "11月", "nov", "lis", "نوامبر"]


@pytest.mark.parametrize("language", ["", "klingon", "xx", "en-XX", "🙂"])
def test_an_unknown_language_is_read_as_english(language: str) -> None:
    assert Printer(language).date(TODAY, "long") == "22 November 2026"


def test_which_way_a_language_runs() -> None:
    assert [Printer(tag).direction for tag in ("en", "ar", "he", "zh")] == [
        "ltr",
        "rtl",
        "rtl",
        "ltr",
    ]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 12, 11), date(2026, 12, 24), "11 – 24 Dec"),
        (date(2026, 11, 28), date(2026, 12, 4), "28 Nov – 4 Dec"),
        (date(2026, 12, 11), date(2027, 1, 4), "11 Dec 2026 – 4 Jan 2027"),
        (date(2027, 1, 4), date(2027, 1, 9), "4 – 9 Jan 2027"),
        (date(2026, 12, 11), date(2026, 12, 11), "11 Dec"),
    ],
)
def test_a_stretch_tells_no_more_than_it_must(first: date, last: date, said: str) -> None:
    assert EN.range(first, last, TODAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 23), "tomorrow"),
        (date(2026, 11, 19), "3 days ago"),
        (date(2026, 12, 27), "in 5 weeks"),
        (date(2027, 2, 20), "in 3 months"),
        (date(2029, 11, 20), "in 3 years"),
    ],
)
def test_how_far_away_a_day_is(day: date, said: str) -> None:
    assert EN.relative(day, TODAY) == said


def test_how_far_away_in_german() -> None:
    assert Voice("de").relative(date(2026, 12, 27), TODAY) == "in 5 Wochen"
    assert Voice("de").relative(TODAY, TODAY) == "heute"
    assert Voice("nl").relative(TODAY, TODAY) == "22 nov"


def test_weeks() -> None:
    week = Week(2026, 47)
    assert EN.week(week) == "week 47 of 2026"
    assert EN.week(week, year=False) == "week 47"
    assert Voice("de").week(week) == "Woche 47 von 2026"
    assert Voice("nl").week(week, year=False) == "W47"
    assert Printer("pt").week(week) == "47ª semana de 2026"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1234.5, "1,235"),
        (103.44, "103"),
        (501.1, "501"),
        (99.94, "99.9"),
        (11.934, "11.9"),
        (1.396, "1.4"),
        (3.25, "3.25"),
        (0.846, "0.85"),
        (0.0034, "0.0034"),
        (24.0, "24"),
        (0.0, "0"),
        (-0.0, "0"),
        (-3.0, "−3"),
        (2.5e20, "2.5E20"),
        (None, "–"),
        (float("nan"), "–"),
        (float("inf"), "–"),
    ],
)
def test_a_number_has_no_more_digits_than_mean_something(value: float | None, said: str) -> None:
    assert EN.number(value) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (3, "books", "3 books"),
        (1, "books", "1 book"),
        (1, "stories", "1 story"),
        (1, "glasses", "1 glass"),
        (1, "series", "1 series"),
        (1, "kg", "1 kg"),
        (1200, "€", "€1,200"),
        (12.5, "EUR", "€12.50"),
        (600, "₹", "₹600"),
        (18.94, "$", "$18.94"),
        (5.999, "€", "€6"),
        (-0.7, "kg", "−0.7 kg"),
        (-0.7, "€", "−€0.70"),
        (0.0034, "€", "€0.0034"),
        (33.4, "m:ss", "33:24 min"),
        (33.999, "m:ss", "34:00 min"),
        (90.5, "m:ss", "90:30 min"),
        (-0.2, "m:ss", "−0:12 min"),
        (0.005, "m:ss", "0:00.3 min"),
        (0.9 / 60, "m:ss", "0:01 min"),
        (0, "m:ss", "0:00 min"),
        (1.5, "h:mm", "1:30 h"),
        (0.004, "h:mm", "0:00:14 h"),
        (2 - 1 / 3600, "h:mm:ss", "1:59:59"),
        (2 - 1 / 36000, "h:mm:ss", "2:00:00"),
    ],
)
def test_a_number_with_its_unit(value: float, unit: str, said: str) -> None:
    assert EN.number(value, unit).replace("\u202f", " ") == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(82, "kg", "82"), (33.4, "m:ss", "33:24"), (600, "€", "€600"), (50, "%", "50")],
)
def test_beside_a_number_that_names_the_unit_another_has_its_form_alone(
    value: float, unit: str, said: str
) -> None:
    assert EN.figure(value, unit) == said


@given(st.integers(0, 999 * 60 + 59), st.booleans())
def test_a_time_is_read_as_it_was_printed(parts: int, fast: bool) -> None:
    unit = "m:ss" if fast else "h:mm"
    read = parse_number(Printer("de", " ").number(parts / 60, unit))
    assert not isinstance(read, Misread)
    assert read[0] == pytest.approx(parts / 60)
    assert read[1] == unit


def test_a_number_and_its_unit_are_never_parted() -> None:
    assert EN.number(81.4, "kg") == "81.4\u202fkg"


@pytest.mark.parametrize(
    ("amount", "words"),
    [(5000.5, "$5,000.50"), (5000, "$5,000"), (12.5, "$12.50"), (5000 / 7, "$714"), (0.5, "$0.50")],
)
def test_money_is_whole_or_to_the_cent_where_it_is_written_so(amount: float, words: str) -> None:
    assert EN.number(amount, "$") == words


def test_numbers_and_money_as_a_german_writes_them() -> None:
    german = Printer("de")
    assert german.number(12345.6) == "12.346"
    assert german.number(81.4, "kg") == "81,4\u202fkg"
    assert german.number(1200, "EUR") == "1.200\xa0€"
    assert german.percent(0.5) == "50\xa0%"


@given(
    st.floats(-1e9, 1e9).filter(lambda value: abs(value) > 1e-6 or value == 0),
    st.sampled_from(["kg", "€", "", "m:ss"]),
    st.sampled_from(["en", "de", "fr"]),
)
def test_what_is_written_into_a_file_is_read_again(value: float, unit: str, language: str) -> None:
    words = Printer(language, " ", typed=True).number(value, unit)
    if (unit == "m:ss" and abs(value) >= 999) or abs(value) * 60 < 0.5:
        return  # longer or shorter than any time of the clock that is read
    read = parse_number(words)
    assert not isinstance(read, Misread)
    assert read[0] == pytest.approx(value, rel=0.05, abs=0.01)
    assert read[1] == unit


def test_numbers_in_a_file_have_points_in_every_language() -> None:
    german = Printer("de", " ", typed=True)
    assert german.number(0.53) == "0.53"
    assert german.number(78.3, "kg") == "78.3 kg"
    assert german.number(12345.6, "kg") == "12 346 kg"
    assert german.number(12.5, "€") == "12.50 €"


def test_shares() -> None:
    assert EN.percent(0.506) == "51\u202f%"
    assert EN.percent(0.996) == "99\u202f%"
    assert EN.percent(1 - 1e-10) == EN.percent(1) == "100\u202f%"
    assert EN.percent(0.001) == "1\u202f%"
    assert EN.percent(0) == "0\u202f%"
    assert EN.percent(1.25) == "125\u202f%"
    assert EN.percent(None) == "–"


def test_a_range_of_numbers_has_one_precision() -> None:
    assert EN.between(9.54, 13.2, "km") == "9.5 – 13.2\u202fkm"
    assert EN.between(3, 3, "km") == "3\u202fkm"
    assert EN.between(4.5, 6, "km") == "4.5 – 6.0\u202fkm"
    assert EN.between(24 + 1 / 6, 26 + 1 / 12, "m:ss") == "24:10 – 26:05\u202fmin"
    assert EN.between(600, 800, "€") == "€600 – €800"
    assert EN.ends(93.46, 100, "%") == ("93", "100\u202f%")
    assert EN.ends(3, 3, "km") == ("", "3\u202fkm")


def test_letters_of_a_currency_stand_apart_from_the_amount_as_a_sign_does_not() -> None:
    assert EN.number(1200, "CHF") == "CHF\u202f1,200"
    assert EN.number(-1200, "CHF") == "−CHF\u202f1,200"
    assert Printer("en", " ").number(45.5, "SEK") == "SEK 45.50"
    assert EN.number(1200, "€") == EN.number(1200, "EUR") == "€1,200"
    assert EN.number(3, "ABC") == "3\u202fABC"  # no currency
    assert EN.number(3, "sek") == "3\u202fsek"
    assert EN.compact(2_500_000, "CHF", named=True) == "CHF\u202f2.5M"


def test_large_numbers_on_an_axis() -> None:
    assert EN.compact(1_250_000) == "1.25M"
    assert EN.compact(1_234_567) == "1.23M"
    assert EN.compact(99_999) == "99,999"
    assert EN.compact(100_000) == "100K"
    assert EN.compact(10**15) == EN.number(10**15)
    assert EN.compact(2_000) == "2,000"
    assert EN.compact(2_000, "€") == "2,000"
    assert EN.compact(2_000, "€", named=True) == "€2,000"
    assert EN.compact(1_250_000, "€", named=True) == "€1.25M"
    assert EN.compact(1_250_000, "steps", named=True) == "1.25M\u202fsteps"
    assert EN.compact(24.5, "m:ss") == "24:30"


def test_things_in_a_row() -> None:
    assert EN.list(["a", "b", "c"]) == "a, b and c"
    assert EN.list(["a"]) == "a"
    assert EN.list([]) == ""


@given(st.floats(allow_nan=True, allow_infinity=True), st.sampled_from(["en", "de", "ar", "zh"]))
def test_every_number_can_be_written(value: float, language: str) -> None:
    words = Printer(language)
    assert words.number(value, "kg")
    assert words.compact(value)
    assert words.percent(value)


@given(st.dates(), st.dates(), st.sampled_from(["en", "en-US", "fr", "ar"]))
def test_every_day_can_be_written(day: date, today: date, language: str) -> None:
    words = Printer(language)
    assert words.near(day, today)
    assert words.range(min(day, today), max(day, today), today)
    assert words.relative(day, today)
    assert words.week(Week.of(day))
