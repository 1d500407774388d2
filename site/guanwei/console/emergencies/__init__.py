"""Emergencies before people: consents by telephone, second reviews that are owed, late or done."""
