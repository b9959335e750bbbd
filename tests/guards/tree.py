"""Walks a tree of files: the project's own, or a small one planted to see a guard catch a breach."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def project_files(root=ROOT):
    """Return the files that belong to the project, relative to `root` (git's ignored ones left out)."""
    if (root / ".git").exists():
        git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(git, cwd=root, capture_output=True, check=True, text=True)
        names = [name for name in listed.stdout.split("\0") if name]
    else:
        names = [str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()]
    return sorted(Path(name) for name in set(names) if (root / name).is_file())


def modules(root=ROOT, below="pipeline") -> Iterator[tuple[Path, ast.Module]]:
    """Yield each Python module below a folder with its syntax tree."""
    for path in project_files(root):
        if path.suffix == ".py" and path.parts[0] == below:
            yield path, ast.parse((root / path).read_text(encoding="utf-8"))


def plant(root, files):
    """Write the files (path to text or bytes) below `root` and return it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
