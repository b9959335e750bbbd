"""cinpack prepares the meetings that keep every Child in Need plan moving."""

__version__ = "0.1.0"
