"""A journal's records for other programs: readings, goals and entries as CSV and JSON.

In: a report, which is already for one audience. Out: texts, and the schema of the JSON; nothing is
printed here. docs/import-export.md is the contract.
"""

from milepost.exporting.as_csv import as_csv
from milepost.exporting.as_json import as_json, schema
from milepost.exporting.records import KINDS, Records

__all__ = ["KINDS", "Records", "as_csv", "as_json", "schema"]
