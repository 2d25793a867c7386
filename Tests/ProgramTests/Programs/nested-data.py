model = {"layers": [{"units": 2, "w": [[0.1, 0.2], [0.3, 0.4]]}, {"units": 1, "w": [[0.5], [0.6]]}], "name": "toy"}
for i, layer in enumerate(model["layers"]):
    print(i, layer["units"], [sum(row) for row in layer["w"]])
model["layers"][0]["w"][1][0] *= 10
model["layers"].append({"units": 3, "w": []})
print(model)
count = sum(len(row) for layer in model["layers"] for row in layer["w"])
print(count, max(layer["units"] for layer in model["layers"]), len(model))


def walk(value, path=""):
    if isinstance(value, dict):
        for k, v in value.items():
            walk(v, path + "." + k)
    elif isinstance(value, list):
        for i, v in enumerate(value):
            walk(v, f"{path}[{i}]")
    else:
        print(path, "=", value)


walk(model)
