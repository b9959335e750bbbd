"""Rows and columns, whatever kind of file they stand in: header, rows between, footer."""
