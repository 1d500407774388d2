"""Official accounts on platforms, at their minimum: name, platform, unit, channel."""
