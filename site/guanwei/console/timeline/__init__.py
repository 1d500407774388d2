"""One manuscript, one list of everything that happened to it; any two snapshots side by side."""
