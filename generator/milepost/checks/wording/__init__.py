"""The judge of words: what a goal says by its wording, and where; it sees no front matter."""
