"""Letters to those for whom something waits."""
