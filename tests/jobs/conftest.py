from tests.outbound.conftest import names, network, site, site_server, wire

__all__ = ["names", "network", "site", "site_server", "wire"]
