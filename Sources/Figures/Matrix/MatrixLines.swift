/// The rows or columns of an axis that a layout has room for.
struct MatrixLines {
    enum Slot: Equatable {
        /// A line by its place in the axis's `shown`, and its number.
        case line(place: Int, number: Int)
        /// Some lines are left out.
        case gap
    }

    var slots: [Slot] = []
    var names: [Label]

    init(_ axis: MatrixFigure.Axis, limit: Int, keeping kept: [Int]) {
        names = axis.names
        let wanted = MatrixFigure.shown(of: axis.count, limit: limit, keeping: kept)
        var last = -1
        for (place, number) in axis.shown.enumerated() where wanted.contains(number) {
            if number > last + 1 { slots.append(.gap) }
            slots.append(.line(place: place, number: number))
            last = number
        }
    }

    /// Where the line of a number stands among the slots.
    func slot(of number: Int) -> Int? {
        slots.firstIndex { if case .line(_, number) = $0 { true } else { false } }
    }
}
