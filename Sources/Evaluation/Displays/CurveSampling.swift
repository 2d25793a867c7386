import Figures
import Tensors

/// The points at which a function is drawn: many where it bends, few where it is straight.
///
/// An interval is divided until its middle lies on the chord, as far as a picture can tell. Where the function jumps, a
/// point without a height interrupts the line.
struct CurveSampling {
    /// Intervals to begin with.
    static let count = 200
    /// Parts of each that are looked at, so that a narrow peak is not passed over.
    private static let probes = 8
    private static let deepest = 8
    private static let halvings = 44
    /// The share of the axis below which a bend cannot be seen.
    private static let tolerance = 0.001

    let from: Double
    let to: Double
    var isLogX = false
    var isLogY = false
    /// What the vertical axis shows, if the author says so.
    var shown: ClosedRange<Double>?
    /// How often the function may still be computed.
    private var budget = 20_000
    private var step = 0.0
    private(set) var points: [Point] = []
    /// Where the function grows beyond all bounds.
    private(set) var pole: Double?

    init(from: Double, to: Double, isLogX: Bool = false, isLogY: Bool = false, shown: ClosedRange<Double>? = nil) {
        self.from = from
        self.to = to
        self.isLogX = isLogX && from > 0
        self.isLogY = isLogY
        self.shown = shown
    }

    private struct Node {
        var part: Double
        var point: Point
    }

    /// The place a part of the way along the axis.
    func place(_ part: Double) -> Double {
        if part == 0 { return from }
        if part == 1 { return to }
        return isLogX ? from * Double.exp(Double.log(to / from) * part) : from + (to - from) * part
    }

    /// - Parameter heights: of the function at the ends of the first intervals.
    /// - Parameter height: of the function anywhere between; nil where it has none.
    mutating func refine(_ heights: [Double], height: (Double) -> Double?) {
        let nodes = heights.enumerated().map { index, y in
            let part = Double(index) / Double(Self.count)
            return Node(part: part, point: Point(place(part), y))
        }
        let inner = zip(nodes, nodes.dropFirst()).map { between($0, $1, height) }
        setStep(nodes + inner.joined().compactMap { $0 })
        points = [nodes[0].point]
        for (index, probes) in inner.enumerated() {
            let (start, end) = (nodes[index], nodes[index + 1])
            if probes.allSatisfy({ $0.map { isOnChord($0, start, end) } ?? false }) || isOutside(start, end) {
                points.append(end.point)
                continue
            }
            var last: Node? = start
            for probe in probes + [end] {
                follow(from: last, to: probe, height)
                last = probe
            }
        }
    }

    private mutating func between(_ start: Node, _ end: Node, _ height: (Double) -> Double?) -> [Node?] {
        (1..<Self.probes).map { index in
            let part = start.part + (end.part - start.part) * Double(index) / Double(Self.probes)
            return node(part, height)
        }
    }

    private mutating func node(_ part: Double, _ height: (Double) -> Double?) -> Node? {
        budget -= 1
        let x = place(part)
        return height(x).map { Node(part: part, point: Point(x, $0)) }
    }

    private func measured(_ y: Double) -> Double { isLogY && y > 0 ? Double.log(y) : y }

    private mutating func setStep(_ nodes: [Node]) {
        var reach = shown ?? 0...0
        if shown == nil, let low = nodes.map({ $0.point.y }).min(), let high = nodes.map({ $0.point.y }).max() {
            reach = low...high
        }
        let (low, high) = (measured(reach.lowerBound), measured(reach.upperBound))
        // What the numbers' own rounding does is no bend.
        step = max(Self.tolerance * (high - low), 1e-12 * max(low.magnitude, high.magnitude))
    }

    private func isOnChord(_ node: Node, _ start: Node, _ end: Node) -> Bool {
        let part = (node.part - start.part) / (end.part - start.part)
        let (a, b) = (measured(start.point.y), measured(end.point.y))
        return (measured(node.point.y) - (a + (b - a) * part)).magnitude <= step
    }

    /// Whether both lie above what is shown, or both below.
    private func isOutside(_ start: Node, _ end: Node) -> Bool {
        guard let shown else { return false }
        return min(start.point.y, end.point.y) > shown.upperBound || max(start.point.y, end.point.y) < shown.lowerBound
    }

    /// A place as exactly as one speaks of it on this axis.
    private func told(_ x: Double) -> Double {
        let unit = to / 1e6 - from / 1e6
        return (x / unit).rounded() * unit + 0
    }

    // MARK: Division

    /// Adds the points behind `start` up to `end`; either may have no height.
    private mutating func follow(from start: Node?, to end: Node?, _ height: (Double) -> Double?) {
        switch (start, end) {
        case (let start?, let end?): divide(start, end, depth: 0, height)
        case (_, let end?): points.append(end.point)
        case (let start?, nil): points.append(Point(start.point.x, .nan))
        case (nil, nil): break
        }
    }

    private mutating func divide(_ start: Node, _ end: Node, depth: Int, _ height: (Double) -> Double?) {
        guard !isOutside(start, end) else { return points.append(end.point) }
        guard depth < Self.deepest, budget > 0 else { return close(start, end, height) }
        guard let middle = node((start.part + end.part) / 2, height) else {
            points.append(Point((start.point.x + end.point.x) / 2, .nan))
            return points.append(end.point)
        }
        if isOnChord(middle, start, end) { return points.append(end.point) }
        divide(start, middle, depth: depth + 1, height)
        divide(middle, end, depth: depth + 1, height)
    }

    /// Ends a division: with a gap where the heights stay apart however near the places.
    private mutating func close(_ start: Node, _ end: Node, _ height: (Double) -> Double?) {
        var (left, right) = (start, end)
        let first = (measured(right.point.y) - measured(left.point.y)).magnitude
        guard budget > 0, first > 10 * step else { return points.append(end.point) }
        for _ in 0..<Self.halvings {
            guard let middle = node((left.part + right.part) / 2, height), middle.point.x > left.point.x,
                middle.point.x < right.point.x
            else { break }
            let isLeft =
                (measured(middle.point.y) - measured(left.point.y)).magnitude
                >= (measured(right.point.y) - measured(middle.point.y)).magnitude
            if isLeft { right = middle } else { left = middle }
        }
        let jump = (measured(right.point.y) - measured(left.point.y)).magnitude
        if jump > 100 * first, pole == nil { pole = told(left.point.x) }
        if jump > 100 * first {
            points.append(Point(left.point.x, .nan))
        } else if jump > first / 2 {
            points += [left.point, Point(left.point.x, .nan), right.point]
        }
        points.append(end.point)
    }
}
