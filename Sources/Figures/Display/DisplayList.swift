/// A figure as a list of things to draw, in drawing order.
///
/// Lengths are points, x to the right, y down. Colours are tokens (`Paint`), so light, dark, print and a browser share
/// one list. Pure data: what draws it (`Canvas`) decides nothing about the layout.
public struct DisplayList: Sendable, Equatable {
    public var width: Double
    public var height: Double
    public var items: [Item]

    public enum Item: Sendable, Equatable {
        case text(TextItem)
        case stroke(StrokeItem)
        case fill(FillItem)
    }

    public init(width: Double, height: Double, items: [Item] = []) {
        self.width = width
        self.height = height
        self.items = items
    }
}

extension DisplayList {
    /// The labels, in drawing order.
    public var texts: [TextItem] {
        items.compactMap { if case .text(let item) = $0 { item } else { nil } }
    }
}

/// One label: all its runs, their common box and what it labels.
public struct TextItem: Sendable, Equatable {
    /// What the label says of what, as `weight w21` or `value h1`.
    public var role: String
    /// The label as plain text.
    public var text: String
    /// The upright rectangle around the label.
    public var box: Rectangle
    public var runs: [TextRun]
    public var paint: Paint
    /// A band of the ground's colour behind the letters, where the label lies on a line.
    public var halo: Halo?

    public init(
        role: String, text: String, box: Rectangle, runs: [TextRun], paint: Paint = .ink, halo: Halo? = nil
    ) {
        self.role = role
        self.text = text
        self.box = box
        self.runs = runs
        self.paint = paint
        self.halo = halo
    }
}

/// Letters of one face and size on one baseline.
public struct TextRun: Sendable, Equatable {
    public var text: String
    public var face: Face
    public var size: Double
    /// Left end of the run.
    public var x: Double
    public var baseline: Double

    public init(text: String, face: Face, size: Double, x: Double, baseline: Double) {
        self.text = text
        self.face = face
        self.size = size
        self.x = x
        self.baseline = baseline
    }
}

/// A line drawn around the letters before the letters themselves.
public struct Halo: Sendable, Equatable {
    public var paint: Paint
    public var width: Double

    public init(paint: Paint = .ground, width: Double = 6) {
        self.paint = paint
        self.width = width
    }
}

/// A line along a path.
public struct StrokeItem: Sendable, Equatable {
    public var role: String
    public var path: Path
    public var width: Double
    /// Lengths of dashes and gaps in turn; empty for a solid line.
    public var dash: [Double]
    public var cap: LineCap
    public var paint: Paint

    public init(
        role: String, path: Path, width: Double, dash: [Double] = [], cap: LineCap = .butt, paint: Paint
    ) {
        self.role = role
        self.path = path
        self.width = width
        self.dash = dash
        self.cap = cap
        self.paint = paint
    }
}

public enum LineCap: String, Sendable { case butt, round }

/// The inside of a path.
public struct FillItem: Sendable, Equatable {
    public var role: String
    public var path: Path
    public var paint: Paint

    public init(role: String, path: Path, paint: Paint) {
        self.role = role
        self.path = path
        self.paint = paint
    }
}
