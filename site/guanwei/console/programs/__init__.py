"""The door for other programs: Wagtail's API v3 behind tokens, for people by the posts they hold."""
