"""What `milepost new` writes: a journal, a goal, this week's entry.

In: names, a day, and for an entry the report of the journal. Out: texts by path, which the command
line writes where nothing stands yet. The texts are the files in `texts/`.
"""

from milepost.scaffold.files import new_goal, new_journal
from milepost.scaffold.week import new_week

__all__ = ["new_goal", "new_journal", "new_week"]
