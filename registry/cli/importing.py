"""`registry import`."""


def import_file() -> None:
    """Import."""
