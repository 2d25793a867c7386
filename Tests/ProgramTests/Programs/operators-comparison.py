class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, o):
        return isinstance(o, Version) and self.parts == o.parts

    def __lt__(self, o):
        return self.parts < o.parts

    def __le__(self, o):
        return self.parts <= o.parts

    def __repr__(self):
        return ".".join(str(p) for p in self.parts)


vs = [Version(1, 2), Version(1, 0, 5), Version(0, 9), Version(1, 2)]
print(sorted(vs), sorted(vs, reverse=True), min(vs), max(vs))
print(vs[0] == vs[3], vs[0] != vs[3], vs[0] == vs[1], vs[0] == "1.2", vs[0] != None)
print(vs[0] > vs[1], vs[0] >= vs[3], vs[1] <= vs[2])
print(vs.index(Version(0, 9)), vs.count(Version(1, 2)), Version(9) in vs, Version(0, 9) in vs)
vs.remove(Version(1, 2))
print(vs)
