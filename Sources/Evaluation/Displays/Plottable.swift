/// Which numbers have a place on an axis.
enum Plottable {
    /// What is nearer to zero counts as zero; axes are not shorter than this, and no number is greater than its inverse.
    static let least = 1e-100

    /// The number with its place on an axis; nil when it is too large or not finite.
    static func number(_ number: Double) -> Double? {
        let size = abs(number)
        if size < least { return 0 }
        return size <= 1 / least ? number : nil
    }

    /// The numbers with their places on an axis, or the first that has none.
    ///
    /// Numbers that are all next to nothing have none: a flat line at zero would not show them.
    static func numbers(_ numbers: [Double]) -> Result<[Double], Outside> {
        var placed: [Double] = []
        for (index, number) in numbers.enumerated() {
            guard let place = self.number(number) else { return .failure(Outside(index: index)) }
            placed.append(place)
        }
        if placed.allSatisfy({ $0 == 0 }), let index = numbers.firstIndex(where: { $0 != 0 }) {
            return .failure(Outside(index: index))
        }
        return .success(placed)
    }

    /// The place in a list of a number that cannot be plotted.
    struct Outside: Error {
        var index: Int
    }
}
