"""What tells of one person: numbers with their check digits, and the words around numbers and addresses."""
