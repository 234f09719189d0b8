"""One module of routes per noun; `registry.api.app` lists them."""
