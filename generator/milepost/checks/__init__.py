"""A `Journal` and its `Report` judged: findings."""
