"""The `wellspring` command. Exit codes: 0 done, 1 failed with a message, 2 wrong usage.

Whatever takes time to import is imported where it is used: below, and inside the commands. So the
help is there at once, and Ctrl+C ends the command with one line from its first moment.
"""

import os
import sys
from contextlib import suppress
from typing import NoReturn

_STOPPED = 130  # what typer makes of Ctrl+C


def main() -> NoReturn:
    """Run the command."""
    try:
        from qa.cli.commands import app
        from qa.cli.terminal import quiet_libraries, run

        quiet_libraries()
        run(app)
    except KeyboardInterrupt:
        _stop()
    except SystemExit as end:
        if end.code != _STOPPED:
            raise
        _stop()


def _stop() -> NoReturn:
    """End at once, without a word of threads or libraries that would still work."""
    with suppress(OSError):  # whoever read it has gone
        sys.stdout.flush()
    print("Interrupted. The same command starts again, or goes on where it was.", file=sys.stderr)
    os._exit(1)
