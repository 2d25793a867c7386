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

/// Boxes to be placed in ranks, and lines that lead from rank to rank.
public struct GraphPlan: Sendable, Equatable {
    /// Where the lines lead.
    public enum Direction: String, Sendable, CaseIterable { case down, right }

    public struct Box: Sendable, Equatable {
        public var width: Double
        public var height: Double
        /// Whether the lines that arrive keep the order of the plan, from left to right or from top to bottom.
        public var keepsOrder: Bool
        /// Whether lines pass through the middle of the two sides, as through a label that stands on them.
        public var isThreaded: Bool

        public init(width: Double, height: Double, keepsOrder: Bool = false, isThreaded: Bool = false) {
            self.width = width
            self.height = height
            self.keepsOrder = keepsOrder
            self.isThreaded = isThreaded
        }
    }

    public struct Line: Sendable, Equatable {
        /// Places of boxes in the plan.
        public var from: Int
        public var to: Int
        /// How many ranks lie between the two at least.
        public var ranks: Int

        public init(from: Int, to: Int, ranks: Int = 1) {
            self.from = from
            self.to = to
            self.ranks = ranks
        }
    }

    public var direction: Direction
    public var boxes: [Box]
    public var lines: [Line]
    /// Least distance between neighbours of one rank.
    public var gap: Double
    /// Least distance between ranks.
    public var rankGap: Double

    public init(direction: Direction, boxes: [Box], lines: [Line], gap: Double, rankGap: Double) {
        self.direction = direction
        self.boxes = boxes
        self.lines = lines
        self.gap = gap
        self.rankGap = rankGap
    }
}

/// Where the boxes of a plan stand, and the curves of its lines from the edge of one box to the edge of another.
public struct GraphPlacement: Sendable, Equatable {
    public var centres: [Point]
    public var lines: [Path]

    public init(centres: [Point], lines: [Path]) {
        self.centres = centres
        self.lines = lines
    }
}
