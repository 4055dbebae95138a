"""`python -m rolecall …` is the program itself."""

import os
import sys

from ._binary import find

if __name__ == "__main__":
    program = find()
    if sys.platform == "win32":
        import subprocess

        raise SystemExit(subprocess.run([program, *sys.argv[1:]], check=False).returncode)
    os.execv(program, [program, *sys.argv[1:]])
