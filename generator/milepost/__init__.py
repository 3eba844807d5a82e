"""milepost: a static site generator for goal journals.

In: a folder of Markdown with YAML front matter. Out: findings, and a website.
"""

__version__ = "0.1.0"
