"""Standings for the tests of the charts, without a journal behind them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from typing import Any

from milepost.journal.model import Goal
from milepost.journal.values import Measure, Milestone, Window
from milepost.journal.words import Kind
from milepost.progress.reasons import NothingLate
from milepost.progress.values import LinePiece, Point, Standing, Status

TODAY = date(2026, 11, 22)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def standing(
    title: str = "Read 24 books",
    measure: Measure | None = None,
    milestones: tuple[Milestone, ...] = (),
    **known: Any,
) -> Standing:
    """A goal of 24 books in 2026, unless told otherwise."""
    start, due = known.pop("start", YEAR[0]), known.pop("due", YEAR[1])
    measure = measure or Measure(Kind.COUNT, 0.0, 24.0, "books")
    goal = Goal(
        id="goal",
        title=title,
        measurable=measure,
        time_bound=Window(start, due),
        milestones=milestones,
    )
    given: dict[str, Any] = {
        "status": Status.ON_TRACK,
        "day": TODAY,
        "kind": measure.kind,
        "reason": NothingLate(),
        "from_": measure.from_,
        "to": measure.to,
        "unit": measure.unit,
    }
    return Standing(goal=goal, start=start, due=due, **{**given, **known})


def weekly(*values: float, start: date = YEAR[0]) -> tuple[Point, ...]:
    """Points a week apart, the first a week after the start."""
    return tuple(Point(start + timedelta(weeks=n + 1), v) for n, v in enumerate(values))


def straight(low: float = 0.0, high: float = 24.0) -> tuple[LinePiece, ...]:
    """A plan without a bend over the year."""
    return (LinePiece(YEAR[0], low, YEAR[1], high),)


def parsed(markup: str) -> ET.Element:
    """The markup as a tree; fails when it is not well-formed."""
    return ET.fromstring(f"<div>{markup}</div>")


def classed(markup: str, name: str) -> list[ET.Element]:
    """The elements that have a class."""
    return [e for e in parsed(markup).iter() if name in e.get("class", "").split()]


def texts(markup: str) -> list[str]:
    """All words that are drawn, without the titles of marks."""
    return [e.text or "" for e in parsed(markup).iter("text")]


def places(path: str) -> list[tuple[float, float]]:
    """The absolute places of path data that has M and L only."""
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)]


_ACROSS, _DOWN = ("x", "cx", "x1", "x2", "width"), ("y", "cy", "y1", "y2", "height")


def astray(markup: str) -> list[str]:
    """The coordinates that are not finite, or further outside their picture than a mark is wide."""
    found: list[str] = []
    for svg in parsed(markup).iter("svg"):
        box = svg.get("viewBox")
        wide, high = (
            (float(n) for n in box.split()[2:]) if box else (0.0, float(svg.get("height", 0)))
        )
        for element in _own(svg):
            label = f"{element.tag} {element.attrib}"
            for name in (*_ACROSS, *_DOWN):
                value = element.get(name)
                if value is None:
                    continue
                number = float(value.rstrip("%"))
                most = 100.0 if value.endswith("%") else wide or 100.0 if name in _ACROSS else high
                if not -8 <= number <= most + 8:
                    found.append(label)
            data = element.get("d", "")
            if "," in data and any(
                not (-1 <= x <= wide + 1 and -8 <= y <= high + 8) for x, y in places(data)
            ):
                found.append(label)
            if re.search("nan|inf", " ".join(element.attrib.values())):
                found.append(label)
    return found


def _own(svg: ET.Element) -> list[ET.Element]:
    """What is drawn in this picture and not in one nested in it."""
    found = []
    for child in svg:
        if child.tag != "svg":
            found += [child, *_own(child)]
    return found
