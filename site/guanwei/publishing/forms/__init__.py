"""Official forms: a declared printed form is filled from the record, rendered and archived."""
