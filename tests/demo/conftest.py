from tests.people import actor

__all__ = ["actor"]
