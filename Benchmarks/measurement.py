"""CPU, time and memory of a process, as the kernel accounts them."""
import os
import subprocess
import sys
import time


def measure(words, said_to=None):
    """CPU and wall seconds and peak megabytes of one run; a failed run ends the benchmark.

    `said_to` is a file for what the process prints, which else is thrown away.
    """
    start = time.perf_counter()
    with open(said_to or os.devnull, "wb") as said:
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=said,
                                   stderr=subprocess.PIPE)
        complaint = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{' '.join(words)} ended with {process.returncode}:\n{complaint}")
    return {"cpu_s": usage.ru_utime + usage.ru_stime, "wall_s": wall,
            "peak_mb": usage.ru_maxrss / 1024}
