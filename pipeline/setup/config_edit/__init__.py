"""Adds to an authority's settings without touching anything else that stands in its files.

words        text as YAML reads it back unchanged
insertion    one entry put into the text of a file, every other character kept
additions    a set of entries: tried on a copy first, then put in place whole
"""
