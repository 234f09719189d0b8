"""The only place that opens a connection for intake and notifiers.

`fetch` is guarded: for addresses that users give or articles name, which may point anywhere, also at
this machine and its neighbours. `call` is plain: for addresses in the operator's settings. Neither obeys
proxies or certificates of the environment. Whatever goes wrong is an error of `registry.domain.errors`.
"""

from registry.outbound.answers import Fetched, Limits
from registry.outbound.fetching import FEED_TYPES, PAGE_TYPES, USER_AGENT, call, fetch
from registry.outbound.transport import INTERNET, GuardedTransport, Network, PlainTransport

__all__ = [
    "FEED_TYPES",
    "INTERNET",
    "PAGE_TYPES",
    "USER_AGENT",
    "Fetched",
    "GuardedTransport",
    "Limits",
    "Network",
    "PlainTransport",
    "call",
    "fetch",
]
