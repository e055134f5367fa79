"""Reads trade-barrier reports and says what is newly listed, what was listed before, and on which page."""

__version__ = "0.1.0"
