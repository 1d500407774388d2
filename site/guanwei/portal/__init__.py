"""What citizens read: home, columns, articles, the list of accounts."""
