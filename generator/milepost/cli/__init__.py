"""The command line: the only place that prints, exits, or asks what day it is."""

from milepost.cli.main import main

__all__ = ["main"]
