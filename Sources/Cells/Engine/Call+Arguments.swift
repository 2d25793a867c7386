import Networks
import Tensors

/// Arguments of a kind; nil where they are left out.
extension Call {
    func real(_ value: Value?, _ name: String) throws(Fault) -> Double? {
        guard let value, !value.isNone else { return nil }
        guard let number = value.anyNumber else {
            throw Fault(.type, "'\(name)' is a number, not \(value.quotedType)")
        }
        return number.double
    }

    func whole(_ value: Value?, _ name: String) throws(Fault) -> Int64? {
        guard let value, !value.isNone else { return nil }
        guard let number = value.index else {
            throw Fault(.type, "'\(name)' is a whole number, not \(value.quotedType)")
        }
        return number
    }

    /// The numbers of a list, a tuple or an array with one axis.
    func vector(_ value: Value) throws(Fault) -> [Double] {
        let values = try interpreter.array(of: value).values
        guard values.shape.rank == 1 else {
            throw Fault(
                .value, "\(function)() takes a row of numbers, not an array of shape \(values.shape.description)")
        }
        return values.doubles.elements
    }

    /// The names in a list or a tuple, or one name.
    func names(_ value: Value?) throws(Fault) -> [String] {
        guard let value, !value.isNone else { return [] }
        if case .string(let name) = value { return [name] }
        var names: [String] = []
        for item in try interpreter.items(of: value) {
            guard case .string(let name) = item else {
                throw Fault(.type, "'freeze' is a list of names, such as [\"W\"]")
            }
            names.append(name)
        }
        return names
    }

    func reduction(_ value: Value?) throws(Fault) -> Networks.Reduction? {
        guard let value, !value.isNone else { return nil }
        guard case .string(let name) = value, let reduction = Networks.Reduction(rawValue: name) else {
            throw Fault(.value, "'reduce' is \"sum\" or \"mean\"")
        }
        return reduction
    }
}
