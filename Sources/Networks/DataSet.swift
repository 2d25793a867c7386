import Tensors

/// One row of a data set: what goes in and what should come out.
public struct Instance: Sendable, Hashable {
    public let inputNames: [String]
    /// The names of the targets; empty when the instance has none.
    public let targetNames: [String]
    public let inputs: [Double]
    public let targets: [Double]
    /// The row in its data set, counted from zero; nil for an instance that stands alone.
    public let index: Int?

    /// An instance with columns by name; `targets` may be empty.
    public init(
        inputNames: [String], inputs: [Double], targetNames: [String] = [], targets: [Double] = [], index: Int? = nil
    ) {
        precondition(inputNames.count == inputs.count, "an instance has one name for each input")
        precondition(targetNames.count == targets.count, "an instance has one name for each target")
        self.inputNames = inputNames
        self.inputs = inputs
        self.targetNames = targetNames
        self.targets = targets
        self.index = index
    }

    /// The value in the column `name`, or nil.
    public subscript(name: String) -> Double? {
        if let i = inputNames.firstIndex(of: name) { return inputs[i] }
        if let i = targetNames.firstIndex(of: name) { return targets[i] }
        return nil
    }
}

/// Instances in rows, with named columns of inputs and targets.
public struct DataSet: Sendable, Hashable {
    public let inputNames: [String]
    public let targetNames: [String]
    public let instances: [Instance]

    /// A data set of rows of equal length: inputs first, then targets.
    ///
    /// - Throws: `collision` when two columns have the same name, `inputCount` when a row is too short or too long.
    public init(inputNames: [String], targetNames: [String], rows: [[Double]]) throws(NetworkError) {
        let width = inputNames.count + targetNames.count
        var names = Vocabulary()
        for (i, name) in inputNames.enumerated() { try names.declare(name, as: .input(index: i), meaning: .input(i)) }
        for (i, name) in targetNames.enumerated() {
            try names.declare(name, as: .target(index: i), meaning: .target(i))
        }
        if let ragged = rows.first(where: { $0.count != width }) {
            throw .inputCount(found: ragged.count, expected: width)
        }
        self.inputNames = inputNames
        self.targetNames = targetNames
        self.instances = rows.enumerated().map { index, row in
            Instance(
                inputNames: inputNames, inputs: Array(row[..<inputNames.count]), targetNames: targetNames,
                targets: Array(row[inputNames.count...]), index: index)
        }
    }

    /// How many instances there are.
    public var count: Int { instances.count }
    /// The names of all columns, inputs first.
    public var columns: [String] { inputNames + targetNames }
    /// The instance in row `i`, counted from zero.
    public subscript(i: Int) -> Instance { instances[i] }
    /// The inputs, one row an instance.
    public var X: Tensor<Double> {
        matrix(rows: count, columns: inputNames.count, instances.flatMap { $0.inputs })
    }
    /// The targets, one row an instance.
    public var T: Tensor<Double> {
        matrix(rows: count, columns: targetNames.count, instances.flatMap { $0.targets })
    }
    /// The values of one column, or nil when there is no such column.
    public func column(_ name: String) -> [Double]? {
        guard columns.contains(name) else { return nil }
        return instances.compactMap { $0[name] }
    }
}
