"""`registry serve`: the API alone."""


def serve() -> None:
    """Run the HTTP API alone, on a database that was migrated. Ctrl-C stops it."""
    from threading import Event

    from registry.cli.printing import print_lines
    from registry.cli.running.installation import run_api
    from registry.cli.running.together import stopped_by_signals
    from registry.settings import read_settings

    settings, stopped = read_settings(), Event()

    def say_so(addresses: dict[str, str]) -> None:
        print_lines(f"The API answers at {addresses['API']}. Ctrl-C stops it.")

    with stopped_by_signals(stopped):
        run_api(settings, stopped, when_ready=say_so)
