"""The HTTP API: an edge. It reads the request, calls one action or query, and answers."""
