"""One page a note and an index, no lists of tags; what was read is kept for the next build."""

SITENAME = "A made journal"
PATH = "content"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_DATE = (2026, 11, 22)
DEFAULT_PAGINATION = False
SLUGIFY_SOURCE = "basename"
ARTICLE_URL = ARTICLE_SAVE_AS = "{slug}.html"
DIRECT_TEMPLATES = ["index"]
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
