"""What goals cost: the money of entries and of records, each amount counted once.

In: a journal, its records and a day. Out: a `Cost` for each amount; sums by currency. Amounts in
several currencies are told apart and never added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from milepost.findings import Place
from milepost.journal.model import Experience, Journal, Learning, Record
from milepost.journal.values import Money, Week
from milepost.progress.records import Records, currency, total


@dataclass(frozen=True, slots=True)
class Cost:
    """Money that went into a goal: `day` is that by which it belongs to a month, if it has one."""

    goal: str
    day: date | None
    money: Money
    place: Place


def costs(journal: Journal, records: Records, day: date) -> tuple[Cost, ...]:
    """Everything that was spent on goals up to a day: first of entries, then of records.

    Money of a record for several goals is shared evenly among them; that of a record for none is
    not counted. What an entry's `spent` and a record of the same week say alike, of one goal in one
    currency, is written twice and counts once.
    """
    ids = {goal.id for goal in journal.goals}
    paths = {entry.path: entry for entry in journal.entries}
    of_records: list[tuple[Week | None, Cost]] = []
    for record in records.every:
        paid = record.money if isinstance(record, Learning | Experience) else None
        goals = [id_ for id_ in record.goals if id_ in ids]
        to_come = not record.line and record.day is not None and record.day > day
        if paid and goals and not to_come:
            share = Money(paid.amount / len(goals), currency(paid.currency))
            week = Week.of(record.counted) if record.counted else None
            of_records += [
                (week, Cost(id_, record.counted, share, _place(record))) for id_ in goals
            ]
    twice = Counter((week, one.goal, one.money) for week, one in of_records if week)
    found = []
    for mention in journal.spent:
        if mention.goal not in ids:
            continue
        money = Money(mention.value, currency(mention.currency))
        told = (Week.of(mention.counted), mention.goal, money)
        if twice[told]:
            twice[told] -= 1
            continue
        entry = paths.get(mention.entry)
        place = entry.at("spent", mention.goal) if entry else Place("")
        found.append(Cost(mention.goal, mention.counted, money, place))
    return (*found, *(one for _, one in of_records))


def sums(found: Iterable[Cost]) -> tuple[Money, ...]:
    """What costs come to, by currency, to the cent."""
    return tuple(
        Money(round(one.amount, 2), one.currency) for one in total(one.money for one in found)
    )


def _place(record: Record) -> Place:
    return Place(record.path, record.line) if record.line else record.at("money")
