"""Bytes by address, put on disk or before a browser."""
