"""Where the program is."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig

from ._errors import BinaryNotFound


def find() -> str:
    """The path of the program: `ROLECALL_BIN`, the scripts of this installation, the path.

    Raises `BinaryNotFound` with the places that were looked at.
    """
    named = os.environ.get("ROLECALL_BIN")
    if named:
        if os.access(named, os.X_OK):
            return named
        raise BinaryNotFound(f"ROLECALL_BIN: no program at {named}")
    name = "rolecall.exe" if sys.platform == "win32" else "rolecall"
    folders = [sysconfig.get_path("scripts"), os.path.dirname(sys.executable)]
    if hasattr(sysconfig, "get_preferred_scheme"):
        folders.append(sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")))
    for folder in folders:
        path = os.path.join(folder, name)
        if os.access(path, os.X_OK):
            return path
    on_path = shutil.which(name)
    if on_path:
        return on_path
    raise BinaryNotFound(
        f"no program {name} in {', '.join(folders)} nor on the path; install the wheel anew, or name it in ROLECALL_BIN"
    )
