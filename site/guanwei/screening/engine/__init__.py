"""The check engine: from a text to hits with places in it. No database: what follows is the rules' word."""
