"""The papermill engine `rightdoor`: one forked child of a warm process for each notebook, messages as of any kernel.

papermill loads every registered engine when it is imported, so nothing is imported here: the engine is a door, and what
is behind it is imported when a notebook is run through it.

    papermill report.ipynb out.ipynb --engine rightdoor

`process` is the warm process (imports done, one thread) and forks, `kernel` is what a child runs: a stock IPython
kernel that writes its messages to a pipe. `child` is the other end of the pipe, as nbclient wants to see it, and
`engine` is papermill's own engine with that kernel.
"""

import sys

NAME = "rightdoor"
AVAILABLE = sys.platform == "linux"  # elsewhere fork is missing (Windows) or not safe beside system libraries (macOS)


class Engine:
    """What papermill asks of an engine, done by `engine.WarmEngine` once it is asked."""

    @staticmethod
    def execute_notebook(*arguments, **options):
        """Run a notebook; arguments as papermill.engines.Engine.execute_notebook."""
        from rightdoor.reports.warm.engine import WarmEngine

        return WarmEngine.execute_notebook(*arguments, **options)

    @staticmethod
    def nb_kernel_name(notebook, name=None):
        """The kernel's name of a notebook."""
        from papermill.utils import nb_kernel_name

        return nb_kernel_name(notebook, name)

    @staticmethod
    def nb_language(notebook, language=None):
        """The language of a notebook."""
        from papermill.utils import nb_language

        return nb_language(notebook, language)
