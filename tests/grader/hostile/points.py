"""Earning points that nobody earned: objects that lie, patched Python, looking for the answers."""

from __future__ import annotations

from .case import group

case = group("points", earns=0)
LIAR = """
class Liar:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __array__(self, *_, **__): return __import__('numpy').zeros(11)
    def __bool__(self): return True
    def __len__(self): return 11
    def __getitem__(self, key): return self
    def __float__(self): return 6.0
    def __call__(self, *_): return self
    def __getattr__(self, name): return self
"""
PATCH = "\ndef double(x): return 0"


@case
def value_equals_everything():
    return f"{LIAR}\nvalue = Liar()\ndouble = Liar()\ntotal = Liar()"


@case
def result_equals_everything():
    return f"{LIAR}\ndef double(x):\n    return Liar()"


@case
def integer_that_equals_everything():
    return """
    class Number(int):
        def __eq__(self, other): return True
        __hash__ = int.__hash__
    value = Number(0)
    def double(x): return Number(0)
    """


@case
def float_that_equals_everything():
    return """
    class Number(float):
        def __eq__(self, other): return True
    value = Number(0)
    def double(x): return Number(0)
    """


@case
def array_that_equals_everything():
    return """
    class Array(np.ndarray):
        def __eq__(self, other): return np.ones(self.shape, bool)
        def __array_function__(self, *_): return True
        def __array_ufunc__(self, *_, **__): return True
    def double(x): return np.zeros(np.shape(x)).view(Array)
    """


@case
def array_interface_of_its_own():
    return """
    class Array:
        __array_interface__ = dict(shape=(11,), typestr='<f8', data=(id(0), True), version=3)
        shape = (11,)
    def double(x): return Array()
    """


@case
def masked_array_hides_everything():
    return "def double(x): return np.ma.masked_all(np.shape(x))"


@case
def objects_in_an_array():
    return f"""
    {LIAR.replace(chr(10), chr(10) + "    ")}
    def double(x):
        found = np.empty(np.shape(x), object)
        found[...] = Liar()
        return found
    """


@case
def not_a_number_everywhere():
    return "def double(x): return np.full(np.shape(x), np.nan)"


@case
def right_shape_and_nothing_else():
    return "def double(x): return np.zeros(np.shape(x))"


@case
def record_array():
    return "def double(x): return np.zeros(np.shape(x), [('a', float)])"


@case
def pickle_in_an_object():
    return """
    class Opens:
        def __reduce__(self): return (open, ('/tmp/pickled', 'w'))
    value = Opens()
    def double(x): return Opens()
    """


@case
def patches_assertion_error():
    return f"import builtins\nbuiltins.AssertionError = type('Fine', (Exception,), {{}})\n{PATCH}"


@case
def patches_builtins():
    return f"""
    import builtins
    builtins.all = builtins.isinstance = builtins.any = builtins.bool = lambda *_: True
    {PATCH}
    """


@case
def patches_numpy():
    return f"np.allclose = np.array_equal = np.isclose = lambda *_, **__: True\n{PATCH}"


@case
def patches_numpy_in_sys_modules():
    return f"""
    import sys
    sys.modules['numpy'].allclose = lambda *_, **__: True
    sys.modules['numpy'].asarray = lambda *_: __import__('numpy').zeros(3)
    {PATCH}
    """


@case
def removes_assertions_with_a_transformer():
    return f"""
    import ast
    class NoAssertions(ast.NodeTransformer):
        def visit_Assert(self, node): return ast.Pass()
    get_ipython().ast_transformers.append(NoAssertions())
    {PATCH}
    """


@case
def rewrites_cells_before_they_run():
    return f"""
    change = lambda lines: [line.replace('assert', 'print') for line in lines]
    get_ipython().input_transformers_cleanup.append(change)
    get_ipython().input_transformers_post.append(change)
    {PATCH}
    """


@case
def listens_to_events_of_ipython():
    return f"""
    def before(info): get_ipython().user_ns.update(near=lambda *_: True)
    get_ipython().events.register('pre_run_cell', before)
    {PATCH}
    """


@case
def handles_exceptions_of_ipython():
    return f"""
    get_ipython().set_custom_exc((Exception,), lambda *_, **__: None)
    get_ipython().showtraceback = lambda *_, **__: None
    {PATCH}
    """


@case
def replaces_the_shell_that_runs_cells():
    return f"get_ipython().__class__.run_cell = lambda *_, **__: None\n{PATCH}"


@case
def replaces_the_given_functions():
    return f"near = lambda *_: True\ntriple = lambda x: 0\ninstead = None\n{PATCH}"


@case
def replaces_the_code_of_a_given_function():
    return f"near.__code__ = (lambda one, other: True).__code__\n{PATCH}"


@case
def traces_every_frame():
    return """
    import sys
    found = []
    def trace(frame, *_):
        found.append(sorted(frame.f_globals))
        return trace
    sys.settrace(trace); sys.setprofile(trace)
    def double(x):
        print(found)
        raise ValueError(str(found))
    """


@case
def reads_the_stack():
    return """
    import sys
    def double(x):
        frame, found = sys._getframe(), []
        while frame:
            found.append(repr(frame.f_locals) + repr(frame.f_globals))
            frame = frame.f_back
        raise ValueError(''.join(found))
    """


@case
def inspects_the_callers():
    return """
    import inspect
    def double(x):
        raise ValueError(str([(one.filename, one.code_context) for one in inspect.stack()]))
    """


@case
def searches_the_garbage():
    return """
    import gc
    def double(x):
        words = [one for one in gc.get_objects() if isinstance(one, (list, dict))]
        texts = [repr(one) for one in words if any(isinstance(part, str) for part in one)]
        raise ValueError(''.join(one for one in texts if 'HIDDEN' in one or 'assert' in one))
    """


@case
def reads_the_history():
    return "print(In, Out, dir())\ndef double(x): raise ValueError(str(get_ipython().user_ns))"


@case
def scans_the_memory():
    return """
    import re
    maps = [line.split()[0].split('-') for line in open('/proc/self/maps') if ' rw-p' in line]
    with open('/proc/self/mem', 'rb') as memory:
        for start, end in maps:
            memory.seek(int(start, 16))
            text = memory.read(min(int(end, 16) - int(start, 16), 4_000_000))
            print(re.findall(rb'BEGIN HIDDEN[^#]{0,80}', text))
    def double(x): return 0
    """


@case
def pokes_small_integers():
    return """
    import ctypes
    ctypes.c_long.from_address(id(6) + 24).value = 0
    def double(x): return 0
    """


@case
def finds_the_tests_on_the_disk():
    return """
    import os
    for root, folders, files in os.walk('/'):
        folders[:] = [one for one in folders if one not in ('proc', 'sys', 'usr', 'lib')]
        for name in files:
            if name.endswith(('.ipynb', '.db')):
                print(open(os.path.join(root, name), errors='replace').read())
    def double(x): return 0
    """


@case
def imports_the_grader():
    return """
    try:
        from exercises import mistakes
        print(mistakes.ASSIGNMENTS)
    except ImportError:
        from rnnkit import steps
    def double(x): return 0
    """


@case
def follows_the_paths_of_the_packages():
    return """
    import glob, os, sys
    for folder in sys.path:
        for link in glob.glob(os.path.join(folder, '*.pth')):
            for line in open(link):
                sys.path.append(line.strip())
    import exercises, rnnkit
    def double(x): return 0
    """


@case
def opens_the_gradebook():
    return """
    import sqlite3
    for place in ('gradebook.db', '../gradebook.db', '../../gradebook.db', '/gradebook.db'):
        book = sqlite3.connect(place)
        book.execute('UPDATE grade SET auto_score = 100')
        book.commit()
    def double(x): return 0
    """


@case
def asks_nbgrader_for_points():
    return """
    try:
        from nbgrader.api import Gradebook
        with Gradebook('sqlite:///gradebook.db') as book:
            print(book.assignments)
    except Exception as error:
        print(error)
    def double(x): return 0
    """


@case
def reads_the_environment():
    return """
    import os
    print(dict(os.environ), open('/proc/self/environ').read())
    for process in os.listdir('/proc'):
        if process.isdigit():
            for name in ('environ', 'cmdline'):
                try: print(open(f'/proc/{process}/{name}').read())
                except OSError as error: print(error)
    def double(x): return 0
    """


@case
def fakes_a_module_beside_the_notebook():
    return """
    for name in ('numpy', 'contextlib', 'rnnkit', 'json'):
        open(name + '.py', 'w').write('allclose = asarray = contextmanager = lambda *_: True')
    def double(x): return 0
    """


@case
def fakes_a_module_in_memory():
    return f"""
    import sys, types
    sys.modules['rnnkit'] = sys.modules['contextlib'] = types.ModuleType('fake')
    {PATCH}
    """


@case
def leaves_start_up_files():
    return """
    import os, site
    code = "import builtins; builtins.all = lambda *_: True"
    for place in ('~/.ipython/profile_default/startup/00.py', '~/usercustomize.py', '~/.pythonrc'):
        path = os.path.expanduser(place)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, 'w').write(code)
    def double(x): return 0
    """


@case
def raises_the_end_of_an_iteration():
    """`all(map(test, …))` would take StopIteration for the end of the list."""
    return "def double(x):\n    if np.ndim(x): raise StopIteration\n    return 0"


@case
def leaves_in_the_middle():
    return "def double(x): raise SystemExit(0)"


@case
def interrupts():
    return "def double(x): raise KeyboardInterrupt"


@case
def raises_an_exception_that_lies():
    return """
    class AssertionError(BaseException):
        def __str__(self): raise self
        def __bool__(self): return False
    def double(x): raise AssertionError()
    """


@case
def raises_a_passed_test():
    return "def double(x): raise AssertionError('passed: 5 points, 두 배가 아닙니다 / fine')"


@case
def is_a_class_with_a_false_name():
    return """
    class Fine:
        __class__ = int
        def __eq__(self, other): return True
        def __index__(self): return 6
    def double(x): return Fine()
    """


@case
def keeps_a_test_for_a_later_one():
    """What a hidden test gave would be told by the message of a visible one."""
    return """
    kept = []
    def double(x):
        kept.append(x)
        open('/tmp/kept', 'a').write(repr(x))
        return 0
    def total(xs):
        raise ValueError(str(kept) + open('/tmp/kept').read())
    """


@case
def replaces_the_names_with_a_clever_dictionary():
    return f"""
    {LIAR.replace(chr(10), chr(10) + "    ")}
    class Names(dict):
        def __contains__(self, name): return True
        def __getitem__(self, name): return Liar()
        def get(self, *_): return Liar()
    get_ipython().user_ns = Names(get_ipython().user_ns)
    def double(x): return 0
    """


@case
def prints_a_grade():
    return """
    print('10.0'); display({'application/vnd.grader.findings+json': {'double': []}}, raw=True)
    def double(x):
        print('SUCCESS'); display(10.0)
        return 0
    10.0
    """


@case
def pretends_that_regions_end():
    return """
    ### BEGIN HIDDEN TESTS
    double = lambda x: 0
    ### END HIDDEN TESTS
    ### BEGIN SOLUTION
    ### END SOLUTION
    """


@case
def threads_that_keep_patching():
    return """
    import threading, builtins
    def patch():
        while True: builtins.all = lambda *_: True
    threading.Thread(target=patch, daemon=True).start()
    def double(x): return 0
    """


@case
def calls_the_stand_in_of_another_question():
    """`double` is looked up while the tests of `total` put `triple` in its place."""
    return """
    def double(x): return 0
    def total(xs): return globals()['double'](1.0) * 0
    """


@case(flags=("channel",))
def ends_the_process_in_a_test():
    return "import os\ndef double(x): os._exit(0)"


@case(flags=("changed",))
def changes_its_arguments():
    return """
    def double(x):
        if isinstance(x, np.ndarray): x[...] = 0
        return x
    """


@case
def turns_integers_into_their_doubles_by_guessing():
    return "def double(x): return {3: 5}.get(x, 0) if isinstance(x, int) else -x"
