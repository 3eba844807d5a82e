"""One view a page: plain frozen data that a template shows, made by pure functions."""
