"""A student's cells run as in a notebook, without a kernel: magics, await, display, plots."""

from __future__ import annotations

import builtins
import json
import os
import sys
import tempfile

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

NO_INPUT = (
    "채점할 때는 물어볼 사람이 없어 input()을 쓸 수 없습니다. 값을 코드에 쓰세요. / "
    "Nobody answers input() while grading: write the value into the code."
)


class Outputs:
    """What one cell shows, as a notebook stores it, up to a limit."""

    def __init__(self, limit: int):
        self.limit, self.said, self.found = limit, 0, []

    def add(self, output: dict) -> None:
        """Keep an output if there is room; errors always have room."""
        self.said += len(json.dumps(output, default=str))
        if self.said <= self.limit or output["output_type"] == "error":
            self.found.append(output)

    def write(self, name: str, text: str) -> None:
        """Keep what was printed; neighbours of one stream are joined."""
        self.said += len(text)
        if not text or self.said > self.limit:
            return
        last = self.found[-1] if self.found else {}
        if last.get("name") == name:
            last["text"] += text
        else:
            self.found.append({"output_type": "stream", "name": name, "text": text})


class Stream:
    """Stands in the place of sys.stdout and sys.stderr."""

    encoding, errors, newlines, closed = "utf-8", "replace", None, False

    def __init__(self, shell: Shell, name: str, number: int):
        self.shell, self.name, self.number = shell, name, number

    def write(self, text: str) -> int:
        self.shell.outputs.write(self.name, str(text))
        return len(text)

    def writelines(self, lines) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def fileno(self) -> int:
        return self.number


class Published(DisplayPublisher):
    """Keeps what `display` shows."""

    def publish(self, data, metadata=None, source=None, *, transient=None, update=False, **_):
        form = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
        self.shell.outputs.add(form)

    def clear_output(self, wait=False):
        self.shell.outputs.found.clear()


class Result(DisplayHook):
    """Keeps the value of a cell's last line."""

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.outputs.add(
            {
                "output_type": "execute_result",
                "data": format_dict,
                "metadata": md_dict or {},
                "execution_count": self.prompt_count,
            }
        )

    def finish_displayhook(self):
        pass


class Shell(InteractiveShell):
    """IPython's shell with a notebook's outputs."""

    outputs = Outputs(0)

    def _showtraceback(self, etype, evalue, stb):
        self.outputs.add(
            {
                "output_type": "error",
                "ename": str(etype.__name__),
                "evalue": safe(evalue),
                "traceback": [str(line) for line in stb],
            }
        )

    def ask_exit(self):
        raise SystemExit

    def enable_gui(self, gui=None):
        pass


def safe(value) -> str:
    """Return an exception's text, whatever its class thinks of it."""
    try:
        return str(value)
    except Exception:
        return ""


def no_input(*_):
    """Refuse to wait for an answer."""
    raise EOFError(NO_INPUT)


def new_shell() -> Shell:
    """Make the shell; once, before the first student."""
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor"
    config.InteractiveShell.xmode = "Context"
    config.InteractiveShell.cache_size = 1000
    shell = Shell.instance(config=config, display_pub_class=Published, displayhook_class=Result)
    builtins.input = no_input
    shell.outputs = Outputs(1000)
    for source in ("0", "1 / 0", "def f(:", "%time 0"):  # what they import, students need not
        shell.run_cell(source, store_history=True)
    shell.reset(new_session=True)
    return shell


class Cells:
    """Runs cells one after the other in one shell."""

    def __init__(self, shell: Shell, limit: int):
        self.shell, self.limit = shell, limit
        self.files = [open_nameless() for _ in range(2)]
        for number, file in enumerate(self.files, start=1):
            os.dup2(file.fileno(), number)
        sys.stdout, sys.stderr = Stream(shell, "stdout", 1), Stream(shell, "stderr", 2)
        shell.outputs = Outputs(limit)

    def run(self, source: str) -> list[dict]:
        """Run one cell and return its outputs as a notebook stores them."""
        outputs = self.shell.outputs = Outputs(self.limit)
        try:
            self.shell.run_cell(source, store_history=True)
        except SystemExit as error:
            self.shell._showtraceback(SystemExit, error, [f"SystemExit: {safe(error)}"])
        except BaseException as error:  # what IPython lets through is the student's
            kind = type(error)
            self.shell._showtraceback(kind, error, [f"{kind.__name__}: {safe(error)}"])
        for name, file in zip(("stdout", "stderr"), self.files, strict=True):
            outputs.write(name, drained(file, self.limit))
        return plain(outputs.found)


def open_nameless():
    """Open a file for what other programs print; it lives as long as the process."""
    number, path = tempfile.mkstemp()
    os.unlink(path)
    return os.fdopen(number, "r+b", buffering=0)


def drained(file, limit: int) -> str:
    """Return what other programs printed, and empty the file."""
    try:
        size = os.fstat(file.fileno()).st_size
        if not size:
            return ""
        text = os.pread(file.fileno(), limit, 0).decode(errors="replace")
        os.ftruncate(file.fileno(), 0)
        os.lseek(file.fileno(), 0, os.SEEK_SET)
        return text
    except OSError:
        return ""


def plain(outputs: list) -> list:
    """Return outputs as JSON can say them."""
    return json.loads(json.dumps(outputs, default=str))
