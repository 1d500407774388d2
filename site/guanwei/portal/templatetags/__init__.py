"""Tags of the public pages: the models stay free of what a page shows."""
