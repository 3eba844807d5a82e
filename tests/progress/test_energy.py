"""What gives energy and what takes it, gathered from headings and lines of entries."""

from __future__ import annotations

from written import report

from milepost.journal.words import Visibility
from milepost.progress.energy import DRAINED, ENERGISED, told

JOURNAL = """
== content/journal/2026-W20.md ==
## Energized by
- A walk with Kasia.
- the *first* coffee,
  alone

## Drained by
Two hours about a handrail.

Mail.
== content/journal/2026-W21.md ==
Energised by: a walk with Kasia, sun
**What drained me:** mail; the road
- Drained by: sun

```
Drained by: code
```
Drained by the heat: nothing is said here.
== content/journal/2026-W22.md ==
---
visibility: public
---
::: private
Energised by: a secret
:::
Energy from: nobody
"""


def words(section: str, audience: Visibility = Visibility.PRIVATE) -> list[tuple[str, int]]:
    found = told(report(JOURNAL, audience=audience), section)
    return [(one.words, len(one.entries)) for one in found]


def test_headings_and_lines_are_gathered_the_most_often_told_first() -> None:
    assert words(ENERGISED) == [
        ("a walk with Kasia", 2),
        ("a secret", 1),
        ("nobody", 1),
        ("sun", 1),
        ("the *first* coffee, alone", 1),
    ]
    assert words(DRAINED) == [
        ("mail", 2),
        ("the road", 1),
        ("sun", 1),
        ("Two hours about a handrail", 1),
    ]


def test_what_is_hidden_is_not_gathered() -> None:
    assert words(ENERGISED, Visibility.PUBLIC) == [("nobody", 1)]
