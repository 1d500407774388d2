"""发布之后: who answers for what is public, what is said to be wrong with it, who else carried it, what was held."""
