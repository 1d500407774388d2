"""What can be asked of submissions: who contributed, what is signed, what waits for whom."""
