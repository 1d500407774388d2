"""Names of declared roles."""

from guanwei import registry


def role_label(role: str) -> str:
    """The printed name of a role; its id where the plugin is gone."""
    declared = registry.catalogue().role(role)
    return declared.label if declared else role
