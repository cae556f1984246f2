"""A bound on the memory of a process, where the system knows one."""

try:
    import resource
except ImportError:  # Windows
    resource = None

BOUNDS = resource is not None
MIB = 1024 * 1024  # bytes


def bind(memory_mb):
    """Let this process and those it starts take at most so many MiB of address space.

    Beyond it an allocation fails, which Python tells as MemoryError.
    """
    bound = int(memory_mb * MIB)
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


def present():
    """The address space that this process has now, in MiB; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm") as sizes:
            return int(sizes.read().split()[0]) * resource.getpagesize() / MIB
    except OSError:  # a system without /proc
        return 0
