"""From an uploaded file to words with places in it, and to a copy with the personal data masked.

Files are opened by a child process with bounds of its own (``child``), which knows neither Django nor the network.
Callers use ``asking``; ``summary`` and ``sentences`` say to people what was found and where.
"""
