"""The words and patterns that the detectors go by, apart from what they do with them."""
