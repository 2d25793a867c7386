import torch

kinds = {
    "bool": torch.tensor([True, False]), "int": torch.tensor([1, -2]), "float": torch.tensor([1.5, -2.5]),
    "double": torch.tensor([0.5, 3.], dtype=torch.float64),
    "bool0": torch.tensor(True), "int0": torch.tensor(3), "float0": torch.tensor(2.5),
    "double0": torch.tensor(0.25, dtype=torch.float64), "True": True, "2": 2, "0.1": 0.1,
}
for a, x in kinds.items():
    for b, y in kinds.items():
        if not (isinstance(x, torch.Tensor) or isinstance(y, torch.Tensor)):
            continue
        row = []
        for name, f in [("+", lambda: x + y), ("*", lambda: x * y), ("/", lambda: x / y), ("-", lambda: x - y),
                        ("<", lambda: x < y), ("==", lambda: x == y), ("**", lambda: abs(x + 3) ** y),
                        ("//", lambda: (x + 4) // (y + 5)), ("%", lambda: (x + 4) % (y + 5))]:
            try:
                r = f()
                row.append(f"{name} {r.dtype} {r.tolist()}")
            except RuntimeError as error:
                row.append(f"{name} {error}")
        print(a, b, *row, sep=" | ")
