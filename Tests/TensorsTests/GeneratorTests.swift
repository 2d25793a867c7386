import Foundation
import Tensors
import Testing

/// NumPy's streams, frozen by `Golden/generator.py`.
struct Stream: Decodable, Sendable, CustomTestStringConvertible {
    var seed: UInt64
    var raw: [String]
    var random, uniform, normal, standard_normal, standard_normal_late, standard_normal_extremes: [Double]
    var integers_10, integers_big, integers_range, permutation_9: [Int]
    var shuffle, mixed: [Double]

    var testDescription: String { "seed \(seed)" }
    var fresh: Generator { Generator(seed: seed) }

    static func all() throws -> [Stream] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/generator.json")
        return try JSONDecoder().decode([Stream].self, from: Data(contentsOf: file))
    }
}

@Suite struct GeneratorTests {
    @Test(arguments: try Stream.all()) func wordsAreNumPys(stream: Stream) {
        var generator = stream.fresh
        #expect(stream.raw.map { _ in "\(generator.next())" } == stream.raw)
    }

    @Test(arguments: try Stream.all()) func uniformNumbersAreNumPys(stream: Stream) {
        var generator = stream.fresh
        #expect(stream.random.map { _ in generator.random() } == stream.random)
        generator = stream.fresh
        #expect(stream.uniform.map { _ in generator.uniform(-0.5, 2.25) } == stream.uniform)
    }

    @Test(arguments: try Stream.all()) func normalNumbersAreNumPysThroughWedgesAndTail(stream: Stream) {
        var generator = stream.fresh
        #expect(stream.normal.map { _ in generator.normal(mean: 1.5, scale: 0.25) } == stream.normal)
        generator = stream.fresh
        let numbers = (0..<20000).map { _ in generator.standardNormal() }
        #expect(Array(numbers.prefix(8)) == stream.standard_normal)
        #expect(Array(numbers.suffix(8)) == stream.standard_normal_late)
        #expect([numbers.min(), numbers.max()] == stream.standard_normal_extremes)
    }

    @Test(arguments: try Stream.all()) func wholeNumbersAreNumPys(stream: Stream) {
        var generator = stream.fresh
        #expect(stream.integers_10.map { _ in generator.integer(below: 10) } == stream.integers_10)
        generator = stream.fresh
        #expect(stream.integers_big.map { _ in generator.integer(below: 3 << 60) } == stream.integers_big)
        generator = stream.fresh
        #expect(stream.integers_range.map { _ in generator.integer(from: -5, below: 6) } == stream.integers_range)
    }

    @Test(arguments: try Stream.all()) func ordersAreNumPys(stream: Stream) {
        var generator = stream.fresh
        #expect(generator.permutation(9) == stream.permutation_9)
        var numbers = [3.0, 1, 4, 1.5, 9, 2]
        generator = stream.fresh
        generator.shuffle(&numbers)
        #expect(numbers == stream.shuffle)
    }

    @Test(arguments: try Stream.all()) func halfWordsAreKeptBetweenKindsOfNumbers(stream: Stream) {
        var generator = stream.fresh
        let mixed = [
            Double(generator.integer(below: 10)), generator.random(), Double(generator.integer(below: 7)),
            Double(generator.integer(below: 1 << 40)), generator.standardNormal(),
        ]
        #expect(mixed == stream.mixed)
    }
}
