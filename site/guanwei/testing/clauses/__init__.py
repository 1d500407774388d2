"""Tests that prove clauses, and their mutants.

A test marked ``@pytest.mark.clause("HBP-8.4")`` says that it would fail if what serves the clause were gone. So it is
run again, as ``test_x[mutant-HBP-8.4]``, while the catalogue lacks the elements that serve the clause, and must then
fail by an assertion of its own. docs/reference/testing.md says what counts.
"""
