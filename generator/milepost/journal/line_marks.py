"""What signs of Markdown say in a single line: that it is an item of a list, and the links in it.

In: nothing. Out: patterns without groups, for whoever looks at a line by itself. Which lines of a
whole text are items, the parser says, of whose tokens `prose.py` makes an outline.
"""

from __future__ import annotations

BULLET = "[-*+]"
NUMBERED = r"[0-9]{1,9}[.)]"
ITEM = rf"(?:{BULLET}|{NUMBERED})"
"""The mark of an item of a list: a sign, a number, as long as Markdown reads one, or either."""
LIKELY_ITEM = rf"(?:{BULLET}|[0-9]{{1,3}}[.)])"
"""The same in a line with which a sentence may go on: four figures are a year there."""
BOX = r"\[.\]"
"""A check box, whatever stands in it."""
PLAIN_BOX = r"\[[ xX]\]"
"""A check box that says done or not done."""
LINKED = r"(?:\[\[[^\[\]]+\]\]|\[[^\[\]]+\]\([^()\s]*\))"
"""A link of either kind. One without an address is a link too, which leads nowhere."""
