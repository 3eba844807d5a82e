"""S, specific: whether a goal says what will be there at the end, and what for."""
