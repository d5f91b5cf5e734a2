"""Time and peak memory of a full build, Trainer against plain Material, as ratios of interleaved runs."""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from courses import write_course, write_plain

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Run:
    """One build."""

    seconds: float
    megabytes: float


def build(command: list[str], folder: Path) -> Run:
    """Run one build in a process of its own."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    errors = process.stderr.read() if process.stderr else b""
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} failed:\n{errors.decode()}")
    return Run(time.perf_counter() - started, usage.ru_maxrss / 1024)


def compare(number: int, runs: int) -> str:
    """Build both in turn and return a row of the table."""
    with tempfile.TemporaryDirectory() as made:
        plain, course = Path(made, "plain"), Path(made, "course")
        write_plain(plain, number)
        write_course(course, number)
        commands = {
            "plain": ([str(BIN / "mkdocs"), "build", "--quiet"], plain),
            "trainer": ([str(BIN / "trainer"), "build"], course),
        }
        for command, folder in commands.values():
            build(command, folder)  # once, so that both find warm files
        found: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, (command, folder) in commands.items():
                found[name].append(build(command, folder))
    return _row(number, found["trainer"], found["plain"])


def _row(number: int, ours: list[Run], theirs: list[Run]) -> str:
    times = [a.seconds / b.seconds for a, b in zip(ours, theirs, strict=True)]
    memory = [a.megabytes / b.megabytes for a, b in zip(ours, theirs, strict=True)]
    seconds = statistics.median(run.seconds for run in ours)
    return (
        f"| {number} | {statistics.median(times):.2f} ({min(times):.2f} to {max(times):.2f}) "
        f"| {statistics.median(memory):.2f} ({min(memory):.2f} to {max(memory):.2f}) | {seconds:.1f} |"
    )


def _circumstances(runs: int) -> str:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    python = f"Python {platform.python_version()}"
    told = f"{runs} interleaved runs; median and spread of the ratios"
    return f"{datetime.now(UTC):%Y-%m-%d}, {machine}, {python}, {told}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="*", default=[60, 300, 1000])
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    lines = [
        "# Full build, Trainer against plain Material with `navigation.prune`",
        "",
        _circumstances(given.runs),
        "",
        "| pages | time, ratio | peak memory, ratio | Trainer, seconds |",
        "| --- | --- | --- | --- |",
    ]
    for number in given.pages:
        lines.append(compare(number, given.runs))
        print(lines[-1], flush=True)
    (HERE / "results.md").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
