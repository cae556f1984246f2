"""papermill's own engine, with a kernel that is forked from a warm process instead of started anew."""

import time
from datetime import datetime, timedelta

import nbformat
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbclient.util import run_sync
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine
from papermill.exceptions import PapermillException
from papermill.log import logger

from rightdoor.reports.warm import AVAILABLE
from rightdoor.reports.warm.child import Child

OUTPUTS = {
    "execute_result": ("metadata", "data", "execution_count"),
    "display_data": ("metadata", "data"),
    "stream": ("name", "text"),
    "error": ("ename", "evalue", "traceback"),
}


class WarmEngine(NBClientEngine):
    """Runs Python notebooks on Linux. What becomes of a cell's messages is decided by nbclient, as ever."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man, kernel_name, log_output=False, stdout_file=None, stderr_file=None, execution_timeout=None,
        memory_mb=None, timeout_func=None, **options,
    ):  # fmt: skip
        """Run the notebook of `nb_man`; `memory_mb` is what its cells may take beyond the warm process.

        Other options as of papermill's engine; those that start another kernel have no meaning here.
        """
        if not AVAILABLE:
            raise PapermillException("The engine 'rightdoor' runs on Linux only: use --engine nbclient.")
        language = nb_man.nb.metadata.get("kernelspec", {}).get("language") or "python"
        if language != "python":
            raise PapermillException(f"The engine 'rightdoor' runs Python, not {language}: use --engine nbclient.")
        client = Client(
            nb_man, log=logger, log_output=log_output, stdout_file=stdout_file, stderr_file=stderr_file,
            timeout=execution_timeout or options.get("timeout"), timeout_func=timeout_func,
            allow_errors=options.get("allow_errors", False),
        )  # fmt: skip
        with Child(memory_mb) as client.kc:
            return client.execute()


class Client(PapermillNotebookClient):
    """papermill's client over one pipe: a reply comes last, so there is one thing to wait for.

    The kernel has all requests from the start and is ahead of us, so the times of a cell are those that it tells.
    """

    def execute(self):
        """Run all cells, then note what the kernel is and the widgets' states, and check the outputs."""
        self.reset_execution_trackers()
        self.asked, self.times = {}, {}  # by the position of a cell: the id of its request, what papermill notes
        self.unchecked = []
        self.log.info("Executing notebook in a forked kernel")
        try:
            self.papermill_execute_cells()
        finally:
            for position, times in self.times.items():
                self.nb.cells[position].metadata.papermill.update(times)
        self.nb.metadata["language_info"] = self.kc.language_info
        self.set_widgets_metadata()
        _check(self.unchecked)
        return self.nb

    def execute_cell(self, cell, cell_index, execution_count=None, store_history=True):
        """Run one cell; as NotebookClient.execute_cell."""
        if not self._runs(cell):
            return cell
        if self.record_timing:
            cell.metadata["execution"] = {}
        cell.outputs, self.clear_before_next_output = [], False
        asked = self.asked.get(cell_index) or self._ask(cell_index, store_history)
        self.code_cells_executed += 1
        reply = self._answer(asked, cell, cell_index, self._get_timeout(cell))
        if not reply["metadata"]["goes_on"]:
            self.asked.clear()
        self.times[cell_index] = _times(reply["metadata"])
        cell.metadata["papermill"]["start_time"] = None  # ours is not the kernel's: papermill has no duration to find
        cell.execution_count = execution_count or reply["content"]["execution_count"]
        if reply["content"]["status"] == "error":
            run_sync(self._check_raise_for_error)(cell, cell_index, reply)
        return cell

    def output(self, outs, msg, display_id, cell_index):
        """Take an output; as NotebookClient.output, but a plain one is not checked on its own: all are in the end, in a
        tenth of the time."""
        fields = OUTPUTS.get(msg["msg_type"])
        hooked = self.output_hook_stack[msg["parent_header"]["msg_id"]]
        if not fields or display_id or hooked or self.clear_before_next_output:
            return super().output(outs, msg, display_id, cell_index)
        content = msg["content"]
        outs.append(nbformat.from_dict({"output_type": msg["msg_type"], **{name: content[name] for name in fields}}))
        self.unchecked.append(outs[-1])
        return outs[-1]

    def _runs(self, cell):
        """Whether there is something in a cell to be run."""
        skipped = self.skip_cells_with_tag in cell.metadata.get("tags", [])
        return cell.cell_type == "code" and bool(cell.source.strip()) and not skipped

    def _ask(self, position, store_history):
        """Ask for the cell at this position and for all after it, at once; returns the id of the first request.

        A kernel that is asked one by one waits for us, and we for it, at every cell: on a busy machine that takes longer
        than the cell.
        """
        cells = {at: cell for at, cell in enumerate(self.nb.cells) if at >= position and self._runs(cell)}
        contents = ({"code": cell.source, "store_history": store_history} for cell in cells.values())
        self.asked = dict(zip(cells, self.kc.ask("execute_request", *contents), strict=True))
        return self.asked[position]

    def _answer(self, asked, cell, cell_index, seconds):
        """The reply to a request; what comes before it is the cell's. CellTimeoutError, DeadKernelError."""
        end = seconds and time.monotonic() + seconds
        while True:
            if not self.kc.has_answer(end and max(0, end - time.monotonic())):
                raise CellTimeoutError.error_from_timeout_and_cell("Cell execution timed out", round(seconds), cell)
            try:
                message = self.kc.heard()
            except (EOFError, OSError):
                raise DeadKernelError("Kernel died") from None
            if message["parent_header"]["msg_id"] != asked:
                continue
            if message["msg_type"].endswith("_reply"):
                return message
            self.process_message(message, cell, cell_index)


def _check(outputs):
    """ValidationError when one of the outputs is none that a notebook may hold."""
    cell = {"cell_type": "code", "id": "all", "metadata": {}, "source": "", "execution_count": None, "outputs": outputs}
    nbformat.validate({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]})


def _times(told):
    """What papermill notes of the times of a cell, from the metadata of its reply."""
    began, seconds = datetime.fromisoformat(told["started"]), told["seconds"]
    end = began + timedelta(seconds=seconds)
    return {"start_time": began.isoformat(), "end_time": end.isoformat(), "duration": seconds}
