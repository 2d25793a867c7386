"""Freezes streams of NumPy's default_rng in generator.json, and writes the constants of its ziggurat to a Swift file.

    python3 generator.py [ZigguratTables.swift]      (NumPy 2.x; 2.4.6 made the files committed here)

The ziggurat's tables are read from the static library that NumPy ships for users of its C API.
"""
import json, pathlib, struct, sys
import numpy as np

def streams(seed):
    fresh = lambda: np.random.default_rng(seed)
    mixed = fresh()
    mix = [mixed.integers(10), mixed.random(), mixed.integers(7), mixed.integers(2**40), mixed.standard_normal()]
    shuffled = np.array([3.0, 1.0, 4.0, 1.5, 9.0, 2.0]); fresh().shuffle(shuffled)
    listed = [3.0, 1.0, 4.0, 1.5, 9.0, 2.0]; fresh().shuffle(listed)
    assert listed == shuffled.tolist()
    normals = fresh().standard_normal(20000)
    return {
        "seed": seed,
        "state": [str(w) for w in np.random.SeedSequence(seed).generate_state(4, np.uint64)],
        "raw": [str(w) for w in fresh().bit_generator.random_raw(4)],
        "random": fresh().random(8).tolist(),
        "uniform": fresh().uniform(-0.5, 2.25, 8).tolist(),
        "normal": fresh().normal(1.5, 0.25, 8).tolist(),
        "standard_normal": normals[:8].tolist(),
        # The tail and the wedges are visited some hundred times in 20000 numbers.
        "standard_normal_late": normals[-8:].tolist(),
        "standard_normal_extremes": [float(normals.min()), float(normals.max())],
        "integers_10": fresh().integers(10, size=12).tolist(),
        "integers_big": fresh().integers(3 * 2**60, size=4).tolist(),
        "integers_range": fresh().integers(-5, 6, size=12).tolist(),
        "permutation_9": fresh().permutation(9).tolist(),
        "shuffle": shuffled.tolist(),
        "mixed": [float(v) for v in mix],
    }

def tables():
    library = pathlib.Path(np.__file__).parent / "random/lib/libnpyrandom.a"
    data = library.read_bytes()
    def read(start, code):
        at = data.find(start)
        return struct.unpack(f"<256{code}", data[at:at + 2048])
    return {
        "limits": [hex(k) for k in read(struct.pack("<QQ", 0x000EF33D8025EF6A, 0), "Q")],
        "widths": [float.hex(w) for w in read(struct.pack("<d", 8.68362706080130616677e-16), "d")],
        "heights": [float.hex(f) for f in read(struct.pack("<dd", 1.0, 9.77101701267671596263e-01), "d")],
    }

HEADER = """// Written by Tests/TensorsTests/Golden/generator.py; do not edit.

/// The 256 layers of the ziggurat for the normal distribution, to the bit those of NumPy.
///
/// - Source: Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Stat. Softw. 5 (2000), with
///   r = 3.6541528853610088; constants of NumPy's `ziggurat_constants.h`.
enum ZigguratTables {
"""
COMMENTS = {"limits": "/// `⌊2⁵² · x[i−1] / x[i]⌋`.", "widths": "/// `x[i] / 2⁵²`.", "heights": "/// `exp(−x[i]² / 2)`."}

def write_tables(path):
    text = HEADER
    for name, values in tables().items():
        kind, per_line = ("UInt64", 6) if name == "limits" else ("Double", 4)
        rows = [", ".join(values[i:i + per_line]) for i in range(0, 256, per_line)]
        text += f"    {COMMENTS[name]}\n    static let {name}: [{kind}] = [\n"
        text += "".join(f"        {row},\n" for row in rows) + "    ]\n"
    pathlib.Path(path).write_text(text + "}\n")

here = pathlib.Path(__file__)
out = [streams(seed) for seed in (0, 1, 42, 12345678901234567)]
here.with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
if len(sys.argv) > 1: write_tables(sys.argv[1])
