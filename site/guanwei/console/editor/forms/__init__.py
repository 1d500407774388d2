"""Forms of the editor: manuscripts, their variants, the facts that rule books declare."""
