"""Wagtail's questions about pages, posts and files, answered from posts held. Nobody holds "publish"."""
