"""The forecast and prediction registry: public predictions, kept and judged."""

__version__ = "0.1.0"
