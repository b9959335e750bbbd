"""What the set-up says and does on a machine that lacks something, with stand-ins for its programs."""

import shutil
import subprocess

import pytest
from guards.tree import ROOT

BASH = shutil.which("bash")
SUDO = '#!/bin/sh\necho "sudo $*" >> "$LOG"\n[ "$1" = -n ] && shift\nexec "$@"\n'
APT = '#!/bin/sh\necho "apt-get $*" >> "$LOG"\n'


@pytest.fixture
def machine(tmp_path):
    """Return a function that runs a line of `.ci/system.sh` where only the given programs exist."""
    programs = tmp_path / "bin"
    programs.mkdir()
    log = tmp_path / "log"
    log.touch()
    for name in ("sh", "env"):
        (programs / name).symlink_to(shutil.which(name))

    def run(line, **given):
        for name, text in given.items():
            path = programs / name.replace("_", "-").replace("python3-", "python3.")
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755)
        done = subprocess.run(
            [BASH, "-c", f". .ci/system.sh; {line}"],
            cwd=ROOT,
            env={"PATH": str(programs), "LOG": str(log)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return done, log.read_text(encoding="utf-8").splitlines()

    return run


def as_user(number):
    return f"#!/bin/sh\necho {number}\n"


def python(version):
    """Return a stand-in that is new enough or not, as the question in `find_python` asks."""
    return f"#!/bin/sh\nexit {0 if version >= (3, 11) else 1}\n"


INSTALL = "install_packages 'the PDFs' libpango-1.0-0"


def test_root_is_told_and_the_packages_installed(machine):
    done, log = machine(INSTALL, id=as_user(0), apt_get=APT)
    assert done.returncode == 0
    assert "Missing: libpango-1.0-0\nNeeded for: the PDFs\nInstalling" in done.stderr
    assert [line.split()[-1] for line in log] == ["update", "libpango-1.0-0"]


def test_anybody_else_gets_sudo_which_never_waits_for_a_password_nobody_can_type(machine):
    done, log = machine(INSTALL, id=as_user(1000), apt_get=APT, sudo=SUDO)
    assert done.returncode == 0
    assert log[0].startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get")
    assert log[-1].endswith("install --yes --no-install-recommends libpango-1.0-0")


def test_without_sudo_the_exact_command_is_said(machine):
    done, log = machine(INSTALL, id=as_user(1000), apt_get=APT)
    assert (done.returncode, log) == (1, [])
    assert (
        "su -c 'apt-get update && apt-get install --yes --no-install-recommends libpango-1.0-0'"
        in done.stderr
    )


def test_where_installing_fails_the_exact_command_is_said(machine):
    done, _ = machine(INSTALL, id=as_user(0), apt_get="#!/bin/sh\nexit 100\n")
    assert done.returncode == 1
    assert "sudo sh -c 'apt-get update && apt-get install" in done.stderr


def test_without_apt_the_packages_are_named(machine):
    done, _ = machine(INSTALL, id=as_user(0))
    assert done.returncode == 1
    assert "no apt-get" in done.stderr


def test_the_first_python_that_is_new_enough_is_taken(machine):
    done, _ = machine("find_python", python3=python((3, 9)), python3_12=python((3, 12)))
    assert done.stdout == "python3.12\n"


def test_a_python_that_is_named_comes_first(machine):
    done, _ = machine(
        "PYTHON=python3.13; find_python", python3=python((3, 11)), python3_13=python((3, 13))
    )
    assert done.stdout == "python3.13\n"


def test_without_a_new_enough_python_a_sentence_says_so(machine):
    done, _ = machine("find_python", python3=python((3, 9)))
    assert done.returncode == 1
    assert "needs Python 3.11 or later" in done.stderr
    assert done.stdout == ""
