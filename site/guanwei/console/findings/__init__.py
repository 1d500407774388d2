"""检查提示 before people: what was found in a draft, who answered it, and the forms to answer it."""
