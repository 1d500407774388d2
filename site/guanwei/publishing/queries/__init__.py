"""What can be asked of manuscripts."""
