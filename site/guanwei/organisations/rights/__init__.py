"""What a person may do follows from the posts held today, and from nothing else."""
