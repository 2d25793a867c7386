"""Measures cold builds of generated books, drawing, and training against a loop in C. `make bench` runs it.

Every build starts without output and without anything kept from an earlier one. Exits 1 when a target is missed.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import book

HERE = Path(__file__).parent
WORK = Path(".build/bench").absolute()
LONGHAND = Path(".build/release/longhand").absolute()

# chapters: (runs, seconds within which the slowest but one of them should end)
BOOKS = {1: (11, None), 10: (11, 0.5), 100: (5, 3.0)}
# Of 100 chapters: milliseconds from the start of the program to its end.
AGAIN = {"one number changed": 60, "nothing changed": 40}
PEAK_MEGABYTES = 250
SAVE_TO_MESSAGE = 50
TIMES_C = 4

# picture: (what it is, milliseconds within which it should be laid out and drawn on one core)
FIGURES = {
    "2-2-2-svg": ("a 2-2-2 diagram as SVG", 2),
    "2-2-2-png": ("a 2-2-2 diagram as PNG at 192 dpi", 25),
    "million-svg": ("a plot of a million points as SVG", 100),
}

PYTHON = Path(".build/venv/bin/python").absolute()
# program: (how often its loop is repeated, how many times as fast as CPython it should be)
CELLS = {"network": (150, 5.0), "scalars": (10_000, 1.0), "loop": (12, 1.0)}

missed = []


def verdict(value: float, target: float, what: str) -> str:
    if value > target:
        missed.append(what)
    return f"{value / target:5.2f} of {what}{'' if value <= target else '  MISSED'}"


def cold_build(source: Path) -> tuple[float, float]:
    """Seconds of wall time and peak megabytes of one build."""
    output = source.with_name(source.name + "-output")
    shutil.rmtree(output, ignore_errors=True)
    for kept in (source / ".longhand", source.parent / ".longhand"):
        shutil.rmtree(kept, ignore_errors=True)
    os.sync()
    start = time.perf_counter()
    child = subprocess.Popen([LONGHAND, "build", source, "-o", output], cwd=source.parent, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    pages = len(list(output.glob("*.html")))
    if child.returncode != 0 or pages < len(list(source.glob("*.md"))):
        sys.exit(f"bench: the build of {source} ended with {child.returncode} and wrote {pages} pages")
    return seconds, usage.ru_maxrss / 1024


def books() -> None:
    print("chapters  seconds: min  median     max   peak MB  per chapter, ms")
    medians = {}
    for chapters, (runs, target) in BOOKS.items():
        source = WORK / f"book-{chapters}"
        shutil.rmtree(source, ignore_errors=True)
        book.write(source, chapters)
        cold_build(source)  # reads the program and the fonts from disk once
        measured = [cold_build(source) for _ in range(runs)]
        seconds = sorted(s for s, _ in measured)
        peak = max(m for _, m in measured)
        median = medians[chapters] = statistics.median(seconds)
        print(f"{chapters:8}  {seconds[0]:12.3f} {median:7.3f} {seconds[-1]:7.3f} {peak:9.0f} {1000 * median / chapters:16.1f}")
        if target:
            print(f"{'':10}{verdict(median, target, f'{target} s for {chapters} chapters')}")
        print(f"{'':10}{verdict(peak, PEAK_MEGABYTES, f'{PEAK_MEGABYTES} MB')}")
    # Were the time linear, each further chapter would cost the same from 1 to 10 as from 10 to 100.
    few = (medians[10] - medians[1]) / 9
    many = (medians[100] - medians[10]) / 90
    print(f"\na further chapter costs {1000 * few:.1f} ms up to 10 and {1000 * many:.1f} ms from there to 100")
    print(f"{'':10}{verdict(many, 1.25 * few, 'linear growth (a quarter more at most)')}")


def build_again(source: Path, output: Path) -> float:
    start = time.perf_counter()
    subprocess.run([LONGHAND, "build", source, "-o", output], check=True, stdout=subprocess.DEVNULL)
    return 1e3 * (time.perf_counter() - start)


def incremental() -> None:
    """A book of 100 chapters is built again, after a weight of one chapter changed and after nothing did."""
    source, output = WORK / "book-again", WORK / "book-again-output"
    shutil.rmtree(source, ignore_errors=True)
    book.write(source, 100)
    build_again(source, output)
    chapter = source / sorted(path.name for path in source.glob("*.md"))[49]
    text = chapter.read_text()
    start = text.index("W: [[") + len("W: [[")
    end = text.index(",", start)
    measured = {what: [] for what in AGAIN}
    for run in range(15):
        chapter.write_text(f"{text[:start]}{1 + run / 7:.4f}{text[end:]}")
        measured["one number changed"].append(build_again(source, output))
        measured["nothing changed"].append(build_again(source, output))
    print("\n100 chapters built again: medians of 15")
    for what, target in AGAIN.items():
        median = statistics.median(measured[what])
        print(f"{median:8.1f} ms  {verdict(median, target, f'{target} ms when {what}')}")


def serve() -> None:
    """Seconds from the end of a save to the message that pages get."""
    source = WORK / "book-served"
    shutil.rmtree(source, ignore_errors=True)
    book.write(source, 100)
    server = subprocess.Popen(
        [LONGHAND, "serve", source, "--port", "0"], cwd=source.parent, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        address = next(word for word in server.stdout.readline().split() if word.startswith("http://"))
        events = urllib.request.urlopen(f"{address}-/events")
        builds = (json.loads(line[5:])["build"] for line in events if line.startswith(b"data:"))
        while next(builds) < 1:
            pass
        chapter = sorted(source.glob("*.md"))[50]
        text = chapter.read_text()
        seconds = []
        for number in range(21):
            time.sleep(0.5)
            chapter.write_text(f"{text}\nA line for the {number}th save.\n")
            start = time.perf_counter()
            next(builds)
            seconds.append(time.perf_counter() - start)
    finally:
        server.terminate()
        server.wait()
    median = 1000 * statistics.median(seconds)
    print(f"save to message, 100 chapters: min {1000 * min(seconds):.0f}, median {median:.0f}, max {1000 * max(seconds):.0f} ms")
    print(f"{'':10}{verdict(median, SAVE_TO_MESSAGE, f'{SAVE_TO_MESSAGE} ms from a save to the message')}")


def training() -> None:
    c = WORK / "training-c"
    subprocess.run(["cc", "-O2", "-o", c, HERE / "training.c", "-lm"], check=True)
    engine = Path(".build/release/training-benchmark").absolute()
    results = {}
    for name, program in (("C", c), ("Longhand", engine)):
        lines = [subprocess.run([program], check=True, capture_output=True, text=True).stdout.split() for _ in range(5)]
        results[name] = min(float(line[0]) for line in lines), [float(value) for value in lines[0][1:]]
    for ours, theirs in zip(results["Longhand"][1], results["C"][1], strict=True):
        if abs(ours - theirs) > 1e-9:
            sys.exit(f"bench: the two trainings end differently: {results}")
    print("\n200 epochs of 2-2-2 on two instances, best of 5 programs")
    for name, (seconds, _) in results.items():
        print(f"{name:>8}  {1e6 * seconds:8.1f} µs")
    print(f"{'':10}{verdict(results['Longhand'][0], TIMES_C * results['C'][0], f'{TIMES_C} times the C loop')}")


def figures() -> None:
    program = Path(".build/release/figures-benchmark").absolute()
    printed = subprocess.run([program], check=True, capture_output=True, text=True).stdout.split()
    seconds = dict(zip(printed[::2], map(float, printed[1::2]), strict=True))
    if seconds.keys() != FIGURES.keys():
        sys.exit(f"bench: other pictures than expected: {printed}")
    print("\nfigures, laid out and drawn: medians")
    for name, (what, target) in FIGURES.items():
        print(f"{1e3 * seconds[name]:8.2f} ms  {verdict(1e3 * seconds[name], target, f'{target} ms for {what}')}")


def run_seconds(command: list, program: Path) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run([*command, program], check=True, capture_output=True, text=True)
    return time.perf_counter() - start, done.stdout


def cells() -> None:
    """The same files run by Longhand and by CPython with NumPy; what starting takes is subtracted."""
    print(f"\nprograms, seconds without the start: best of 7, in turn\n{'':10} CPython  Longhand  ratio")
    for name, (count, target) in CELLS.items():
        text = (HERE / "cells" / f"{name}.py").read_text()
        empty, full = WORK / f"{name}-0.py", WORK / f"{name}.py"
        empty.write_text(text)
        full.write_text(text.replace("COUNT = 0", f"COUNT = {count}"))
        seconds, printed = {}, {}
        for _ in range(7):
            for who, command in (("CPython", [PYTHON]), ("Longhand", [LONGHAND, "run"])):
                idle, _ = run_seconds(command, empty)
                busy, printed[who] = run_seconds(command, full)
                best = seconds.setdefault(who, [idle, busy])
                best[:] = min(best[0], idle), min(best[1], busy)
        if printed["CPython"].split()[:1] != printed["Longhand"].split()[:1]:
            sys.exit(f"bench: {name} prints different things: {printed}")
        python, ours = (busy - idle for idle, busy in (seconds["CPython"], seconds["Longhand"]))
        print(f"{name:10} {python:7.3f} {ours:9.3f} {python / ours:6.1f}")
        print(f"{'':10}{verdict(ours, python / target, f'1/{target:g} of CPython for {name}')}")


if __name__ == "__main__":
    WORK.mkdir(parents=True, exist_ok=True)
    parts = {part.__name__: part for part in (books, incremental, serve, figures, training, cells)}
    for name in sys.argv[1:] or parts:
        parts[name]()
    sys.exit(f"bench: missed {', '.join(missed)}" if missed else 0)
