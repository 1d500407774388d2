"""The queue, the signing screen and the delivery screen."""
