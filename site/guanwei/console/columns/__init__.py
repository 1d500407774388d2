"""栏目: the trees that rule books declare, what their columns lack, what is supplied, asked and counted."""
