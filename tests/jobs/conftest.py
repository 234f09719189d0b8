from tests.jobs.outlets import ada, outlet, through
from tests.outbound.conftest import names, network, site, site_server, wire

__all__ = ["ada", "names", "network", "outlet", "site", "site_server", "through", "wire"]
