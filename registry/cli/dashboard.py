"""`registry dashboard`: the dashboard alone, beside an API that runs already."""


def run_dashboard() -> None:
    """Run the dashboard alone; it speaks to the API at REGISTRY_API_URL. Ctrl-C stops it."""
    from threading import Event

    from registry.cli.printing import print_lines
    from registry.cli.running.installation import run_dashboard_alone
    from registry.cli.running.together import stopped_by_signals
    from registry.settings import read_settings

    settings, stopped = read_settings(), Event()

    def say_so(addresses: dict[str, str]) -> None:
        print_lines(f"The dashboard answers at {addresses['Dashboard']}. Ctrl-C stops it.")

    with stopped_by_signals(stopped):
        run_dashboard_alone(settings, stopped, when_ready=say_so)
