import Figures
import Tensors
import Networks

/// The instances of a data set as points of their first two inputs, a series for each class.
struct DataClasses {
    let inputNames: [String]
    /// How many inputs the data have.
    let inputCount: Int
    let names: [Label]
    private(set) var points: [[Point]]
    /// Between the two values of a single target, where one class ends and the other begins.
    let threshold: Double?
    /// How many targets the data have.
    let targetCount: Int

    /// More values of a single target are not classes.
    static let limit = 12

    /// nil when the data have fewer than two inputs, or a single target of more than `limit` values.
    init?(_ data: DataSet, marks: NumberMarks) {
        guard data.inputNames.count >= 2 else { return nil }
        inputNames = Array(data.inputNames[..<2])
        inputCount = data.inputNames.count
        targetCount = data.targetNames.count
        var values: [Double] = []
        if targetCount == 1 {
            values = Set(data.instances.map { $0.targets[0] }).sorted()
            guard values.count <= Self.limit else { return nil }
            let letter = Label(Letter(name: data.targetNames[0]))
            names = values.map {
                Label(letter.spans + [Label.Span(" = " + NumberStyle(digits: 6, marks: marks).text($0))])
            }
        } else {
            names = data.targetNames.map { Label(Letter(name: $0)) }
        }
        threshold = values.count == 2 ? values[0] / 2 + values[1] / 2 : nil
        points = Array(repeating: [], count: max(1, names.count))
        for instance in data.instances {
            let index: Int
            if targetCount == 1 {
                index = values.firstIndex(of: instance.targets[0]) ?? 0
            } else {
                // The first of equals, as `argmax` has it.
                index = instance.targets.indices.max { instance.targets[$0] < instance.targets[$1] } ?? 0
            }
            points[index].append(Point(instance.inputs[0], instance.inputs[1]))
        }
    }

    var count: Int { points.reduce(0) { $0 + $1.count } }

    var series: [Plot.Series] {
        points.enumerated().map { index, points in
            Plot.Series(label: index < names.count ? names[index] : nil, shape: .points(points))
        }
    }

    /// The least and the greatest coordinates, and a margin around them.
    func reach(_ part: (Point) -> Double) -> ClosedRange<Double> {
        let numbers = points.joined().map(part)
        guard let low = numbers.min(), let high = numbers.max() else { return -1...1 }
        let margin = high > low ? 0.15 * (high - low) : max(1, low.magnitude / 2)
        return (low - margin)...(high + margin)
    }

    /// How many there are of each class, and how many of them lie in the region of their class.
    func words(within regions: Regions?) -> String {
        guard !names.isEmpty else { return "\(count) instances as points." }
        let classes = zip(points, names).map { "\($0.count) of class \($1.text)" }.joined(separator: ", ")
        let instances = count == 1 ? "1 instance as a point" : "\(count) instances as points"
        guard let regions else { return "\(instances): \(classes)." }
        let right = points.enumerated().reduce(0) { sum, entry in
            sum + entry.element.reduce(0) { $0 + (regions.leader(near: $1) == entry.offset ? 1 : 0) }
        }
        return "\(instances): \(classes). \(right) of \(count) lie in the region of their class."
    }
}
