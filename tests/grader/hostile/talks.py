"""Talking to the judge: forged answers, a closed or full line, what is no message."""

from __future__ import annotations

from .case import group

case = group("points", earns=0)
LINES = """
import json, os, socket, stat, struct
def lines():
    for number in map(int, os.listdir('/proc/self/fd')):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode): yield number
        except OSError: pass
def message(head, *blobs):
    text = json.dumps({**head, 'blobs': [len(one) for one in blobs]}).encode()
    return struct.pack('<II', len(text) + sum(map(len, blobs)), len(text)) + text + b''.join(blobs)
def say(data):
    for number in lines():
        try: os.write(number, data)
        except OSError: pass
"""


def talking(code: str) -> str:
    """Return code that has the helpers above."""
    return LINES + code + "\ndef total(xs): return 0\n"


@case
def answers_before_it_is_asked():
    return talking("""
for number in range(1, 60):
    say(message({'answer': number, 'value': ['tuple', 8128], 'args': None}))
def double(x): return 0
""")


@case
def answers_that_everything_is_fine():
    return talking("""
def double(x):
    say(message({'answer': 1, 'value': True}) * 50)
    say(b'{"outputs": [], "earned": 10}')
    return 0
""")


@case
def asks_for_functions_that_it_does_not_know():
    return talking("""
def double(x):
    for number in range(200):
        asked = {'ask': number, 'do': 'call', 'on': number}
        say(message({**asked, 'args': ['list'], 'kwargs': ['dict']}))
    return 0
""")


@case
def asks_the_judge_to_run_code():
    return talking("""
def double(x):
    for do in ('run', 'get', 'getattr', 'setattr', 'fork', 'kill', 'file'):
        say(message({'ask': 1, 'do': do, 'on': 0, 'args': ['list', 'import os; os._exit(0)']}))
    return 0
""")


@case
def sends_no_json():
    return talking("def double(x):\n    say(struct.pack('<II', 9, 9) + b'not json!')\n    return 0")


@case
def sends_deep_json():
    return talking("""
def double(x):
    text = b'{"answer": 1, "value": ' + b'[' * 500_000 + b']' * 500_000 + b'}'
    say(struct.pack('<II', len(text), len(text)) + text)
    return 0
""")


@case
def announces_more_than_there_is():
    return talking("""
def double(x):
    say(struct.pack('<II', 60_000_000, 4_000_000) + b'x')
    while True: pass
""")


@case
def announces_less_than_nothing():
    return talking("""
def double(x):
    say(struct.pack('<II', 0, 0xffffffff) + struct.pack('<II', 5, 10))
    return 0
""")


@case
def fills_the_line():
    return talking("""
def double(x):
    while True: say(b'x' * 1_000_000)
""")


@case
def drips_into_the_line():
    return talking("""
import time
def double(x):
    while True:
        say(b'\\0')
        time.sleep(0.05)
""")


@case
def floods_with_questions():
    return talking("""
def double(x):
    number = 0
    while True:
        number += 1
        asked = {'ask': number, 'do': 'call', 'on': 0}
        say(message({**asked, 'args': ['list', 1], 'kwargs': ['dict']}))
""")


@case
def closes_every_file():
    return talking("""
def double(x):
    os.closerange(0, 300)
    return 0
""")


@case
def closes_every_file_at_once():
    return talking("os.closerange(0, 300)\ndef double(x): return 0")


@case
def shuts_the_line():
    return talking("""
for number in lines():
    socket.socket(fileno=os.dup(number)).shutdown(socket.SHUT_RDWR)
def double(x): return 0
""")


@case
def writes_into_every_file():
    return talking("""
def double(x):
    for number in range(300):
        try: os.write(number, message({'answer': 1, 'value': 6}))
        except OSError: pass
    return 0
""")


@case
def listens_to_the_line():
    """What the judge says are arguments; no answer and no test is among it."""
    return talking("""
import threading
heard = []
def listen(number):
    while True: heard.append(os.read(number, 65536))
def double(x):
    for number in lines(): threading.Thread(target=listen, args=(number,), daemon=True).start()
    import time
    time.sleep(0.5)
    raise ValueError(repr(heard))
""")


@case
def leaves_a_child_that_answers():
    return talking("""
if os.fork() == 0:
    while True: say(message({'answer': 3, 'value': ['tuple', 8128]}))
def double(x): return 0
""")


@case
def puts_itself_between():
    return talking("""
for number in list(lines()):
    ours, theirs = socket.socketpair()
    os.dup2(theirs.fileno(), number)
def double(x): return 0
""")


@case
def sends_a_pickle_as_an_array():
    return talking("""
import pickle
def double(x):
    data = b'\\x93NUMPY\\x01\\x00\\x76\\x00'
    data += b"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"
    data = data.ljust(127) + b'\\n' + pickle.dumps([1])
    for number in range(30):
        say(message({'answer': number, 'value': ['array', 0]}, data))
    return 0
""")


@case
def sends_an_array_larger_than_its_data():
    return talking("""
def double(x):
    text = "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }"
    text = text.ljust(117) + chr(10)
    data = b'\\x93NUMPY\\x01\\x00' + len(text).to_bytes(2, 'little') + text.encode() + b'12345678'
    for number in range(30):
        say(message({'answer': number, 'value': ['array', 0]}, data))
    return 0
""")


@case
def sends_an_expression_as_a_header():
    return talking("""
def double(x):
    text = "__import__('os').system('touch /tmp/evaluated') or {}".ljust(117) + chr(10)
    data = b'\\x93NUMPY\\x01\\x00' + len(text).to_bytes(2, 'little') + text.encode()
    for number in range(30):
        say(message({'answer': number, 'value': ['array', 0]}, data))
    return 0
""")


@case
def replaces_how_values_are_written():
    return """
    import sys
    wire = sys.modules['player.wire']
    wire.Writer.write = lambda self, value, depth=0: ['same', 0]
    wire.npy = lambda array: b''
    def double(x): return 0
    """


@case
def answers_with_an_argument_of_the_judge():
    return """
    import sys
    wire = sys.modules['player.wire']
    wire.Writer.other = lambda self, value, type_: ['yours', 0]
    class Any: pass
    def double(x): return Any()
    """


@case
def claims_that_arguments_changed():
    """The judge's array would be overwritten until it equals the wrong result."""
    return """
    import sys
    peer = sys.modules['player.peer']
    old = peer.Peer.served
    def served(self, head, blobs):
        said, out = old(self, head, blobs)
        said['args'] = ['list', ['list', None, ['dict'], ['list', ['list']], ['dict']], ['dict']]
        return said, out
    peer.Peer.served = served
    def double(x): return 0
    """


@case
def replaces_the_loop_of_its_process():
    return """
    import sys
    session = sys.modules['player.session']
    session.Session.get = lambda self, name: (8128,) if name == 'no' else (0,)
    session.Session.call = lambda self, *_: True
    session.Session.fork = lambda self: 1
    def double(x): return 0
    """


@case
def names_an_exception_after_a_method():
    return """
    class __init__(Exception): pass
    __init__.__name__ = "x'*9999" + 'y' * 5000
    def double(x): raise __init__('8128' * 0)
    """
