"""The program's entry: quick answers first, then the command that was asked for."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the program on the command line's arguments and leave with its exit code."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        from serang_plan import __version__

        try:
            os.write(sys.stdout.fileno(), f"serang-plan {__version__}{os.linesep}".encode())
        except OSError:
            pass  # why it cannot be said is told by the command line
        else:
            raise SystemExit(0)
    try:
        from serang_plan.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while we were still starting
        code = 130
    os._exit(code)  # everything is written; taking a large plan apart again would only take time


if __name__ == "__main__":
    main()
