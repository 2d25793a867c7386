"""Asks PyTorch for the answers that the cell language must give.

    python answer.py > answers.json          # needs torch; the CPU build is enough

Each expression of expressions.txt is evaluated with the names of its first lines, made anew each time; the answer is its repr,
or the exception. Each program of programs/ is run; the answer is what it prints. PyTorch picks its order of addition by the
vectors of the machine, so AVX2 is asked for, which every machine of today has.
"""
import contextlib, io, json, os, pathlib, re, sys, warnings

os.environ["ATEN_CPU_CAPABILITY"] = "avx2"
import numpy, torch

warnings.simplefilter("ignore")
torch.set_num_threads(1)
here = pathlib.Path(__file__).parent


def standard():
    return {"torch": torch, "np": numpy, "math": __import__("math")}


def evaluate(expression, names):
    namespace = standard()
    for name in names:
        exec(name, namespace)
    torch.set_printoptions(profile="default")
    try:
        return repr(eval(expression, namespace))
    except Exception as error:
        return f"!{type(error).__name__}: {error}"


def run(program):
    output = io.StringIO()
    torch.set_printoptions(profile="default")
    with contextlib.redirect_stdout(output):
        exec(compile(program, "program", "exec"), {"__name__": "__main__"})
    return output.getvalue()


lines = (here / "expressions.txt").read_text().splitlines()
names = [line for line in lines if re.match(r"\w+ = ", line)]
expressions = [line for line in lines if line and line not in names and not line.startswith("#")]
programs = {path.name: run(path.read_text()) for path in sorted((here / "programs").glob("*.py"))}
answers = {
    "versions": {"torch": torch.__version__, "numpy": numpy.__version__, "python": sys.version.split()[0]},
    "expressions": [[expression, evaluate(expression, names)] for expression in expressions],
    "programs": programs,
}
json.dump(answers, sys.stdout, indent=1)
print()
