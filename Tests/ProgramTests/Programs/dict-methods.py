d = {"b": 2, "a": 1}
d["c"] = 3
d["b"] = 20
print(d, len(d), list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.get("z"), d.get("z", 0), "a" in d, 20 in d.values(), d.pop("a"), d.pop("a", None), d)
print(d.setdefault("n", []), d.setdefault("n", 5), d)
d["n"].append(1)
d.update({"b": 0, "x": 1}, y=2)
print(d, d.popitem(), d)
print(dict([("p", 1), ("q", 2)]), dict(a=1), {**d, "b": "over"}, {1: "i", 1.0: "f", True: "t"})
print(sorted(d, key=lambda k: str(d[k])), max(d, key=len), {v: k for k, v in {"x": 1, "y": 2}.items()})
e = d.copy()
e["new"] = 1
print("new" in d, d == e, {"a": 1, "b": 2} == {"b": 2, "a": 1}, dict.fromkeys("ab", 0))
for k, v in sorted(e.items(), key=lambda kv: kv[0]):
    print(k, v, end="; ")
print()
print(d.keys(), d.values(), d.items(), list(reversed(d)), {} == dict(), bool({}))
nested = {"m": {"n": [1, {"o": 2}]}}
print(nested["m"]["n"][1]["o"], nested)
