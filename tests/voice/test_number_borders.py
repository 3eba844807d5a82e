"""Numbers on each side of the borders at which they are written in another way."""

from __future__ import annotations

import pytest

from milepost.voice.english import ENGLISH
from milepost.voice.printer import Printer
from milepost.voice.rates import every

EN = Printer("en", gap=" ")
DE = Printer("de", gap=" ")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (-0.0, "0"),
        (0.0004, "0.0004"),
        (0.00123, "0.0012"),
        (0.0996, "0.1"),
        (0.999, "1"),
        (1.004, "1"),
        (9.994, "9.99"),
        (9.996, "10"),
        (10.04, "10"),
        (99.94, "99.9"),
        (99.96, "100"),
        (100.4, "100"),
        (-99.94, "−99.9"),
        (999.5, "1,000"),
        (1e-12, "0.000000000001"),
        (1e-13, "0"),
        (999_999_999_999_999, "999,999,999,999,999"),
        (1e15, "1E15"),
        (-2.5e18, "−2.5E18"),
        (1e30, "1E30"),
        (float("inf"), "–"),
        (None, "–"),
    ],
)
def test_a_number(value: float | None, said: str) -> None:
    assert EN.number(value) == said


@pytest.mark.parametrize(
    ("value", "said", "auf_deutsch"),
    [
        (99_999, "99,999", "99.999"),
        (100_000, "100K", "100.000"),
        (-123_456, "−123.46K", "−123.456"),
        (1_234_567, "1.23M", "1,23 Mio."),
        (1e15, "1E15", "1E15"),
    ],
)
def test_a_number_on_an_axis(value: float, said: str, auf_deutsch: str) -> None:
    assert EN.compact(value) == said
    assert DE.compact(value).replace("\xa0", " ") == auf_deutsch


@pytest.mark.parametrize(
    ("value", "unit", "said", "auf_deutsch"),
    [
        (99_999, "books", "99,999 books", "99.999 books"),
        (250_000, "books", "250K books", "250.000 books"),
        (250_000, "EUR", "€250K", "250.000 €"),
        (2_500_000, "EUR", "€2.5M", "2,5 Mio. €"),
    ],
)
def test_a_number_on_an_axis_with_its_unit(
    value: float, unit: str, said: str, auf_deutsch: str
) -> None:
    assert EN.compact(value, unit, named=True) == said
    assert DE.compact(value, unit, named=True).replace("\xa0", " ") == auf_deutsch


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("m:ss", 7.5, "7:30 min"),
        ("m:ss", -7.5, "−7:30 min"),
        ("m:ss", -0.5, "−0:30 min"),
        ("m:ss", 0.0, "0:00 min"),
        ("h:mm", 1.5, "1:30 h"),
        ("h:mm", -0.25, "−0:15 h"),
        ("h:mm", 29 / 3600, "0:00:29 h"),
        ("h:mm", 0.501 / 3600, "0:00:01 h"),
        ("h:mm", 31 / 3600, "0:01 h"),
        ("h:mm:ss", 1.0125, "1:00:45"),
        ("m:ss", 0.4 / 60, "0:00.4 min"),
        ("m:ss", -0.4 / 60, "−0:00.4 min"),
        ("m:ss", 0.5 / 60, "0:01 min"),
    ],
)
def test_a_time(unit: str, value: float, said: str) -> None:
    assert EN.number(value, unit) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "0 %"),
        (0.001, "1 %"),
        (-0.001, "−1 %"),
        (0.014, "1 %"),
        (0.016, "2 %"),
        (0.994, "99 %"),
        (0.996, "99 %"),
        (1 - 1e-10, "100 %"),
        (1.0, "100 %"),
        (1.334, "133 %"),
        (-0.5, "−50 %"),
        (None, "–"),
    ],
)
def test_a_share(share: float | None, said: str) -> None:
    assert EN.percent(share) == said
    assert DE.percent(share).replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (9.5, 13.24, "9.5 – 13.2"),
        (5.0, 5.0, "5"),
        (5.001, 5.002, "5"),
        (99.6, 120.4, "100 – 120"),
        (-0.5, 0.25, "−0.50 – 0.25"),
    ],
)
def test_a_range(low: float, high: float, said: str) -> None:
    assert EN.between(low, high) == said


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (-1.0, "none"),
        (0.0, "none"),
        (0.001, "0.001 a week"),
        (7 / 3651, "0.0019 a week"),
        (7 / 3649, "one every 10 years"),
        (0.5, "one every 14 days"),
        (0.93, "one every 8 days"),
        (0.94, "one a week"),
        (1.0, "one a week"),
        (1.3, "one a week"),
        (1.31, "1.31 a week"),
    ],
)
def test_a_rate(rate: float, said: str) -> None:
    assert every(ENGLISH, rate) == said
