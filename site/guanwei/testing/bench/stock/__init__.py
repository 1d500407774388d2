"""Stock Wagtail with the same content: what our editor is measured against. Never installed with the product."""
