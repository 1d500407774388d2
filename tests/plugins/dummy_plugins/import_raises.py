"""A plugin that can't be imported."""

raise RuntimeError("缺少配置文件")
