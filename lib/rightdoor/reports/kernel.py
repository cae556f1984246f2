"""The kernel in which a report runs: this Python, whatever kernels and profiles the user has set up for herself."""

import subprocess
import sys

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec


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

    async def _async_pre_start_kernel(self, **options):
        # what a cell prints comes back as its output; what the kernel itself writes here is of no use to a reader
        return await super()._async_pre_start_kernel(**{"stderr": subprocess.DEVNULL, **options})

    pre_start_kernel = _async_pre_start_kernel

    @staticmethod
    def arguments(folder):
        """Arguments of a kernel that reads and writes nothing of the user's own."""
        return [
            f"--ipython-dir={folder}",
            "--InteractiveShellApp.exec_PYTHONSTARTUP=False",
        ]
