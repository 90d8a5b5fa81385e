"""Run a function over many arguments in several processes, in order, with bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from kg.errors import KgError

Result = TypeVar("Result")
_AHEAD = 4
"""How many calls for each process are under way or wait to be taken."""


class WorkerError(KgError):
    """A worker process that died, killed from outside or for want of memory."""


def map_in_order(
    function: Callable[..., Result], arguments: Iterable[tuple[object, ...]], *, jobs: int = 1
) -> Iterator[Result]:
    """Call `function(*arguments)` for each tuple and give the results in the order of the tuples.

    With `jobs` above 1 the calls run in that many fresh processes, a bounded number of them ahead of what
    was taken. Raises `WorkerError` if a process dies.
    """
    if jobs <= 1:
        yield from (function(*each) for each in arguments)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            yield from _windowed(pool, function, iter(arguments), jobs * _AHEAD)
        except BrokenProcessPool as error:
            advice = "out of memory? try fewer --jobs"
            raise WorkerError("a worker process died before it finished", advice=advice) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _windowed(
    pool: ProcessPoolExecutor,
    function: Callable[..., Result],
    arguments: Iterator[tuple[object, ...]],
    ahead: int,
) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque(pool.submit(function, *each) for each in islice(arguments, ahead))
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(pool.submit(function, *each) for each in islice(arguments, 1))
