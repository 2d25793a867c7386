import Foundation
import Tensors
import Testing

/// An array and NumPy's texts for it, frozen by `Golden/arrays.py`.
private struct PrintedArray: Decodable {
    var type: String
    var shape: [Int]
    var elements, str, repr: String

    var ours: (str: String, repr: String)? {
        let texts = elements.split(separator: " ")
        switch type {
        case "float64": return written(texts.compactMap { UInt64($0).map(Double.init(bitPattern:)) })
        case "float32": return written(texts.compactMap { UInt32($0).map(Float.init(bitPattern:)) })
        case "int64": return written(texts.compactMap { Int64($0) })
        case "bool": return written(texts.map { $0 == "1" })
        default: return nil
        }
    }

    private func written<Element: ArrayElement>(_ elements: [Element]) -> (str: String, repr: String) {
        let tensor = Tensor(shape: Shape(shape), elements: elements)
        return (tensor.numpyText, tensor.numpyRepr)
    }
}

@Suite struct ArrayTextTests {
    @Test func arraysPrintAsInNumPy() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/arrays.json")
        let cases = try JSONDecoder().decode([PrintedArray].self, from: Data(contentsOf: file))
        #expect(cases.count > 300)
        for array in cases {
            let ours = try #require(array.ours)
            #expect(ours.str == array.str)
            #expect(ours.repr == array.repr)
        }
    }
}
