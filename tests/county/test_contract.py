"""The county's own book keeps what every plugin must keep."""

from guanwei.testing.contract import PluginContract


class TestContract(PluginContract):
    plugin = "county"
