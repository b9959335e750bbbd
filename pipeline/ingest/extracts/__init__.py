"""The case extract in each format it may have, and the choice of the one that is the state."""
