"""Lighthouse on the example's public site: accessibility, best practices, SEO, performance.

In: nothing. Out: a table, the full reports in _audit/, and exit code 1 when a figure falls short.
Needs Chromium, and Node with npm.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "browser"))

import pytest
from example import build_example, served
from outside import chromium, npm_package

from milepost.journal.words import Visibility

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = ("lighthouse", "12.8.2")
OUT = ROOT / "_audit"
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}
KINDS = ("dashboard", "goal", "journal")


def audit(program: str, lighthouse: Path, url: str, report: Path) -> dict[str, Any]:
    """Lighthouse's report on one page."""
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [
            *(node, str(lighthouse / "cli" / "index.js"), url),
            *("--quiet", "--no-enable-error-reporting"),
            "--chrome-flags=--headless=new --no-sandbox",
            *("--output=json", f"--output-path={report}"),
        ],
        env=os.environ | {"CHROME_PATH": program},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse failed on {url}:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def lost(report: dict[str, Any], category: str) -> list[str]:
    """The audits that cost a category points."""
    return [
        f"{ref['id']}: {report['audits'][ref['id']]['title']}"
        for ref in report["categories"][category]["auditRefs"]
        if ref.get("weight") and (report["audits"][ref["id"]]["score"] or 0) < 0.9
        if report["audits"][ref["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual"}
    ]


def main() -> int:
    try:
        program, lighthouse = chromium(), npm_package(*LIGHTHOUSE)
    except pytest.skip.Exception as reason:
        print(f"This {reason}")
        return 1
    OUT.mkdir(exist_ok=True)
    short = []
    print(f"{'':12}" + "".join(f"{name:>16}" for name in LEAST))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "site"
        with served(folder) as root:
            site = build_example(folder, Visibility.PUBLIC, url=root)
            for kind in KINDS:
                url = root + site.fullest(kind)
                report = audit(program, lighthouse, url, OUT / f"{kind}.json")
                scores = {
                    name: round(100 * (report["categories"][name]["score"] or 0)) for name in LEAST
                }
                print(f"{kind:12}" + "".join(f"{scores[name]:16}" for name in LEAST), flush=True)
                for name, least in LEAST.items():
                    if scores[name] < least:
                        short.append(f"{kind}: {name} is {scores[name]}, wanted {least}")
                        short += [f"  {line}" for line in lost(report, name)]
    print("\n".join(short) if short else f"All is well; the reports are in {OUT.name}/.")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
