"""What signs of Markdown say in a single line: the links that stand in it.

In: nothing. Out: patterns without groups, for whoever looks at the words of a line; what a whole
text is, `prose.py` says.
"""

from __future__ import annotations

LINKED = r"(?:\[\[[^\[\]]+\]\]|\[[^\[\]]+\]\([^()\s]*\))"
"""A link of either kind. One without an address is a link too, which leads nowhere."""
