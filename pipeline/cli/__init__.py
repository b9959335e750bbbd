"""The command line: `cinpack`, one module a command."""

import os


def main() -> None:
    """Run `cinpack`; what it writes is for its user alone until they share it."""
    os.umask(0o077)
    from pipeline.cli.app import app
    from pipeline.cli.quiet import quieten

    quieten()
    app(prog_name="cinpack")
