"""The doors of the system itself: signing in and being kept out, sessions, policies of pages, uploads served."""
