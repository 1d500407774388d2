"""公众号推送: choose account and day, pick signed articles, put them in order, submit."""
