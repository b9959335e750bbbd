"""Variation: what is usual from month to month, what is not, and which places differ."""
