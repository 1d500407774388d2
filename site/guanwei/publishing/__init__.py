"""Manuscripts: portal articles with their channel variants, posts alone, linkage, release."""
