"""What every plugin keeps, kept by this one."""

from guanwei.testing.contract import PluginContract


class TestContract(PluginContract):
    plugin = "ankang-police"
