"""Word documents: paragraphs, tables, notes, boxes and comments, and what was tracked."""
