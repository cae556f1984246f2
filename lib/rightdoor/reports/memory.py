"""A bound on the memory of a process, where the system knows one."""

try:
    import resource
except ImportError:  # Windows
    resource = None

BOUNDS = resource is not None


def bind(memory_mb):
    """Let this process and those it starts take at most so many MiB of address space more than it has now.

    Beyond it an allocation fails, which Python tells as MemoryError.
    """
    bound = _present() + memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


def _present():
    try:
        with open("/proc/self/statm") as sizes:
            return int(sizes.read().split()[0]) * resource.getpagesize()
    except OSError:  # a system without /proc
        return 0
