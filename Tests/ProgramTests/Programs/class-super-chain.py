class A:
    def f(self, log):
        log.append("A")
        return log


class B(A):
    def f(self, log):
        log.append("B")
        return super().f(log)


class C(B):
    def f(self, log):
        log.append("C")
        return super().f(log)

    def up(self):
        parent = super()
        return [parent.name(), self.name()]

    def name(self):
        return "C"


B.name = lambda self: "B"
print(C().f([]), B().f([]), C().up())
