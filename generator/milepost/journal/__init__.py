"""The files that people write, read into a `Journal` and findings."""
