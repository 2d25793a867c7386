/// How the edges of a diagram are labelled: as fully as a page has room for.
enum EdgeLabelling: Equatable {
    /// Each with its texts.
    case all
    /// Each with a number, which a key under the diagram explains.
    case keyed
    /// Only the heaviest, or those that stand out: how many, and of how many.
    case largest(Int, of: Int)
}

/// A label and the point of its edge that it stands on.
struct EdgePlace {
    var block: TextBlock
    /// From the source, 0 to 1.
    var part: Double
}

extension NetworkLayout {
    /// A key with more entries than this is no help.
    private static let longestKey = 72
    /// Where something stands out, a gap with more labels than this has those of what stands out alone.
    private static let mostBesideFocus = 20

    /// The ladder: all texts; smaller; in two lines; numbers with a key; only the heaviest.
    ///
    /// Raises the pitch to what the labels need.
    mutating func label() {
        let edges = diagram.edges.indices.filter {
            diagram.edges[$0].hasLabel || diagram.edges[$0].wish != nil && !fading.edges[$0]
        }
        labels = Array(repeating: nil, count: diagram.edges.count)
        if edges.isEmpty { return }
        // Among many faded labels the few that matter would be lost.
        if fading.isFocused, edges.contains(where: { !fading.edges[$0] }),
            gaps.contains(where: { gap in edges.count { diagram.edges[$0].layer == gap } > Self.mostBesideFocus })
        {
            prepareLargest(edges)
            return
        }
        for attempt in attempts() where mayFit(attempt.size) {
            set(edges) { $0.block(for: $1, size: attempt.size, stacked: attempt.isStacked) }
            if attempt.isWidthFree || gaps.allSatisfy({ distance(across: $0) <= style.widestGap }), fits() {
                edgeSize = attempt.size
                return
            }
        }
        if edges.count <= Self.longestKey, mayFit(7) {
            for size in [8.0, 7] where size <= style.edgeSize {
                set(edges) { layout, edge in layout.number(of: edge, size: size) }
                if fits() {
                    labelling = .keyed
                    edgeSize = size
                    return
                }
            }
        }
        prepareLargest(edges)
    }

    private struct Attempt {
        var size: Double
        var isStacked: Bool
        /// Whether layers may stand as far apart as labels need.
        var isWidthFree: Bool
    }

    private func attempts() -> [Attempt] {
        let changes = diagram.edges.contains { $0.after != nil && $0.value != nil }
        var attempts: [Attempt] = []
        for size in [style.edgeSize, 8, 7] where size <= attempts.last?.size ?? style.edgeSize {
            attempts.append(Attempt(size: size, isStacked: false, isWidthFree: !changes || isDown))
            if changes { attempts.append(Attempt(size: size, isStacked: true, isWidthFree: true)) }
        }
        return attempts
    }

    private mutating func set(_ edges: [Int], _ block: (NetworkLayout, Int) -> TextBlock) {
        for edge in edges {
            labels[edge] = EdgePlace(block: block(self, edge), part: labelPart(diagram.edges[edge].layer))
        }
    }

    func block(for edge: Int, size: Double, stacked: Bool) -> TextBlock {
        EdgeLabel(style: style, measurer: measurer, size: size)
            .block(for: diagram.edges[edge], faded: fading.edges[edge], stacked: stacked)
    }

    private func number(of edge: Int, size: Double) -> TextBlock {
        EdgeLabel(style: style, measurer: measurer, size: size)
            .number(edge + 1, of: diagram.edges[edge], faded: fading.edges[edge])
    }

    // MARK: Room

    private var mostSlots: Int { diagram.layers.reduce(1) { max($0, $1.slotCount) } }

    /// The pitch with which the diagram fills a page across.
    private var widestPitch: Double {
        mostSlots == 1
            ? .infinity : max(pitch, (style.room(diagram.direction) - unitExtent) / Double(mostSlots - 1))
    }

    /// Whether one-line labels of a size could fit at all, told without measuring any.
    private func mayFit(_ size: Double) -> Bool {
        let most = gaps.reduce(0) { max($0, crossing($1)) }
        return most < 2 || Double(most + 1) * (isDown ? size * 0.55 + 8 : size * 0.7 + 3) <= widestPitch
    }

    /// Whether the labels fit on a page; raises the pitch to what they need if they do.
    private mutating func fits() -> Bool {
        var needed = pitch
        for gap in gaps {
            let blocks = labels(in: gap)
            guard blocks.count > 1 else { continue }
            let across = blocks.reduce(0) { max($0, extent($1).across) }
            needed = max(needed, Double(crossing(gap) + 1) * (across + spacing(blocks)))
        }
        if needed > widestPitch { return false }
        pitch = needed
        return true
    }

    /// Lines that belong together stand closer than those that do not.
    private func spacing(_ blocks: [TextBlock]) -> Double {
        if isDown { return 10 }
        let isSmall = (blocks.first?.lines.first?.text.runs.first?.size ?? 9) < 9
        if blocks.contains(where: { $0.lines.count > 1 }) { return isSmall ? 7 : style.blockSpacing }
        return isSmall ? 3.2 : style.textSpacing
    }
}

extension NetworkDiagram.Edge {
    /// Whether anything but an arrow is written on the edge.
    fileprivate var hasLabel: Bool { name != nil || value != nil || change != nil || gradient != nil }
}
