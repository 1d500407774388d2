"""Read-only registers of the record, appointments, and which rules are in force."""
