"""The command line: `cinpack`, one module a command."""

import os
import sys


def main() -> None:
    """Run `cinpack`; what it writes is for its user alone until they share it."""
    os.umask(0o077)
    try:
        from pipeline.cli import interrupts

        interrupts.listen()
        from pipeline.cli.app import app
        from pipeline.cli.quiet import quieten

        quieten()
        app(prog_name="cinpack")
    except SystemExit:
        raise
    except BaseException as error:
        if not isinstance(error, KeyboardInterrupt) and not interrupts.stop_asked():
            raise
        interrupts.ignore()
        sys.stderr.write("Stopped.\n")
        sys.exit(1)
