import Tensors

extension Interpreter {
    /// The digits of all elements are looked at, to find a width for all.
    private func stepForDigits(of array: ArrayObject) throws(Fault) {
        try step(array.count * 16)
        if array.type != .float64 { return }
        var steps = 0
        array.forEach { (number: Double) in steps += digitSteps(number) }
        try step(steps)
    }

    /// NumPy's `repr` of an array.
    func repr(_ array: ArrayObject) throws(Fault) -> String {
        try stepForDigits(of: array)
        let options = session.printOptions
        return switch array.values {
        case .bool(let tensor): tensor.numpyRepr(options)
        case .int64(let tensor): tensor.numpyRepr(options)
        case .float32(let tensor): tensor.numpyRepr(options)
        case .float64(let tensor): tensor.numpyRepr(options)
        }
    }

    /// NumPy's `str` of an array.
    func text(of array: ArrayObject) throws(Fault) -> String {
        if array.rank == 0 { return try text(of: .scalar(array.first)) }
        return try text(of: array, session.printOptions, separator: " ", prefix: 0)
    }

    /// NumPy's `array2string`.
    func text(
        of array: ArrayObject, _ options: PrintOptions, separator: String, prefix: Int
    ) throws(Fault) -> String {
        try stepForDigits(of: array)
        return switch array.values {
        case .bool(let tensor): tensor.numpyText(options, separator: separator, prefix: prefix)
        case .int64(let tensor): tensor.numpyText(options, separator: separator, prefix: prefix)
        case .float32(let tensor): tensor.numpyText(options, separator: separator, prefix: prefix)
        case .float64(let tensor): tensor.numpyText(options, separator: separator, prefix: prefix)
        }
    }
}
