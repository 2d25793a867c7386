/// The last rung of the ladder: the heaviest weights, as many as find a place on their lines.
extension NetworkLayout {
    /// Labels in a gap beyond this are a thicket.
    private static let mostInGap = 12
    /// Where on its line a label may stand, best first.
    private static let parts = [0.5, 0.4, 0.6, 0.3, 0.7, 0.45, 0.55, 0.35, 0.65, 0.25, 0.75]

    /// Chooses which edges get a label and leaves their blocks, so that layers are set apart for them.
    mutating func prepareLargest(_ edges: [Int]) {
        labelling = .largest(0, of: edges.count)
        edgeSize = max(7, min(8, style.edgeSize))
        labels = Array(repeating: nil, count: diagram.edges.count)
        for edge in ranked(edges).prefix(Self.mostInGap * gaps.count) {
            labels[edge] = EdgePlace(block: block(for: edge, size: edgeSize, stacked: true), part: 0.5)
        }
    }

    /// What stands out alone, or all; heaviest first.
    private func ranked(_ edges: [Int]) -> [Int] {
        let candidates = fading.isFocused ? edges.filter { !fading.edges[$0] } : edges
        func weight(_ edge: Int) -> Double {
            let weight = diagram.edges[edge].weight ?? 0
            return weight.isNaN ? 0 : weight.magnitude
        }
        return candidates.sorted { (weight($1), $0) < (weight($0), $1) }
    }

    /// Sets the labels one by one on free places of their lines; the first that finds none ends it, so that what is
    /// labelled are the heaviest.
    mutating func labelLargest() {
        let prepared = labels
        labels = Array(repeating: nil, count: diagram.edges.count)
        var taken = gaps.map { gap in
            [gap, gap + 1].flatMap { layer in
                notes[layer].indices.map { unit in
                    let centre = centre(layer: layer, unit: unit)
                    let box = notes[layer][unit].bounds
                    return Rectangle(x: box.x + centre.x, y: box.y + centre.y, width: box.width, height: box.height)
                }
            }
        }
        let candidates = diagram.edges.indices.filter { prepared[$0] != nil }
        var count = 0
        for edge in ranked(candidates) {
            guard let block = prepared[edge]?.block else { continue }
            let gap = diagram.edges[edge].layer
            guard let (part, box) = freePlace(for: block, on: edge, among: taken[gap]) else { break }
            labels[edge] = EdgePlace(block: block, part: part)
            taken[gap].append(box)
            count += 1
        }
        if case .largest(_, let all) = labelling { labelling = .largest(count, of: all) }
    }

    private func freePlace(for block: TextBlock, on edge: Int, among taken: [Rectangle]) -> (Double, Rectangle)? {
        for part in Self.parts {
            let centre = labelCentre(edge, part: part)
            let box = Rectangle(
                x: centre.x - block.width / 2, y: centre.y - block.height / 2, width: block.width,
                height: block.height
            ).grown(by: 2.5)
            if !taken.contains(where: { $0.overlaps(box) }) { return (part, box) }
        }
        return nil
    }

    func labelCentre(_ index: Int, part: Double) -> Point {
        let edge = diagram.edges[index]
        let start = centre(layer: edge.layer, unit: edge.source)
        let end = centre(layer: edge.layer + 1, unit: edge.target)
        return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
    }
}
