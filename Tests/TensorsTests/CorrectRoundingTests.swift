import Foundation
import Tensors
import Testing

/// Arguments whose results lie next to the middle of two doubles, frozen by `Golden/hardest.py`.
@Suite struct CorrectRoundingTests {
    private static func cases() throws -> [String: [[String]]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/hardest.json")
        return try JSONDecoder().decode([String: [[String]]].self, from: Data(contentsOf: file))
    }

    @Test func hardCasesOfExpAreRoundedCorrectly() throws {
        try check("exp", Double.exp)
    }

    @Test func hardCasesOfLogAreRoundedCorrectly() throws {
        try check("log", Double.log)
    }

    private func check(_ name: String, _ function: (Double) -> Double) throws {
        let pairs = try #require(try Self.cases()[name])
        #expect(pairs.count == 30)
        for pair in pairs {
            let numbers = try pair.map { try #require(Double($0)) }
            #expect(function(numbers[0]) == numbers[1], "\(name)(\(numbers[0]))")
        }
    }
}
