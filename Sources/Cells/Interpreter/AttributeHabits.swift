/// What other languages, or other types of Python, call a thing that goes by another name here.
struct AttributeHabit {
    /// What to write instead, in a sentence that goes on after the mistake.
    var hint: String?
    /// The name that stands in place of the one written.
    var name: String?

    /// What was probably meant by an attribute that a value does not have; nil when nothing is known.
    init?(_ written: String, of value: Value) {
        switch value {
        case .list: self.init(list: written)
        case .string: self.init(string: written)
        case .dict(let dict): self.init(dict: written, dict)
        case .set: self.init(set: written)
        case .tuple: self.init(tuple: written)
        case .array: self.init(array: written)
        case .tensor: self.init(tensor: written)
        case .module(let module): self.init(module: written, module)
        case .none:
            self.init(
                hint: "None is what a function without 'return' gives, and a method that changes its object in place")
        default: return nil
        }
    }

    private init(name: String) { self.name = name }

    private init(hint: String) { self.hint = hint }

    private static let length = AttributeHabit(hint: "len(…) gives the length")
    private static let membership = AttributeHabit(hint: "'x in …' tells whether it is there")

    /// What lists, strings, dicts and the like have in common.
    private init?(container written: String) {
        switch written {
        case "length", "len", "size", "Length", "Count": self = .length
        case "contains", "includes", "has", "has_key", "containsKey": self = .membership
        default: return nil
        }
    }

    private init?(list written: String) {
        switch written {
        case "push", "add", "push_back", "append_", "addLast": self.init(name: "append")
        case "addAll", "concat", "extend_": self.init(name: "extend")
        case "indexOf", "find": self.init(name: "index")
        case "sorted": self.init(name: "sort")
        case "reversed": self.init(name: "reverse")
        case "shift", "popleft": self.init(hint: "pop(0) takes the first item")
        case "join": self.init(hint: "the text between the items comes first, as in ', '.join(…)")
        case "map", "filter", "forEach": self.init(hint: "a comprehension, '[f(x) for x in …]', goes through a list")
        case "shape", "T", "ndim", "dtype", "reshape", "mean", "sum", "min", "max", "dot", "std", "transpose",
            "flatten", "astype":
            self.init(hint: "this is for arrays, and np.array(…) makes one of a list")
        default: self.init(container: written)
        }
    }

    private init?(string written: String) {
        switch written {
        case "toUpperCase", "toupper": self.init(name: "upper")
        case "toLowerCase", "tolower": self.init(name: "lower")
        case "trim": self.init(name: "strip")
        case "indexOf": self.init(name: "find")
        case "startsWith": self.init(name: "startswith")
        case "endsWith": self.init(name: "endswith")
        case "append", "add", "concat": self.init(hint: "texts are joined by '+'")
        case "substring", "substr", "slice", "charAt": self.init(hint: "brackets take a part, as in text[1:3]")
        default: self.init(container: written)
        }
    }

    private init?(dict written: String, _ dict: DictObject) {
        let isKey = dict.keys.contains { key in
            if case .string(written) = key { true } else { false }
        }
        switch written {
        case _ where isKey: self.init(hint: "the value of a key stands in brackets: [\"\(written)\"]")
        case "iteritems", "entries": self.init(name: "items")
        case "append", "push", "add", "put", "set", "insert":
            self.init(hint: "a key gets its value by 'd[key] = value'")
        default: self.init(container: written)
        }
    }

    private init?(set written: String) {
        switch written {
        case "append", "push", "insert": self.init(name: "add")
        case "delete", "erase": self.init(name: "remove")
        default: self.init(container: written)
        }
    }

    private init?(tuple written: String) {
        switch written {
        case "append", "push", "add", "extend", "insert", "remove", "pop", "sort", "reverse":
            self.init(hint: "a tuple never changes; a list does")
        default: self.init(container: written)
        }
    }

    private init?(array written: String) {
        switch written {
        case "length", "len": self = .length
        case "average", "avg": self.init(name: "mean")
        case "transposed": self.init(name: "T")
        case "append", "push", "add", "extend":
            self.init(hint: "an array keeps its size; append to a list and make an array of it")
        case "backward", "grad", "requires_grad":
            self.init(hint: "gradients are kept by the tensors of torch, not by arrays")
        default: return nil
        }
    }

    private init?(tensor written: String) {
        switch written {
        case "length", "len": self = .length
        case "average", "avg": self.init(name: "mean")
        case "backwards", "backprop": self.init(name: "backward")
        case "gradient", "gradients": self.init(name: "grad")
        default: return nil
        }
    }

    private init?(module written: String, _ module: Module) {
        switch (module, written) {
        case (.numpy, "float"), (.numpy, "float_"), (.numpy, "double"): self.init(name: "float64")
        case (.numpy, "int"), (.numpy, "int_"), (.numpy, "integer"): self.init(name: "int64")
        case (.numpy, "bool8"): self.init(name: "bool_")
        case (.numpy, "matrix"): self.init(name: "array")
        case (.numpy, "avg"): self.init(name: "mean")
        case (.numpy, "concat"): self.init(name: "concatenate")
        case (.numpy, "len"), (.numpy, "length"): self = .length
        case (.numpy, "sigmoid"), (.numpy, "expit"): self.init(hint: "it is 1 / (1 + np.exp(-x))")
        case (.numpy, "relu"): self.init(hint: "it is np.maximum(0, x)")
        case (.numpy, "softmax"): self.init(hint: "it is np.exp(x) / np.exp(x).sum()")
        case (.math, "abs"), (.math, "round"), (.math, "min"), (.math, "max"), (.math, "sum"):
            self.init(hint: "'\(written)' needs no module in front")
        case (.math, "ln"): self.init(name: "log")
        case (.numpyRandom, _): self.init(hint: "make a generator by np.random.default_rng(seed)")
        case (.torch, "optim"), (.torchNN, _):
            self.init(hint: "a step is written out: with torch.no_grad(): w -= rate * w.grad")
        default: return nil
        }
    }
}
