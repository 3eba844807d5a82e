"""A journal for others: its records as CSV and JSON for programs, its achievements for people.

In: a report, which is already for one audience. Out: texts, and the schema of the JSON; nothing is
printed here. docs/import-export.md is the contract of the records.
"""

from milepost.exporting.achievements import Paper, paper
from milepost.exporting.as_csv import as_csv
from milepost.exporting.as_json import as_json, schema
from milepost.exporting.as_markdown import as_markdown
from milepost.exporting.as_page import as_page
from milepost.exporting.records import KINDS, Records

__all__ = [
    "KINDS",
    "Paper",
    "Records",
    "as_csv",
    "as_json",
    "as_markdown",
    "as_page",
    "paper",
    "schema",
]
