/// A program for CPython that prints what ``TreeText`` prints of the same sources, or the name of the mistake.
let pythonTrees = #"""
    import ast, json, sys, warnings
    warnings.simplefilter("ignore")

    BINARY = {"Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
              "BitOr": "|", "BitXor": "^", "BitAnd": "&", "LShift": "<<", "RShift": ">>"}
    UNARY = {"UAdd": "+", "USub": "-", "Invert": "~", "Not": "not"}
    COMPARE = {"Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Eq": "==", "NotEq": "!=", "In": "in", "NotIn": "not in",
               "Is": "is", "IsNot": "is not"}

    def form(*parts):
        return "(" + " ".join(parts) + ")"

    class Trees:
        def __init__(self, source, ranges):
            self.ranges = ranges
            self.starts = [0]
            for line in source.encode().split(b"\n"):
                self.starts.append(self.starts[-1] + len(line) + 1)

        def ranged(self, text, node):
            if not self.ranges:
                return text
            start = self.starts[node.lineno - 1] + node.col_offset
            end = self.starts[node.end_lineno - 1] + node.end_col_offset
            return f"{text}@{start}:{end}"

        def block(self, body):
            return form(*map(self.text, body))

        def rest(self, word, body):
            return [form(word, *map(self.text, body))] if body else []

        def all(self, nodes):
            return [self.text(node) for node in nodes if node is not None]

        def text(self, node):
            name = type(node).__name__
            made = getattr(self, name)(node)
            if name in ("Expr", "GeneratorExp"):
                return made
            if name == "If" and getattr(node, "elif_", False):
                return made
            return self.ranged(made, node)

        def Expr(self, n): return self.text(n.value)
        def Assign(self, n): return form("=", *self.all(n.targets), self.text(n.value))
        def AugAssign(self, n): return form(BINARY[type(n.op).__name__] + "=", self.text(n.target), self.text(n.value))
        def Delete(self, n): return form("del", *self.all(n.targets))
        def Pass(self, n): return "pass"
        def Break(self, n): return "break"
        def Continue(self, n): return "continue"
        def Return(self, n): return form("return", *self.all([n.value]))
        def Raise(self, n): return form("raise", *self.all([n.exc, n.cause]))
        def Assert(self, n): return form("assert", *self.all([n.test, n.msg]))
        def Global(self, n): return form("global", *n.names)
        def Nonlocal(self, n): return form("nonlocal", *n.names)
        def alias(self, n): return n.name + (":" + n.asname if n.asname else "")
        def names(self, n): return [self.alias(a) for a in n.names]
        def Import(self, n): return form("import", *self.names(n))
        def ImportFrom(self, n): return form("from", n.module, *self.names(n))
        def If(self, n):
            other = n.orelse
            if len(other) == 1 and isinstance(other[0], ast.If) and self.is_elif(other[0]):
                other[0].elif_ = True
            return form("if", self.text(n.test), self.block(n.body), *self.rest("else", other))
        def is_elif(self, n):
            start = self.starts[n.lineno - 1] + n.col_offset
            return self.source[start:start + 4] == b"elif"
        def While(self, n): return form("while", self.text(n.test), self.block(n.body), *self.rest("else", n.orelse))
        def For(self, n):
            return form("for", self.text(n.target), self.text(n.iter), self.block(n.body), *self.rest("else", n.orelse))
        def Try(self, n):
            return form("try", self.block(n.body), *map(self.handler, n.handlers), *self.rest("else", n.orelse),
                        *self.rest("finally", n.finalbody))
        def handler(self, n):
            return form("except", *self.all([n.type]), *(["as", n.name] if n.name else []), self.block(n.body))
        def With(self, n):
            items = [form(*self.all([item.context_expr, item.optional_vars])) for item in n.items]
            return form("with", form(*items), self.block(n.body))
        def FunctionDef(self, n): return form("def", n.name, self.parameters(n.args), self.block(n.body))
        def ClassDef(self, n): return form("class", n.name, form(*self.all(n.bases)), self.block(n.body))
        def parameters(self, a):
            placed = a.posonlyargs + a.args
            defaults = [None] * (len(placed) - len(a.defaults)) + a.defaults
            parts = [self.parameter(p, d) for p, d in zip(placed, defaults)]
            if a.posonlyargs: parts.insert(len(a.posonlyargs), "/")
            if a.vararg: parts.append("*" + a.vararg.arg)
            elif a.kwonlyargs: parts.append("*")
            parts += [self.parameter(p, d) for p, d in zip(a.kwonlyargs, a.kw_defaults)]
            if a.kwarg: parts.append("**" + a.kwarg.arg)
            return form(*parts)
        def parameter(self, p, d): return p.arg + ("=" + self.text(d) if d is not None else "")

        def Constant(self, n): return "..." if n.value is ... else repr(n.value)
        def Name(self, n): return n.id
        def Tuple(self, n): return form("tuple", *self.all(n.elts))
        def List(self, n): return form("list", *self.all(n.elts))
        def Set(self, n): return form("set", *self.all(n.elts))
        def Dict(self, n):
            return form("dict", *[form("**" if k is None else self.text(k), self.text(v)) for k, v in zip(n.keys, n.values)])
        def Starred(self, n): return form("*", self.text(n.value))
        def comp(self, word, n, *parts):
            return form(word, *self.all(parts), *[form("for", *self.all([g.target, g.iter] + g.ifs)) for g in n.generators])
        def ListComp(self, n): return self.comp("list-comprehension", n, n.elt)
        def SetComp(self, n): return self.comp("set-comprehension", n, n.elt)
        def DictComp(self, n): return self.comp("dict-comprehension", n, n.key, n.value)
        def GeneratorExp(self, n): return self.comp("generator-expression", n, n.elt)
        def UnaryOp(self, n): return form(UNARY[type(n.op).__name__], self.text(n.operand))
        def BinOp(self, n): return form(BINARY[type(n.op).__name__], self.text(n.left), self.text(n.right))
        def Compare(self, n):
            parts = [self.text(n.left)]
            for op, right in zip(n.ops, n.comparators): parts += [COMPARE[type(op).__name__], self.text(right)]
            return form("compare", *parts)
        def BoolOp(self, n): return form("and" if isinstance(n.op, ast.And) else "or", *self.all(n.values))
        def IfExp(self, n): return form("if", *self.all([n.test, n.body, n.orelse]))
        def Call(self, n):
            named = [("**" if k.arg is None else k.arg + "=") + self.text(k.value) for k in n.keywords]
            return form("call", self.text(n.func), *self.all(n.args), *named)
        def Attribute(self, n): return form(".", self.text(n.value), n.attr)
        def Subscript(self, n): return form("[]", self.text(n.value), self.text(n.slice))
        def Slice(self, n): return form(":", *["_" if p is None else self.text(p) for p in (n.lower, n.upper, n.step)])
        def Lambda(self, n): return form("lambda", self.parameters(n.args), self.text(n.body))
        def Yield(self, n): return form("yield", *self.all([n.value]))
        def JoinedStr(self, n):
            ranges, self.ranges = self.ranges, False
            made = form("f", *self.pieces(n))
            self.ranges = ranges
            return made
        def pieces(self, n): return [self.piece(v) for v in n.values]
        def piece(self, v):
            if isinstance(v, ast.Constant): return repr(v.value)
            parts = [self.text(v.value)]
            if v.conversion != -1: parts.append("!" + chr(v.conversion))
            if v.format_spec is not None and v.format_spec.values: parts.append(form(*self.pieces(v.format_spec)))
            return "{" + " ".join(parts) + "}"

    for source in json.load(sys.stdin):
        try:
            compile(source, "", "exec")
            trees = Trees(source, RANGES)
            trees.source = source.encode()
            print(json.dumps("\n".join(map(trees.text, ast.parse(source).body)), ensure_ascii=False))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            print(json.dumps("!" + str(error)))
        except Exception as error:
            print(json.dumps("?" + repr(error)))
    """#
