"""Dated vocabulary with sources: economies, sections, series, agreements, offset programmes."""
