"""Small plugins, most of them broken in one way. They import guanwei.api alone, like real ones."""
