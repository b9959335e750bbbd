"""Puts every page of every document of the newest period on one page to look at (`make contact-sheet`)."""

import html
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from verify.libreoffice import to_pdf

ROOT = Path(__file__).parents[2]
SHEET = ROOT / "build/contact-sheet"
DPI = "96"
HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font-family:sans-serif;margin:2rem}figure{display:inline-block;margin:.5rem}
img{width:18rem;border:1px solid #999}figcaption{font-size:.8rem}</style><h1>Contact sheet</h1>
"""


def main(outputs):
    periods = [
        path for path in outputs.iterdir() if re.fullmatch(r"\d{4}-\d\d-\d\d(-r\d+)?", path.name)
    ]
    if not periods:
        sys.exit(f"There is no period in {outputs}: run make pack first.")
    period = max(periods, key=_order)
    SHEET.mkdir(parents=True, exist_ok=True)
    for old in SHEET.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as folder:
        made = {path: path for path in period.rglob("*.pdf")}
        made |= to_pdf(sorted(period.rglob("*.docx")), Path(folder))
        parts = [
            _document(str(path.relative_to(period)), pdf) for path, pdf in sorted(made.items())
        ]
    (SHEET / "index.html").write_text(HEAD + "\n".join(parts), encoding="utf-8")
    sys.stdout.write(f"{len(parts)} documents: {SHEET / 'index.html'}\n")


def _order(period):
    day, _, number = period.name.partition("-r")
    return day, int(number or 1)


def _document(name, pdf):
    stem = re.sub(r"[^\w.]+", "-", name)
    command = ["pdftoppm", "-r", DPI, "-png", str(pdf), str(SHEET / stem)]
    subprocess.run(command, check=True, capture_output=True)
    pages = sorted(SHEET.glob(f"{stem}-*.png"))
    shown = "".join(
        f'<figure><a href="{page.name}"><img src="{page.name}" alt="{html.escape(name)}, page {n}"></a>'
        f"<figcaption>page {n}</figcaption></figure>"
        for n, page in enumerate(pages, 1)
    )
    return f"<h2>{html.escape(name)}</h2>{shown}"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "outputs")
