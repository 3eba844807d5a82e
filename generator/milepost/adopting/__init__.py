"""A list that a person keeps becomes goals: read, tried out, and written beside it.

In: the bytes of one file, and the journal that the goals are for. Out: what each line would be as a
goal, and the text of its file. The list itself is never touched.
"""

from milepost.adopting.lists import wishes_in
from milepost.adopting.trial import Drafted, drafted
from milepost.adopting.wish import Wish

__all__ = ["Drafted", "Wish", "drafted", "wishes_in"]
