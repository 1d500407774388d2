"""Routes, steps, sign-offs, permits, openings: the one gate."""
