"""pip puts each plugin in and takes it out: its own agency is held by name, the others' answers stay the same.

A wheel of each is built and installed into an environment of its own that sees everything else of this one. Each
look is a site that starts. Nothing is fetched.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = sorted(path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml"))
TELL = Path(__file__).with_name("answers_of_a_site.py")
Told = dict[str, Any]
pytestmark = [
    pytest.mark.law("L6"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the sites have a database of their own"),
]


@dataclass(frozen=True)
class Site:
    """An environment with the plugins' wheels, and a database beside it."""

    folder: Path

    @property
    def python(self) -> str:
        return str(self.folder / "env" / "bin" / "python")

    def pip(self, *arguments: str) -> None:
        run(sys.executable, "-m", "pip", "--python", self.python, *arguments, "-qq", cwd=self.folder)

    def put_in(self, *plugins: str) -> None:
        wheels = [
            str(next(self.folder.glob(f"{each.replace('-', '_')}-*.whl"))) for each in map(named, plugins)
        ]
        self.pip("install", "--no-index", "--no-deps", *wheels)

    def take_out(self, plugin: str) -> None:
        self.pip("uninstall", "-y", named(plugin))

    def tell(self, *arguments: str) -> Told:
        said = run(self.python, str(TELL), *arguments, cwd=self.folder, var=self.folder / "var")
        return dict(json.loads(said.splitlines()[-1]))


def named(plugin: str) -> str:
    """The distribution's name."""
    return f"guanwei-{plugin}"


def run(*command: str, cwd: Path, var: Path | None = None) -> str:
    environment = {
        **{
            name: value
            for name, value in os.environ.items()
            if name not in ("PYTHONPATH", "DJANGO_SETTINGS_MODULE")
        },
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    if var is not None:
        environment |= {
            "DJANGO_SETTINGS_MODULE": "project.settings.test",
            "GUANWEI_TEST_DATABASE": "sqlite",
            "GUANWEI_VAR": str(var),
        }
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def see_the_rest(env: Path) -> None:
    """Everything that this process can import, but the plugins."""
    rest = env.parent / "rest"
    rest.mkdir()
    here = Path(sysconfig.get_path("purelib"))
    packages = {each.replace("-", "_") for each in map(named, PLUGINS)}
    for path in here.iterdir():
        if path.suffix != ".pth" and not any(path.name.startswith(f"{each}-") for each in packages):
            (rest / path.name).symlink_to(path)
    others = [each for each in os.environ.get("PYTHONPATH", "").split(os.pathsep) if each]
    seen = [rest, ROOT / "site", *ROOT.glob("themes/*/src"), *others]
    target = Path(sysconfig.get_path("purelib", vars={"base": str(env)}))
    (target / "rest.pth").write_text("\n".join(map(str, seen)) + "\n", encoding="utf-8")


def build(plugin: str, folder: Path) -> None:
    """From a copy: a build leaves its traces in the sources."""
    copy = folder / "sources" / plugin
    shutil.copytree(
        ROOT / "plugins" / plugin, copy, ignore=shutil.ignore_patterns("*.egg-info", "tests", "build")
    )
    flags = ["--no-deps", "--no-build-isolation", "--no-index", "-qq"]
    run(sys.executable, "-m", "pip", "wheel", *flags, "--wheel-dir", str(folder), str(copy), cwd=folder)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    made = Site(tmp_path_factory.mktemp("site"))
    venv.create(made.folder / "env", symlinks=True)
    see_the_rest(made.folder / "env")
    for plugin in PLUGINS:
        build(plugin, made.folder)
    made.put_in(*PLUGINS)
    return made


@pytest.fixture(scope="module")
def whole(site: Site) -> Told:
    """All of them are in, each on for its agency."""
    return site.tell("found")


def test_all_are_in_from_their_wheels(whole: Told) -> None:
    assert whole["plugins"] == dict.fromkeys(["county", *PLUGINS], "")
    assert {plugin: whole["active"][plugin] for plugin in PLUGINS} == {each: [each] for each in PLUGINS}
    assert whole["held"] == {each: [] for each in [*PLUGINS, "plain"]}
    assert all(any(each["route"] for each in answers) for answers in whole["answers"].values())


@pytest.mark.parametrize("plugin", PLUGINS)
def test_taken_out_it_holds_its_own_agency_alone_and_put_in_again_it_is_as_before(
    site: Site, whole: Told, plugin: str
) -> None:
    site.take_out(plugin)
    try:
        without = site.tell()
    finally:
        site.put_in(plugin)
    assert set(whole["plugins"]) - set(without["plugins"]) == {plugin}
    assert set(without["plugins"].values()) == {""}
    for agency in [*PLUGINS, "plain"]:
        if agency != plugin:
            assert without["answers"][agency] == whole["answers"][agency], agency
            assert without["held"][agency] == []
    (held,) = without["held"][plugin]
    assert plugin in held
    for answer in without["answers"][plugin]:
        assert any(each["plugin"] == plugin and plugin in each["sentence"] for each in answer["refusals"])
    assert site.tell() == whole
