"""The writing side of the admin: the editor, the chain before submitting, submitting, withdrawing."""
