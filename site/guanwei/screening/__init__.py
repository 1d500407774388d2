"""What checks find in an item, and what people answered: a reason, or letting it pass."""
