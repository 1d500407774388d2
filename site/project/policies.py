"""Content policies: what a page may load and do. Plain data for the settings; guanwei.console.doors.policy chooses."""

NONE, SELF = "'none'", "'self'"

# The portal: our own files and nothing else. No inline script, no inline style, no frame, no plugin.
PUBLIC = {
    "default-src": [SELF],
    "img-src": [SELF, "data:"],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}

# Wagtail's admin, over the above. Scripts: no inline one and no eval (our templates replace Wagtail's five
# inline scripts). Styles: its editor and tooltips write style elements and attributes, which no nonce reaches.
ADMIN = {
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
}

# What the editor shows in its preview frame: the public policy, in our own frame.
PREVIEW = {"frame-ancestors": [SELF]}
