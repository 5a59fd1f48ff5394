"""Write the locks from the .in files: ``lock.py [--upgrade]``. Needs uv on the path.

The largest lock comes first and constrains the others, so that they agree on every version.
Pinned versions stay as they are where they can; ``--upgrade`` takes the newest that fit.
"""

import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LOCKS = ("test", "grade", "book")
NO_UV = (
    "lock: uv is missing; install it with `pip install uv` (or pipx, brew) and run it again"
    " / uv가 없습니다. 위 명령으로 설치한 뒤 다시 실행하세요."
)


def command(uv, name, upgrade):
    """Return the command line that compiles one lock."""
    words = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    words += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"]
    words += ["--custom-compile-command", "make lock", f"{name}.in", "--output-file", f"{name}.txt"]
    if name != LOCKS[0]:
        words += ["--constraints", f"{LOCKS[0]}.txt"]
    return words + (["--upgrade"] if upgrade else [])


def main(arguments):
    """Compile all locks in a folder of their own, then put them in place together."""
    uv = shutil.which("uv")
    if not uv:
        print(NO_UV, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        for name in LOCKS:
            shutil.copy(os.path.join(HERE, f"{name}.in"), folder)
            shutil.copy(os.path.join(HERE, f"{name}.txt"), folder)
        for name in LOCKS:
            if subprocess.run(command(uv, name, "--upgrade" in arguments), cwd=folder).returncode:
                print(f"lock: {name}.in has no solution; nothing was written", file=sys.stderr)
                return 1
        for name in LOCKS:
            shutil.copy(os.path.join(folder, f"{name}.txt"), HERE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
