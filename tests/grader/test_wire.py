"""Values cross as what they are or not at all, and nothing that comes over the line is trusted."""

from __future__ import annotations

import contextlib
import io
import json
import pickle
import socket
import struct
import threading
import time
from collections import OrderedDict, namedtuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from exercises.grader.player import seccomp
from exercises.grader.player.channel import Channel, ChannelError, LateError
from exercises.grader.player.limits import Limits
from exercises.grader.player.peer import Peer, renew
from exercises.grader.player.wire import Reader, WireError, Writer, array_of, npy

HERE = ["mine", 0]


def there_and_back(value, limits: Limits = Limits()):  # noqa: B008  (it is frozen)
    """Write a value, send it through JSON, and read it."""
    writer = Writer(lambda _: HERE, limits=limits)
    form = json.loads(json.dumps(writer.write(value)))
    return Reader(writer.blobs, lambda *_: HERE, (), limits).read(form)


PLAIN = [
    None,
    True,
    0,
    -3,
    1 << 80,
    2.5,
    "글",
    "\ud800",
    b"\0x",
    1 + 2j,
    [1, [2]],
    (1, (2,)),
    ...,
    int,
]
PLAIN += [{"a": (1, 2), 3: [4]}, {1, 2}, frozenset({1}), range(1, 9, 2), slice(1, None), np.float32]


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_arrive_as_they_are(value):
    found = there_and_back(value)
    assert type(found) is type(value) and found == value


@given(arrays.arrays(arrays.scalar_dtypes().filter(lambda one: one.kind in "biufcSU"), (2, 3)))
@settings(max_examples=100, deadline=None)
def test_arrays_arrive_bit_by_bit(array):
    found = there_and_back(array)
    assert (found.dtype, found.shape) == (array.dtype, array.shape)
    assert found.tobytes() == array.tobytes()
    assert np.load(io.BytesIO(npy(array)), allow_pickle=False).tobytes() == array.tobytes()


ARRAYS = [np.zeros((0, 3)), np.array(3.0), np.asfortranarray(np.arange(6.0).reshape(2, 3))]


@pytest.mark.parametrize("array", [*ARRAYS, np.arange(3)[::-1], np.array([1], ">i4")], ids=repr)
def test_odd_arrays_arrive(array):
    found = there_and_back(array)
    assert found.dtype == array.dtype and found.shape == array.shape
    assert np.array_equal(found, array)


def test_special_numbers_and_scalars_arrive():
    assert np.isnan(there_and_back(float("nan"))) and there_and_back(float("-inf")) == -np.inf
    found = there_and_back(np.float32(1.5))
    assert type(found) is np.float32 and found == 1.5
    assert type(there_and_back(np.ones((1, 2)).view(np.matrix))) is np.matrix


def test_an_array_that_cannot_be_written_arrives_so():
    array = np.arange(3)
    array.flags.writeable = False
    assert (
        not there_and_back(array).flags.writeable and there_and_back(np.arange(3)).flags.writeable
    )


class Sly(np.ndarray):
    """An array with ideas of its own."""

    def __array__(self, *_, **__):
        return np.zeros(3)


class Number(int):
    """A number that equals everything."""

    __hash__ = int.__hash__

    def __eq__(self, other):
        return True


CLEVER = [np.zeros(3).view(Sly), np.ma.masked_all(3), Number(0), OrderedDict(a=1)]
CLEVER += [
    namedtuple("Pair", "a b")(1, 2),
    np.array([object()]),
    np.zeros(2, "i4,f8"),
    object(),
    len,
]


@pytest.mark.parametrize("value", CLEVER, ids=lambda one: type(one).__name__)
def test_what_is_clever_stays_where_it_is(value):
    assert there_and_back(value) == HERE
    assert there_and_back([value]) == [HERE]


def test_limits_hold():
    deep: list = []
    for _ in range(100):
        deep = [deep]
    itself: list = []
    itself.append(itself)
    small = Limits(message=1000, items=100, text=100)
    for value in (deep, itself, "x" * 101, list(range(101)), 1 << 100_000, b"x" * 1001):
        with pytest.raises(WireError):
            there_and_back(value, small)
    assert there_and_back(np.zeros(1000), small) == HERE


HOSTILE = [
    *({}, [], [1], ["__init__", 1], ["_init__"], ["read", 1], ["many", 1], ["blob", 0]),
    *(
        ["array"],
        ["array", 5],
        ["array", -1],
        ["array", "0"],
        ["array", True],
        ["int", "9" * 99999],
    ),
    *(["int", 5], ["complex", 1], ["dict", 1], ["dict", [["list"], 1]], ["set", ["list"]]),
    *(
        ["same", 0],
        ["same", -1],
        ["name", "os.system"],
        ["name", {}],
        ["dtype", "O"],
        ["range", "a"],
    ),
    *(["slice"], ["dtype", "i4,f8"], ["scalar", 0], ["matrix", 0], ["tensor", 0], ["bytes", 1.5]),
]


@pytest.mark.parametrize("form", HOSTILE, ids=repr)
def test_what_is_no_value_is_refused(form):
    with pytest.raises(WireError):
        Reader([b"no array"], lambda *_: HERE).read(form)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=20))
@settings(max_examples=300, deadline=None)
def test_any_json_is_a_value_or_refused(form):
    with contextlib.suppress(WireError):
        Reader([npy(np.zeros(3))], lambda *_: HERE).read(form)


def header(text: str, data: bytes = b"") -> bytes:
    """Return a .npy file with this header."""
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text.encode() + data


FILES = [
    b"",
    b"\x93NUMPY",
    header("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }\n", pickle.dumps([1])),
    header("{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999,), }\n", b"12345678"),
    header("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }\n", b"12345678"),
    header("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }\n", b"12345678"),
    header("__import__('os').abort()\n"),
    header("{'descr': '<f7', 'fortran_order': False, 'shape': (1,), }\n", b"1234567"),
    header("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }\n", b"123456789"),
    header("{'descr': '|S0', 'fortran_order': False, 'shape': (999999999,), }\n"),
]


@pytest.mark.parametrize("data", FILES, ids=range(len(FILES)))
def test_what_is_no_array_is_refused(data):
    with pytest.raises(WireError):
        array_of(data)


def test_a_changed_argument_is_written_into_the_old_one():
    array, view = np.zeros((2, 3)), np.arange(6.0).reshape(2, 3)
    old = [[array, [1, 2]], {"a": {1: 2}}]
    renew(old, [[view, [1, 2, 3]], {"a": {1: 3, 4: 5}}])
    assert old[0][0] is array and np.array_equal(array, view)
    assert old[0][1] == [1, 2, 3] and old[1] == {"a": {1: 3, 4: 5}}


@pytest.fixture
def line():
    """Two ends of a line."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


class Calls(Peer):
    """A side that calls one function."""

    function = None

    def serve(self, head, arguments, named):
        return self.function(*arguments, **named)


def asked(function, *arguments):
    """Call a function over a line; return its value as it arrives."""
    ends = socket.socketpair()
    ours, theirs = (Calls(Channel(one)) for one in ends)
    theirs.function = function
    worker = threading.Thread(target=lambda: theirs.answer(*theirs.channel.receive()))
    worker.start()
    ours.deadline = time.monotonic() + 5
    try:
        return ours.ask({"do": "call"}, arguments)
    finally:
        worker.join()
        for end in ends:
            end.close()


def test_arguments_that_a_function_changes_change_here():
    def change(x, parts):
        x[0] = 9
        parts.append(3)
        return x

    whole, parts = np.arange(4), [1, 2]
    assert asked(change, whole[1:], parts) is not whole
    assert whole.tolist() == [0, 9, 2, 3] and parts == [1, 2, 3]


def test_an_argument_that_comes_back_is_the_argument():
    x = np.arange(3)
    assert asked(lambda x: x, x) is x
    assert asked(lambda x: [x, x + 1], x)[0] is x


def test_exceptions_are_a_name_and_a_text():
    class OddError(Exception):
        def __str__(self):
            raise self

    def fail(_):
        raise OddError

    with pytest.raises(RuntimeError, match=r"^OddError: $"):
        asked(fail, 1)


JUNK = [
    b"\0" * 8,
    struct.pack("<II", 10, 20) + b"x" * 10,
    struct.pack("<II", 4_000_000_000, 10),
    struct.pack("<II", 2, 2) + b"[]",
    struct.pack("<II", 14, 14) + b'{"blobs": [1]}',
    struct.pack("<II", 15, 15) + b'{"blobs": [-1]}',
    struct.pack("<II", 12, 12) + b'{"blobs": 1}',
]


@pytest.mark.parametrize("data", JUNK, ids=range(len(JUNK)))
def test_junk_on_the_line_is_an_error_and_not_a_message(data, line):
    ours, theirs = line
    theirs.sendall(data)
    theirs.close()
    with pytest.raises(ChannelError):
        Channel(ours).receive(time.monotonic() + 5)


def test_a_silent_line_and_a_full_line_end_in_time(line):
    ours, theirs = line
    with pytest.raises(LateError):
        Channel(ours).receive(time.monotonic() + 0.1)
    with pytest.raises(LateError):
        Channel(theirs).send({}, [b"x" * 10_000_000], time.monotonic() + 0.1)


def test_open_files_are_not_taken_unless_asked_for(line):
    ours, theirs = line
    Channel(theirs).send({"a": 1}, descriptor=0)
    channel = Channel(ours)
    channel.receive(time.monotonic() + 5)
    assert channel.descriptor is None


def test_the_filter_is_a_program_for_both_machines():
    for machine in ("x86_64", "aarch64"):
        lines = [seccomp.program(machine)[place : place + 8] for place in range(0, 1 << 12, 8)]
        code = [struct.unpack("<HBBI", line) for line in lines if line]
        assert code[-1][3] == seccomp.ALLOW
        assert all(
            place + 1 + max(yes, no) < len(code) for place, (_, yes, no, _) in enumerate(code[:-1])
        )
