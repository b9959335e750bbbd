"""Says how long each step takes, on the sample and on an invented authority ten times as large.

For people to read (`make benchmark`); no test depends on a time.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[1]
TEN_TIMES = ("--seed", "2", "--open-plans", "15000", "--localities", "40", "--teams", "140")


def main():
    with TemporaryDirectory() as scratch:
        large = Path(scratch) / "large"
        told = cinpack("demo", "--out", large, *TEN_TIMES)
        if told.returncode:
            sys.exit(told.stderr)
        for name, folder in (("sample", ROOT), ("ten times as large", large)):
            begun = perf_counter()
            outputs = Path(scratch) / f"outputs-{folder.name}"
            run = cinpack(
                "run",
                "--config",
                folder / "config",
                "--inputs",
                folder / "inputs",
                "--outputs",
                outputs,
            )
            if run.returncode not in {0, 3}:
                sys.exit(run.stderr)
            documents = sum(
                path.suffix in {".pdf", ".docx", ".html"} for path in outputs.rglob("*")
            )
            sys.stdout.write(f"{name}: {documents} documents\n{run.stderr.rstrip()}\n")
            sys.stdout.write(f"{'in all':<10}{perf_counter() - begun:6.1f} s\n\n")
            sys.stdout.flush()


def cinpack(*words):
    command = [sys.executable, "-m", "pipeline", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main()
