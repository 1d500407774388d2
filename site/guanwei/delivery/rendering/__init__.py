"""What a variant becomes for its platform. Pure: equal content gives equal bytes."""
