"""Numbers of other tools become readings of a goal.

In: the bytes of a table that another program wrote. Out: what it holds, as rows that the journal's
own reader has read; and the file of readings that a goal would have with them.
"""

from milepost.importing.history import History, history
from milepost.importing.merge import Merged, merged
from milepost.importing.tools import Held, held

__all__ = ["Held", "History", "Merged", "held", "history", "merged"]
