"""The small platform's inside: what it takes in, how it answers, what it shows. Plain Python."""
