"""The command line: thin verbs over the rooms below."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; errors on purpose, and files that fail, end with exit code 1 and a message."""
    from analyzer.errors import AnalyzerError

    try:
        from analyzer.cli.verbs import app

        app()
    except AnalyzerError as error:
        sys.stderr.write(f"analyzer: {error}\n")
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename}: " if error.filename is not None else ""
        sys.stderr.write(f"analyzer: {where}{error.strerror or error}. Check the path and its rights.\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.stderr.write("analyzer: stopped; the store is as it was.\n")
        sys.exit(130)
