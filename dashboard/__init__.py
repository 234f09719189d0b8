"""The dashboard. It knows the registry through `registry.client` alone."""
