"""The check engine: from a text to hits with places in it. Plain Python, no database: what follows is the rules' word."""
