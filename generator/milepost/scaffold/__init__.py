"""What `milepost new` writes: a journal, a goal, the entry of a week, a review.

In: names, a day, and for entries and reviews the report of the journal. Out: texts by path, which
the command line writes where nothing stands yet. The texts are the files in `texts/`.
"""

from milepost.scaffold.files import new_goal, new_journal
from milepost.scaffold.review import new_review
from milepost.scaffold.week import new_week

__all__ = ["new_goal", "new_journal", "new_review", "new_week"]
