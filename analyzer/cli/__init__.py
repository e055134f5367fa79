"""The command line: thin verbs over the rooms below."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; errors that were raised on purpose end with exit code 1 and their message."""
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
    except KeyboardInterrupt:
        sys.stderr.write("analyzer: stopped; the store is as it was.\n")
        sys.exit(130)
