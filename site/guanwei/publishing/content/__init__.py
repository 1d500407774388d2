"""How a manuscript is read: its parts for digests, its facts for rules, its plain text."""
