"""What the command line reports, as plain data."""
