"""What can be asked of units, posts and rules in force."""
