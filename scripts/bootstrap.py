"""Make the environment that Anomalyst runs in: system libraries and .venv with the locked packages.

    python scripts/bootstrap.py            what `make install` does, on every system
    python scripts/bootstrap.py --tests    the virtual screen for tests besides

Standard library only, since it runs before anything is installed. A second call starts at once.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "lock.sha256"
UNFINISHED = VENV / "unfinished"
LOG = VENV / "install.log"
WINDOWS = sys.platform == "win32"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt's own wheels expect of a Linux desktop: shared library, Debian package.
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main() -> None:
    """Install what is missing and say so."""
    options = argparse.ArgumentParser(description="Make the environment of Anomalyst.")
    options.add_argument("--tests", action="store_true", help="install a virtual screen as well")
    tests = options.parse_args().tests
    if not (3, 11) <= sys.version_info[:2] < (3, 14):
        sys.exit(f"Anomalyst needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.")
    if sys.platform.startswith("linux"):
        install_system_packages(missing_system_packages(tests))
    if not up_to_date():
        make_environment()


def missing_libraries() -> list[str]:
    """Name the libraries a window needs that the loader does not find."""
    return [library for library in WINDOW_LIBRARIES if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_system_packages(tests: bool) -> list[str]:
    """Name the Debian packages that are wanted and absent."""
    packages = [WINDOW_LIBRARIES[library] for library in missing_libraries()]
    if tests and shutil.which("Xvfb") is None:
        packages.append("xvfb")
    if not VENV_PYTHON.exists() and not _can_make_environments():
        packages.append(f"python3.{sys.version_info[1]}-venv")
    return packages


def _can_make_environments() -> bool:
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages, or print the one command that does."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        say(f"Missing on this system, please install: {' '.join(packages)} (Debian's names).")
        return
    privileged = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if privileged and not _succeeds([*privileged, "true"]):
        wanted = " ".join(packages)
        say("System packages are missing; type this once, then try again:")
        say(f"    sudo apt-get update && sudo apt-get install -y {wanted}")
        return
    say(f"Installing system packages: {' '.join(packages)}")
    quiet_apt = [*privileged, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    _succeeds([*quiet_apt, "update"])
    # apt itself takes Ubuntu's renamed packages (libglib2.0-0t64), which provide the old names.
    install = [*quiet_apt, "install", "-y", "--no-install-recommends"]
    done = subprocess.run(
        [*install, *packages], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        say(done.stdout.strip())
        say("The system packages could not be installed; going on without them.")


def _succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def up_to_date() -> bool:
    """Tell whether .venv works and holds the locked packages."""
    version = environment_version()
    if version is None or not STAMP.exists() or UNFINISHED.exists():
        return False
    return STAMP.read_text() == stamp_of(version)


def environment_version() -> tuple[int, int] | None:
    """Return the Python version of .venv, None where it does not start or has no pip."""
    ask = "import sys, pip; print(*sys.version_info[:2])"
    try:
        told = subprocess.run([VENV_PYTHON, "-c", ask], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    major, minor = told.stdout.split()
    return int(major), int(minor)


def lock_file(version: tuple[int, int]) -> Path:
    """Return the lock for a Python version; 3.11 stops at older numpy than the rest."""
    return ROOT / "requirements" / ("python311.txt" if version == (3, 11) else "python312.txt")


def stamp_of(version: tuple[int, int]) -> str:
    """Digest what an environment is made from."""
    return hashlib.sha256(repr(version).encode() + lock_file(version).read_bytes()).hexdigest()


def make_environment() -> None:
    """Create or repair .venv and install the locked packages."""
    started = time.monotonic()
    version = environment_version()
    # A broken-off installation leaves packages that look whole to pip: start afresh.
    if UNFINISHED.exists() or version is None or not (3, 11) <= version < (3, 14):
        create_environment()
        version = (sys.version_info[0], sys.version_info[1])
    say(f"Installing packages from {lock_file(version).relative_to(ROOT)} (some minutes once)")
    UNFINISHED.touch()
    if pip_install(lock_file(version)):
        sys.exit(f"The packages could not be installed; details in {LOG.relative_to(ROOT)}.")
    say("Compiling the training kernel and the packages (a minute once)")
    packages = start_compiling_packages()
    compile_kernel()
    packages.wait()
    UNFINISHED.unlink()
    STAMP.write_text(stamp_of(version))
    say(f"The environment is ready ({time.monotonic() - started:.0f} s).")


def create_environment() -> None:
    """Make an empty .venv in place of what is there."""
    say(f"Making .venv with Python {sys.version.split()[0]}")
    if VENV.exists():
        shutil.rmtree(VENV)
    if not _can_make_environments():
        sys.exit(f"Python lacks its venv module (Debian: python3.{sys.version_info[1]}-venv).")
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)


def pip_install(lock: Path) -> int:
    """Install a lock, showing the downloads; the whole output goes to the log."""
    command = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "install"]
    with LOG.open("w", encoding="utf-8") as log:
        # compiled afterwards, beside the kernel: pip compiles one file after another
        pip = subprocess.Popen(
            [*command, "--no-input", "--no-compile", "--progress-bar=off", "-r", str(lock)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        assert pip.stdout is not None
        for line in pip.stdout:
            log.write(line)
            words = line.split()
            if "MB)" in words and words[0] == "Downloading":
                say(f"  {words[1].rsplit('/', 1)[-1]} {words[-2]} MB)")
            elif line.startswith("Installing collected packages"):
                say("  unpacking")
            elif line.startswith("ERROR"):
                say("  " + line.strip())
        return pip.wait()


def start_compiling_packages() -> subprocess.Popen[bytes]:
    """Compile what pip installed; some packages hold files that no Python can compile."""
    places = "sysconfig.get_path('purelib'), quiet=2"
    code = f"import compileall, sysconfig; compileall.compile_dir({places})"
    with LOG.open("a", encoding="utf-8") as log:
        return subprocess.Popen([str(VENV_PYTHON), "-c", code], stdout=log, stderr=log)


def compile_kernel() -> None:
    """Compile ahead what the first run would otherwise wait for; without it, it does."""
    with LOG.open("a", encoding="utf-8") as log:
        subprocess.run(
            [str(VENV_PYTHON), "-m", "core.engines.warming"], cwd=ROOT, stdout=log, stderr=log
        )


def say(sentence: str) -> None:
    """Print one step at once, also into a pipe."""
    print(sentence, flush=True)


if __name__ == "__main__":
    main()
