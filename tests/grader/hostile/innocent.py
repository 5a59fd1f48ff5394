"""Odd work that is honest: it earns exactly what it earned, and nobody is told anything bad."""

from __future__ import annotations

import json

import nbformat
from nbformat.v4 import new_code_cell, new_output

from .assignment import ALL, RIGHT, cell_of, fill, note, scratch
from .case import group

case = group("innocent", earns=ALL)
DOUBLE = "\ndef double(x): return 2 * x"


@case
def plain():
    return RIGHT["double"]


@case(earns=0)
def nothing_written(notebook):
    return notebook


@case(earns=5)
def one_answer(notebook):
    return fill(notebook, {"double": RIGHT["double"]})


@case(earns=5)
def an_error_in_one_cell():
    return "def double(x:\n    return 2 * x"


@case
def noise_on_every_stream():
    return """
    import logging, sys, warnings
    warnings.warn('careful'); logging.error('odd'); print('hello', file=sys.stderr)
    def double(x):
        warnings.warn('careful'); print(x); print(x, file=sys.stderr); logging.warning('x')
        return 2 * x
    """


@case
def warnings_are_errors_here():
    return "import warnings\nwarnings.simplefilter('error')" + DOUBLE


@case
def a_plot():
    return """
    import matplotlib.pyplot as plt
    plt.plot([1, 2, 3]); plt.title('두 배'); plt.savefig('plot.png'); plt.show()
    def double(x): return 2 * x
    """


@case
def magics():
    return """
    %matplotlib inline
    %time sum(range(10))
    %timeit -n 1 -r 1 sum(range(10))
    %pwd
    !echo hello
    ?print
    def double(x): return 2 * x
    """


@case
def cell_magics(notebook):
    for text in (
        "%%time\nx = 1",
        "%%bash\necho hello",
        "%%html\n<b>x</b>",
        "%%nonsense\nx",
        "%lsmagic",
    ):
        scratch(notebook, text, behind="given")
    return fill(notebook, RIGHT)


@case
def asks_for_input(notebook):
    return fill(scratch(notebook, "name = input('name? ')", behind="given"), RIGHT)


@case(earns=5)
def asks_for_input_in_an_answer():
    return "def double(x): return 2 * float(input())"


@case
def awaits_at_the_top():
    return "import asyncio\nawait asyncio.sleep(0)\nasync with asyncio.timeout(1): pass" + DOUBLE


@case
def runs_a_loop_of_its_own():
    return """
    import asyncio
    async def later(x):
        await asyncio.sleep(0)
        return 2 * x
    def double(x): return asyncio.run(later(x))
    """


@case
def starts_threads():
    return """
    from concurrent.futures import ThreadPoolExecutor
    def double(x):
        with ThreadPoolExecutor(2) as pool: return list(pool.map(lambda one: 2 * one, [x]))[0]
    """


@case
def starts_processes():
    return """
    import multiprocessing
    def twice(x): return 2 * x
    def double(x):
        with multiprocessing.get_context('fork').Pool(2) as pool: return pool.map(twice, [x])[0]
    """


@case
def runs_a_program():
    return """
    import subprocess, sys
    print(subprocess.run([sys.executable, '-c', 'print(6)'], capture_output=True, text=True).stdout)
    def double(x): return 2 * x
    """


@case
def keeps_files_of_its_own():
    return """
    import json, pathlib, tempfile
    pathlib.Path('factor.json').write_text(json.dumps(2))
    def double(x):
        with tempfile.TemporaryFile() as file: file.write(b'x')
        return json.loads(pathlib.Path('factor.json').read_text()) * x
    """


@case
def reads_a_file_that_it_handed_in():
    """`two.txt` lies beside the notebook."""
    return "def double(x): return int(open('two.txt').read()) * x"


@case
def a_lambda():
    return "double = lambda x: 2 * x"


@case
def a_partial_function():
    return "import functools, operator\ndouble = functools.partial(operator.mul, 2)"


@case
def a_callable_object():
    return """
    class Times:
        def __init__(self, factor): self.factor = factor
        def __call__(self, x): return self.factor * x
    double = Times(2)
    """


@case
def a_builtin_function():
    return "double = (2).__mul__\ndouble = np.vectorize(lambda x: 2 * x)"


@case
def a_decorated_function():
    return """
    import functools
    def logged(function):
        @functools.wraps(function)
        def inner(*arguments):
            print(arguments)
            return function(*arguments)
        return inner
    @logged
    def double(x: 'array') -> 'array': return 2 * x
    """


@case
def keeps_state_between_calls():
    return (
        "calls = []\ndef double(x, seen=[]):\n    seen.append(1); calls.append(x)\n    return 2 * x"
    )


@case
def a_global_of_its_own():
    return "FACTOR = 2\ndef double(x):\n    global FACTOR\n    return FACTOR * x"


@case
def single_precision():
    return "def double(x): return np.float32(2) * np.asarray(x, np.float32)"


@case
def a_list_instead_of_an_array():
    return "def double(x): return [2 * one for one in x] if np.ndim(x) else 2 * x"


@case
def a_matrix_of_another_order():
    return "def double(x): return np.asarray(2 * np.asarray(x), order='F')[()]"


@case
def a_value_of_numpy(notebook):
    return fill(notebook, {**RIGHT, "value": "value = np.int64(8128)"})


@case
def names_in_korean():
    return "두_배 = lambda 수: 2 * 수\n# 주석: 두 배입니다 😀\ndouble = 두_배"


@case
def uses_the_given_functions():
    return "assert near(triple(1), 3)\ndef double(x): return triple(x) - x"


@case
def deletes_its_helpers():
    return "helper = 2\ndef double(x, factor=helper): return factor * x\ndel helper"


@case
def names_of_builtins():
    return "list = max = 2\ndef double(x): return list * x"


@case
def scratch_cells_that_fail(notebook):
    for text in ("1 / 0", "nonsense(", "raise SystemExit", "import nowhere", ""):
        scratch(notebook, text, behind="given")
    return fill(notebook, RIGHT)


@case
def tries_out_the_functions(notebook):
    scratch(notebook, "double(3)\ntotal([1, 2])", behind="total")
    return fill(scratch(notebook, "print([double(x) for x in range(100)])"), RIGHT)


@case
def redefines_afterwards(notebook):
    """A later experiment under the same name is not the answer."""
    return fill(scratch(notebook, "double = None\nvalue = 'done'"), RIGHT)


@case(flags=("ended",))
def leaves_in_a_scratch_cell(notebook):
    return fill(scratch(notebook, "import os\nos._exit(0)", behind="double"), RIGHT)


@case
def exits_politely(notebook):
    return fill(scratch(notebook, "exit()", behind="double"), RIGHT)


@case(flags=("moved",))
def cells_in_another_order(notebook):
    answers = [cell_of(notebook, key) for key in ("total", "double", "value")]
    notebook.cells = [one for one in notebook.cells if one not in answers] + answers
    return fill(notebook, RIGHT)


@case(flags=("moved",))
def a_copied_answer(notebook):
    cell = new_code_cell(RIGHT["double"], metadata=cell_of(notebook, "double").metadata)
    notebook = fill(notebook, RIGHT)
    notebook.cells.append(cell)
    return notebook


@case
def text_everywhere(notebook):
    for _ in range(50):
        notebook.cells.insert(0, note("# 생각\n\n$h_t = x_t W$"))
    return fill(notebook, RIGHT)


@case
def a_byte_order_mark(notebook):
    return b"\xef\xbb\xbf" + nbformat.writes(fill(notebook, RIGHT)).encode()


@case
def carriage_returns(notebook):
    filled = fill(notebook, {key: text.replace("\n", "\r\n") for key, text in RIGHT.items()})
    return nbformat.writes(filled).replace("\n", "\r\n").encode()


@case
def one_line_of_json(notebook):
    return json.dumps(fill(notebook, RIGHT)).encode()


@case
def format_without_ids(notebook):
    form = json.loads(nbformat.writes(fill(notebook, RIGHT)))
    form["nbformat_minor"] = 2
    for cell in form["cells"]:
        cell.pop("id", None)
    return json.dumps(form).encode()


@case
def ids_that_repeat(notebook):
    form = json.loads(nbformat.writes(fill(notebook, RIGHT)))
    for cell in form["cells"]:
        cell["id"] = "same"
    return json.dumps(form).encode()


@case
def a_newer_minor_format(notebook):
    form = json.loads(nbformat.writes(fill(notebook, RIGHT)))
    form["nbformat_minor"] = 5
    form["metadata"]["added_later"] = {"by": "an editor"}
    return json.dumps(form).encode()


@case
def the_format_of_2013(notebook):
    """nbformat 3 kept cells in worksheets."""
    filled = fill(notebook, RIGHT)
    return nbformat.writes(nbformat.convert(filled, 3), version=3).encode()


@case
def outputs_of_fifty_megabytes(notebook):
    filled = fill(notebook, RIGHT)
    text = "x" * 1000 + "\n"
    cell_of(filled, "double").outputs = [new_output("stream", name="stdout", text=text * 50_000)]
    return json.dumps(filled).encode()


@case
def outputs_from_elsewhere(notebook):
    filled = fill(notebook, RIGHT)
    data = {"application/x-unknown": "a", "text/plain": ["a", "b"]}
    cell_of(filled, "double").outputs = [new_output("display_data", data)]
    return json.dumps(filled).encode()


@case
def widgets_in_the_metadata(notebook):
    filled = fill(notebook, RIGHT)
    filled.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    return filled


@case
def a_kernel_under_another_name(notebook):
    filled = fill(notebook, RIGHT)
    filled.metadata["kernelspec"] = {"name": "conda-env-rnn-py", "display_name": "Python (rnn)"}
    return filled
