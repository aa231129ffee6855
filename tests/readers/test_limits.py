"""The limit of time, in the main thread and in another one, as on a worker of a cluster."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.readers.limits import Limits, OutOfTime, time_limit, use


def stopped_after(n_steps):
    """Count up to a number under a limit of .2 seconds, and return how far it came before it was stopped."""
    n = 0
    with use(Limits(seconds=0.2)):
        try:
            with time_limit(1):
                while n < n_steps:
                    n += 1
        except OutOfTime:
            return n
    return n


@pytest.mark.parametrize("in_thread", [False, True])
def test_what_takes_too_long_is_stopped_and_what_comes_after_it_is_not(in_thread):
    with ThreadPoolExecutor(1) as pool:
        work = (lambda n: pool.submit(stopped_after, n).result()) if in_thread else stopped_after
        assert work(10**12) < 10**12
        assert work(1000) == 1000
