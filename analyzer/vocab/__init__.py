"""Dated vocabulary with sources: economies, sections, series, agreements, offset programmes.

A file (csv, toml or txt) belongs to the module of its name. Economies go by their codes: three letters of ISO 3166-1,
or a bloc's, such as EUU and GCC.
"""
