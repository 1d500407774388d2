"""The admin: editor, chain, queue, signing, timeline, registers, command line."""
