"""A printer for tests of what is printed in the background, and patience until it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from assessment.errors import ReportFailed
from assessment.reporting.stages import OnStage, Stage
from assessment.reporting.worker import Order, PrintingWorker
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.authority import Actor
from assessment.services.jobs import Job

PATIENCE_SECONDS = 180
JobT = TypeVar("JobT", bound=Job)


class Printer(PrintingWorker):
    """Prints in no time what `printed` makes of an order, when it is let; keeps the orders."""

    def __init__(self, printed: Callable[[Order], bytes]) -> None:
        super().__init__()
        self.printed = printed
        self.orders: list[Order] = []
        self.may_print = threading.Event()
        self.may_print.set()
        self.failure: ReportFailed | None = None

    def render(self, order: Order, on_stage: OnStage, stopped: threading.Event | None = None) -> bytes:
        """The printed order; raises what `failure` holds, and that it was cancelled once it is."""
        self.orders.append(order)
        on_stage(0.5, Stage.LAYING_OUT, 1)
        until = time.monotonic() + PATIENCE_SECONDS
        while not self.may_print.wait(0.01):
            assert time.monotonic() < until
            if stopped is not None and stopped.is_set():
                raise ReportFailed("it was cancelled")
        if self.failure is not None:
            raise self.failure
        return self.printed(order)


def waited(
    status: Callable[[Actor, str], JobT], job_id: str, is_reached: Callable[[JobT], bool] = lambda job: job.is_ended
) -> JobT:
    """The job once it is as wanted, by default ended."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not is_reached(job := status(ME, job_id)):
        assert time.monotonic() < until, job
        time.sleep(0.01)
    return job
