"""The first screen: what is mine to go on with, and a menu with what the person uses."""
