"""Pictures and attachments in the admin: another file is another object, and evidence doesn't change."""
