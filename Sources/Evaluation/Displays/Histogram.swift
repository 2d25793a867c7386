import Figures
import Tensors

/// How many of some numbers lie in each of neighbouring intervals.
///
/// Each interval holds its left end; the last holds its right end too. Numbers outside all of them are not counted.
struct Histogram {
    /// More bins than this are not told apart.
    static let limit = 400

    let bins: [Plot.Bin]

    /// Over intervals with the given ends, in rising order.
    init(_ numbers: [Double], edges: [Double]) {
        var counts = [Int](repeating: 0, count: edges.count - 1)
        for number in numbers where number >= edges[0] && number <= edges[edges.count - 1] {
            var (low, high) = (0, counts.count)
            while high - low > 1 {
                let middle = (low + high) / 2
                if edges[middle] <= number { low = middle } else { high = middle }
            }
            counts[low] += 1
        }
        bins = counts.indices.map { Plot.Bin(from: edges[$0], to: edges[$0 + 1], count: counts[$0]) }
    }

    /// Over `count` intervals of equal length from the least number to the greatest, or one unit about a single number.
    init(_ numbers: [Double], count: Int) {
        let (low, high) = Self.reach(numbers)
        let step = (high - low) / Double(count)
        let edges = (0...count).map { $0 == count ? high : Double($0) * step + low }
        self.init(numbers, edges: edges)
    }

    /// Over as many intervals as NumPy's rule `auto` gives.
    ///
    /// An interval is as long as the lesser of Sturges' length `reach / (log₂ n + 1)` and that of Freedman and Diaconis,
    /// `2·IQR / ∛n`, the latter no less than half of `reach / √n`; of whole numbers, no less than 1.
    /// - Source: `numpy.histogram_bin_edges`, NumPy 2.4. Checked by: HistogramTests.
    init(_ numbers: [Double]) {
        let (low, high) = Self.reach(numbers)
        let count = Double(numbers.count)
        let spread = (numbers.max() ?? 0) - (numbers.min() ?? 0)
        let sturges = spread / (Double.log2(count) + 1)
        let sorted = numbers.sorted()
        let middle = Self.quantile(0.75, sorted) - Self.quantile(0.25, sorted)
        let freedman = max(2 * middle * Double.pow(count, -1.0 / 3), spread / count.squareRoot() / 2)
        var width = min(freedman, sturges)
        if width > 0, width < 1, numbers.allSatisfy({ $0.rounded() == $0 }) { width = 1 }
        let wanted = width > 0 ? ((high - low) / width).rounded(.up) : 1
        self.init(numbers, count: max(1, min(Self.limit, Int(wanted))))
    }

    private static func reach(_ numbers: [Double]) -> (Double, Double) {
        guard let low = numbers.min(), let high = numbers.max() else { return (0, 1) }
        // A reach that the numbers' own rounding swallows is none.
        let half = max(0.5, low.magnitude * 1e-12)
        return high - low > low.magnitude * 1e-13 ? (low, high) : (low - half, high + half)
    }

    /// By linear interpolation between the sorted numbers.
    private static func quantile(_ part: Double, _ sorted: [Double]) -> Double {
        let place = part * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
}
