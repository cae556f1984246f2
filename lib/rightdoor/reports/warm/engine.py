"""papermill's own engine, with a kernel that is forked from a warm process instead of started anew."""

import time

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbclient.util import run_sync
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine
from papermill.exceptions import PapermillException
from papermill.log import logger

from rightdoor.reports.warm import AVAILABLE
from rightdoor.reports.warm.child import Child


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
    """papermill's client over one pipe: a reply comes last, so there is one thing to wait for."""

    def execute(self):
        """Run all cells, then note what the kernel is and the widgets' states."""
        self.reset_execution_trackers()
        self.log.info("Executing notebook in a forked kernel")
        self.papermill_execute_cells()
        self.nb.metadata["language_info"] = self.kc.language_info
        self.set_widgets_metadata()
        return self.nb

    def execute_cell(self, cell, cell_index, execution_count=None, store_history=True):
        """Run one cell; as NotebookClient.execute_cell."""
        tags = cell.metadata.get("tags", [])
        if cell.cell_type != "code" or not cell.source.strip() or self.skip_cells_with_tag in tags:
            return cell
        if self.record_timing:
            cell.metadata["execution"] = {}
        cell.outputs, self.clear_before_next_output = [], False
        asked = self.kc.ask("execute_request", {"code": cell.source, "store_history": store_history})
        self.code_cells_executed += 1
        reply = self._answer(asked, cell, cell_index, self._get_timeout(cell))
        cell.execution_count = execution_count or reply["content"]["execution_count"]
        if reply["content"]["status"] == "error":
            run_sync(self._check_raise_for_error)(cell, cell_index, reply)
        return cell

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
