"""The command line: parses words, calls one thing each, prints; acts on the local database.

Modules are light to import; what a command needs it imports when it runs, so that `registry --help` answers
at once.
"""


def main() -> None:
    """Run the command that the process was started with."""
    from registry.cli.application import app

    app()
