"""Runs notebooks in Jupyter and compares what they print with what they hold; prints a line for each difference.

Numbers may differ in their last digits, since NumPy adds up in another order than a pencil.
"""

import re
import sys

import nbformat
from nbclient import NotebookClient

NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?(?:nan|inf)")


def alike(found, wanted):
    """Whether two texts are equal but for the last digits of their numbers."""
    # How wide a column of numbers is depends on their digits.
    if re.sub(r"\s+", "", NUMBER.sub("#", found)) != re.sub(r"\s+", "", NUMBER.sub("#", wanted)):
        return False
    pairs = zip(NUMBER.findall(found), NUMBER.findall(wanted))
    return all(a == b or abs(float(a) - float(b)) <= 1e-9 * max(abs(float(a)), abs(float(b))) + 1e-15 for a, b in pairs)


def printed(outputs):
    """What a cell printed, and the value of its last expression."""
    text = ""
    for output in outputs:
        if output.output_type == "stream" and output.name == "stdout":
            text += output.text
        elif output.output_type == "execute_result":
            text += output.data["text/plain"] + "\n"
    return text


def failure(outputs):
    return next((f"{o.ename}: {o.evalue}" for o in outputs if o.output_type == "error"), None)


def has_torch():
    try:
        import torch  # noqa: F401
    except ModuleNotFoundError:
        return False
    return True


torch = has_torch()
for path in sys.argv[1:]:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    wanted = [(printed(c.get("outputs", [])), failure(c.get("outputs", []))) for c in notebook.cells]
    try:
        NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    except Exception as error:
        print(f"{path}: {error}")
        continue
    compared = 0
    for number, (cell, (text, fault)) in enumerate(zip(notebook.cells, wanted), 1):
        if cell.cell_type != "code":
            continue
        if "needs-torch" in cell.metadata.get("tags", []) and not torch:
            print(f"skipped {path} cell {number}: no PyTorch", file=sys.stderr)
            continue
        if not alike(printed(cell.outputs), text) or failure(cell.outputs) != fault:
            print(f"{path} cell {number}: {printed(cell.outputs)!r} {failure(cell.outputs)} instead of {text!r} {fault}")
        warned = "".join(o.text for o in cell.outputs if o.output_type == "stream" and o.name == "stderr")
        if warned:
            print(f"{path} cell {number} warns: {warned}")
        compared += bool(text)
    print(f"{path}: {compared} outputs compared", file=sys.stderr)
