graph = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}


def shortest(start, goal):
    queue, seen = [[start]], {start}
    while queue:
        path = queue.pop(0)
        if path[-1] == goal:
            return path
        for n in graph[path[-1]]:
            if n not in seen:
                seen.add(n)
                queue.append(path + [n])


def all_paths(a, b, path=()):
    path += (a,)
    if a == b:
        return [path]
    return [p for n in graph[a] for p in all_paths(n, b, path)]


def topological():
    order, done = [], set()

    def visit(n):
        if n in done:
            return
        done.add(n)
        for m in graph[n]:
            visit(m)
        order.insert(0, n)

    for n in graph:
        visit(n)
    return order


print(shortest("a", "f"), all_paths("a", "f"), topological(), shortest("f", "a"))
