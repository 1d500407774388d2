"""检查提示 while somebody writes: what is on the screen, saved or not, read by the check engine. Writes nothing."""
