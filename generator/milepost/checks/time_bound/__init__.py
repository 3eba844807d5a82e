"""T, time-bound: whether a goal ends on a day, and has steps on the way there."""
