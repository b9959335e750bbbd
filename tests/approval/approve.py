"""Writes what the documents say now as approved (`make approve`); read the difference before you commit."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from approval.test_content import APPROVED, said_now

for old in APPROVED.glob("*.txt"):
    old.unlink()
for name, text in said_now().items():
    (APPROVED / f"{name}.txt").write_text(text, encoding="utf-8")
