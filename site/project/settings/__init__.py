"""Settings by purpose: base, demo, production, test. Composition only."""
