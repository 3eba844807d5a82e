"""M, measurable: whether a figure can tell how far a goal is, and whether it does."""
