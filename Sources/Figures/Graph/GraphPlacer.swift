/// What can place the boxes of a graph and lead its lines around them.
///
/// A class, so that Embedded Swift can pass it as `any GraphPlacer`; the shell's conformer asks Graphviz, tests have one of
/// their own.
public protocol GraphPlacer: AnyObject {
    /// - Throws: what kept the placer from its work, such as a part of a library that is not installed.
    func placement(of plan: GraphPlan) throws(GraphPlacingError) -> GraphPlacement
}

public struct GraphPlacingError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

public struct GraphSize: Sendable, Hashable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}

/// Boxes to be placed in ranks, and lines that lead from rank to rank.
public struct GraphPlan: Sendable, Equatable {
    /// Where the lines lead.
    public enum Direction: String, Sendable, CaseIterable { case down, right }

    public struct Box: Sendable, Equatable {
        public var size: GraphSize
        /// Whether the lines that arrive keep the order of the plan, from left to right or from top to bottom.
        public var keepsOrder: Bool

        public init(_ size: GraphSize, keepsOrder: Bool = false) {
            self.size = size
            self.keepsOrder = keepsOrder
        }
    }

    public struct Line: Sendable, Equatable {
        /// Places of boxes in the plan.
        public var from: Int
        public var to: Int
        /// Of the label that interrupts the line.
        public var label: GraphSize?

        public init(from: Int, to: Int, label: GraphSize? = nil) {
            self.from = from
            self.to = to
            self.label = label
        }
    }

    public var direction: Direction
    public var boxes: [Box]
    public var lines: [Line]
    /// Least distance between neighbours of one rank.
    public var gap: Double
    /// Least distance between ranks, those of labels included.
    public var rankGap: Double

    public init(direction: Direction, boxes: [Box], lines: [Line], gap: Double, rankGap: Double) {
        self.direction = direction
        self.boxes = boxes
        self.lines = lines
        self.gap = gap
        self.rankGap = rankGap
    }

    public var hasLabels: Bool { lines.contains { $0.label != nil } }
}

/// Where the boxes of a plan stand, and the curves of its lines.
public struct GraphPlacement: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        /// From the edge of one box to the edge of another; in two parts where a label stands between them.
        public var parts: [Path]
        public var label: Point?

        public init(parts: [Path], label: Point? = nil) {
            self.parts = parts
            self.label = label
        }
    }

    public var centres: [Point]
    public var lines: [Line]

    public init(centres: [Point], lines: [Line]) {
        self.centres = centres
        self.lines = lines
    }
}
