"""What holds for every test: no network, the same random cases each time."""

import hypothesis

pytest_plugins = ["tests.loopback", "tests.shared_folder", "tests.postgres_fixture", "tests.databases"]

# Derandomised: a test that passes today passes tomorrow. No deadline: a slow machine is not a failure.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("steady")
