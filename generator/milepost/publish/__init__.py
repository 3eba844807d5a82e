"""Publish: in come the finished pages, out go files in a folder or answers to a browser.

`output.publish` writes a folder, `preview.serve` shows the pages and makes them again after each
save.
"""
