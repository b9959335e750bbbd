"""Starting an authority: an invented one to try things with."""
