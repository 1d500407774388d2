"""``guanwei bench screening``: the whole check engine beside bare matchers, on running text with words planted."""
