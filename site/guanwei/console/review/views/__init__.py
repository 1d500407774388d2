"""The reviewing side's screens."""
