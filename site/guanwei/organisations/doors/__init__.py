"""The doors of the system itself: passwords by the rule books, second factors, and the record of who came in."""
