"""Write the page of all messages: ``python -m tests.rnnkit.messages_page``.

Every call in messages.yml is run, and what rnnkit says is shown as it stands. A test says when the
page is stale, when a message has no call, or when a call brings another message.
"""

import contextlib
import os
import sys
import tempfile
from pathlib import Path
from unittest import mock

import numpy as np
import yaml

import rnnkit
from book.stamp import renew
from rnnkit.errors import messages

HERE = Path(__file__).resolve()
CALLS, PAGE = HERE.with_name("messages.yml"), HERE.parents[2] / "book" / "messages.md"
INTRO = {
    "ko": """`rnnkit`의 오류 메시지를 모두 모았습니다. 모두 네 줄이고 순서가 같습니다.
어디에서 무엇이 잘못되었는지, 무엇을 받았는지,
무엇이 필요한지, 어떻게 고치는지를 차례로 알려 줍니다.
아래에서 `x`의 모양은 `(2, 7, 3)`이고, `layer`는 이 입력에 맞게 만든 LSTM 층입니다.
각 호출을 실제로 실행해서 나온 메시지를 그대로 실었습니다.""",
    "en": """These are all the messages of `rnnkit`. Each has four lines, always in the same order:
where and what is wrong, what was given,
what was expected, and how to repair it.
Below, `x` has shape `(2, 7, 3)`, and `layer` is an LSTM layer that was built for it.
Every call was run, and its message is shown as it came.""",
}


class OddCell(rnnkit.SimpleRNNCell):
    """A cell that calls no step of rnnkit."""

    def call(self, x, states, dropout=None):
        """Return the states as they are."""
        return states[0], states


def groups():
    """Return the list of {heading, calls} in messages.yml."""
    return yaml.safe_load(CALLS.read_text(encoding="utf-8"))


@contextlib.contextmanager
def surroundings():
    """Yield what the calls know, in a folder of its own that holds the weight files they name."""
    x, layer = np.linspace(-1, 1, 42).reshape(2, 7, 3), rnnkit.LSTM(5, seed=0)
    larger, model = rnnkit.LSTM(6, seed=0), rnnkit.Sequential([rnnkit.Dense(3, seed=0)])
    layer(x), larger(x), model(x)
    model.compile("adam", "mse")
    known = {name: getattr(rnnkit, name) for name in rnnkit.__all__}
    known |= {"np": np, "x": x, "layer": layer, "larger": larger, "model": model}
    known |= {"convert": rnnkit.convert, "odd_cell": OddCell(2)}
    known["weights"] = rnnkit.convert.to_dialect(layer, "d2l")
    known["weights"]["b_i"] += 1
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            rnnkit.convert.save("lstm.safetensors", layer)
            Path("broken.safetensors").write_bytes(b"half a file")
            yield known
        finally:
            os.chdir(here)


def message(key, call, known):
    """Run a call and return the exception that it ends in; it must be the one for this key."""
    without = {"h5py": None} if key == "missing-extra" else {}
    try:
        with mock.patch.dict(sys.modules, without):
            exec(call, dict(known))
    except Exception as raised:
        if getattr(raised, "key", None) != key:
            raise RuntimeError(f"messages.yml, {key}: {call} raises {raised!r}") from raised
        return raised
    raise RuntimeError(f"messages.yml, {key}: {call} raises nothing")


def page():
    """Return the text of the page, without stamps."""
    blocks = ["(messages)=\n# 오류 메시지 / Messages"]
    blocks += twins("about", INTRO)
    with surroundings() as known:
        for number, group in enumerate(groups(), start=1):
            heads = {language: f"## {group['heading'][language]}" for language in ("ko", "en")}
            blocks += twins(f"part-{number}", heads)
            shown = [entry(key, call, known) for key, call in group["calls"].items()]
            blocks.append(f'+++ {{"id": "messages-list-{number}"}}\n\n' + "\n\n".join(shown))
    return "\n\n".join(blocks) + "\n"


def twins(name, texts):
    """Return a Korean block and its English twin."""
    return [
        f'+++ {{"tags": ["{language}"], "id": "messages-{name}-{language}"}}\n\n{text}'
        for language, text in texts.items()
    ]


def entry(key, call, known):
    """Return one message with its anchor and the call that brings it."""
    raised = message(key, call, known)
    return f"(message-{key})=\n```text\n>>> {call}\n{type(raised).__name__}: {raised}\n```"


def unlisted():
    """Return the keys of messages without a call."""
    listed = [key for group in groups() for key in group["calls"]]
    return sorted(set(messages()) ^ set(listed))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    renew(PAGE)
    print(PAGE)
