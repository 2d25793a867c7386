import Tensors

extension Interpreter {
    func repr(_ values: ArrayValues) throws(Fault) -> String {
        "array(\(try text(of: values)))"
    }

    func text(of values: ArrayValues) throws(Fault) -> String {
        try repr(nestedList(values))
    }
}
