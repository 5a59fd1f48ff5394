"""Drive a Chromium through its debugging pipe: real keys and sizes, and what is read aloud."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

QUIET = (
    "--headless --remote-debugging-pipe --disable-gpu --disable-quic --no-first-run "
    "--disable-sync --disable-background-networking --disable-component-update --hide-scrollbars"
)
KEYS = {
    "ArrowRight": 39,
    "ArrowLeft": 37,
    "ArrowDown": 40,
    "Home": 36,
    "End": 35,
    "Tab": 9,
    "Enter": 13,
}


# A browser reads from 3 and writes to 4 by definition.
START = """import os, sys
from fcntl import F_DUPFD, fcntl
ends = [fcntl(int(end), F_DUPFD, 10) for end in sys.argv[1:3]]
for number, end in enumerate(ends, start=3):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])"""


class Page:
    """One page in a Chromium of its own; use it in a ``with`` statement."""

    def __init__(self, program: str, profile: Path, *options: str):
        sandbox = ["--no-sandbox"] if sys.platform == "linux" else []
        self._command = [program, *QUIET.split(), *sandbox, *options]
        self._command += [f"--user-data-dir={profile}", "about:blank"]
        self._waiting, self._number, self._session = b"", 0, None
        self.said: list[str] = []

    def __enter__(self) -> Page:
        read_there, self._write = os.pipe()
        self._read, write_there = os.pipe()
        ends = (read_there, write_there)
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, *map(str, ends), *self._command],
            pass_fds=ends,
            stderr=subprocess.DEVNULL,
        )
        for end in ends:
            os.close(end)
        pages = self.call("Target.getTargets")["targetInfos"]
        (target,) = (page["targetId"] for page in pages if page["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Accessibility", "Log"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *error: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)
        os.close(self._read)
        os.close(self._write)

    def call(self, method: str, **parameters: Any) -> dict:
        """Ask the browser and wait for its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def wait_for(self, event: str) -> dict:
        """Wait until the page reports something."""
        while (message := self._next()).get("method") != event:
            pass
        return message["params"]

    def _next(self) -> dict:
        while b"\0" not in self._waiting:
            piece = os.read(self._read, 1 << 16)
            if not piece:
                raise RuntimeError("the browser ended")
            self._waiting += piece
        text, _, self._waiting = self._waiting.partition(b"\0")
        message = json.loads(text)
        if message.get("method") == "Runtime.exceptionThrown":
            self.said.append(str(message["params"]["exceptionDetails"]))
        if message.get("method") == "Log.entryAdded":
            self.said.append(message["params"]["entry"]["text"])
        return message

    def open(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        self.call("Page.navigate", url=address)
        self.wait_for("Page.loadEventFired")

    def resize(self, width: int, height: int) -> None:
        """Give the page the size of a screen."""
        sizes = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", **sizes)

    def emulate(self, media: str = "", **features: str) -> None:
        """Set what media queries see, as in emulate("print", prefers_color_scheme="dark")."""
        listed = [{"name": n.replace("_", "-"), "value": v} for n, v in features.items()]
        self.call("Emulation.setEmulatedMedia", media=media, features=listed)

    def evaluate(self, script: str) -> Any:
        """Return the value of an expression in the page."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in found:
            raise RuntimeError(str(found["exceptionDetails"]))
        return found["result"].get("value")

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press and release a key, as a person does."""
        common = {
            "key": key,
            "code": key,
            "windowsVirtualKeyCode": KEYS[key],
            "modifiers": 8 * shift,
        }
        text = {"text": "\r"} if key == "Enter" else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", **common, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def click(self, x: float, y: float) -> None:
        """Press and release the mouse's left button."""
        common = {"x": x, "y": y, "button": "left", "clickCount": 1}
        self.call("Input.dispatchMouseEvent", type="mousePressed", **common)
        self.call("Input.dispatchMouseEvent", type="mouseReleased", **common)

    def spoken(self) -> list[dict]:
        """Return what assistive technology gets: role, name and value of each node."""
        return [
            {
                "role": node["role"]["value"],
                "name": node.get("name", {}).get("value", ""),
                "value": node.get("value", {}).get("value", ""),
                "properties": {p["name"]: p["value"].get("value") for p in node["properties"]}
                if "properties" in node
                else {},
            }
            for node in self.call("Accessibility.getFullAXTree")["nodes"]
            if not node["ignored"]
        ]
