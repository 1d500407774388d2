"""The tree of units, the posts that people hold in it, delegation, and which rule books are in force where."""
