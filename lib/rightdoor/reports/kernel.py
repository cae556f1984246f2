"""The kernel in which a report runs: this Python, whatever kernels and profiles the user has set up for herself."""

import subprocess
import sys

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec

from rightdoor.reports import memory

LIBRARIES_MB = 1500  # address space of a kernel that has imported what reports use


class OwnKernel(AsyncKernelManager):
    """Starts ipykernel in the interpreter of this process, without a look at installed kernel specifications."""

    @property
    def kernel_spec(self):
        """How the kernel is started."""
        return KernelSpec(
            argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
            display_name="Python 3",
            language="python",
        )

    memory_mb = None

    async def _async_pre_start_kernel(self, **options):
        # what a cell prints comes back as its output; what the kernel itself writes here is of no use to a reader
        ours = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        if self.memory_mb:
            ours["preexec_fn"] = self._bind
        return await super()._async_pre_start_kernel(**{**ours, **options})

    pre_start_kernel = _async_pre_start_kernel

    def _bind(self):
        # whatever this process has: a new program takes its place
        memory.bind(LIBRARIES_MB + self.memory_mb)

    @staticmethod
    def arguments(folder):
        """Arguments of a kernel that reads and writes nothing of the user's own."""
        return [
            f"--ipython-dir={folder}",
            "--InteractiveShellApp.exec_PYTHONSTARTUP=False",
        ]


def bounded(memory_mb):
    """OwnKernel with a bound on what it may take beyond its libraries; None, or a system without bounds: none."""
    return type("BoundedKernel", (OwnKernel,), {"memory_mb": memory_mb}) if memory_mb and memory.BOUNDS else OwnKernel
