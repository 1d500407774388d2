"""What plugin authors and our own tests import: scenes, fixtures, a pytest plugin."""
