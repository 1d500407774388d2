"""The county's own book keeps what every plugin must keep."""

from pathlib import Path

from guanwei.testing.contract import PluginContract


class TestContract(PluginContract):
    plugin = "county"
    # What the book declares is proved where the core is tested.
    clause_tests = (Path(__file__).parents[1],)
