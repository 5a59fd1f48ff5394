"""Executed ahead: notebooks that run in other threads while the one writer saves the last ones.

A kernel is a process, so two threads that wait for two kernels use two cores. What was executed
is kept under a hash of the cells; the step that would execute them takes it from here.
"""

from __future__ import annotations

import copy
import hashlib
import json
from concurrent.futures import Future, ThreadPoolExecutor


def fingerprint(nb) -> str:
    """Return a hash of all that decides what an execution does."""
    cells = [(cell.cell_type, cell.source, cell.metadata) for cell in nb.cells]
    said = json.dumps([cells, nb.metadata], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()


class Kitchen:
    """Executions that are under way or done."""

    def __init__(self):
        self._ready: dict[str, Future] = {}
        self._threads: ThreadPoolExecutor | None = None

    def open(self, workers: int) -> None:
        """Start so many executions at once."""
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="execute")

    def order(self, nb, run) -> Future:
        """Execute ``run(nb)`` in another thread."""
        key, work = fingerprint(nb), copy.deepcopy(nb)
        if key not in self._ready:
            self._ready[key] = self._threads.submit(run, work)
        return self._ready[key]

    def take(self, nb) -> Future | None:
        """Return the execution of these cells, once, if there is one."""
        return self._ready.pop(fingerprint(nb), None)

    def close(self) -> None:
        """Forget what nobody took."""
        if self._threads:
            self._threads.shutdown(wait=True, cancel_futures=True)
        self._ready.clear()
        self._threads = None


KITCHEN = Kitchen()
