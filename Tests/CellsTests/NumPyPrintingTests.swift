import Foundation
import Tensors
import Testing

/// Arrays of random types, shapes and magnitudes under random options, against NumPy's `repr` and `str`.
@Suite struct NumPyPrintingTests {
    @Test func arraysPrintAsInNumPy() throws {
        var random = Random(state: 41)
        let cases = (0..<40_000).map { _ in PrintedCase(&random) }
        guard let answers = try Python.answers(of: PrintedCase.program, to: cases.map { $0.question }, numpy: true)
        else { return }
        #expect(answers.count == cases.count)
        var differences = 0
        for (printed, answer) in zip(cases, answers) where printed.answer != answer {
            differences += 1
            if differences < 10 { Issue.record("\(printed.question)\n\(printed.answer)\n\(answer)") }
        }
        #expect(differences == 0)
    }
}

private struct PrintedCase {
    /// Answers with `repr`, a bar and `str`.
    static let program = """
        import sys, json, numpy as np
        for question in json.load(sys.stdin):
            kind, shape, bits, options = question.split("|")
            shape = tuple(int(size) for size in shape.split())
            bits = [int(word) for word in bits.split()]
            if kind == "float64": array = np.array(bits, np.uint64).view(np.float64)
            elif kind == "float32": array = np.array(bits, np.uint32).view(np.float32)
            elif kind == "int64": array = np.array(bits, np.int64)
            else: array = np.array(bits, bool)
            array = array.reshape(shape)
            with np.printoptions(**json.loads(options)):
                print((repr(array) + "|" + str(array)).replace("\\n", "/"))
        """

    let question: String
    let answer: String

    init(_ random: inout Random) {
        let shape = PrintedCase.shape(&random)
        let count = shape.reduce(1, *)
        let (options, words) = PrintedCase.options(&random)
        let bits: String
        let text: String
        let kind = ["float64", "float64", "float64", "float32", "float32", "int64", "bool"][random.below(7)]
        switch kind {
        case "float64":
            let numbers = PrintedCase.numbers(count, &random)
            bits = numbers.map { "\($0.bitPattern)" }.joined(separator: " ")
            text = PrintedCase.text(numbers, shape, options)
        case "float32":
            let numbers = PrintedCase.numbers(count, &random).map { Float($0) }
            bits = numbers.map { "\($0.bitPattern)" }.joined(separator: " ")
            text = PrintedCase.text(numbers, shape, options)
        case "int64":
            let size = random.below(63)
            let numbers = (0..<count).map { _ in
                let sign: Int64 = random.below(3) == 0 ? -1 : 1
                return (Int64(random.below(1 << 31)) << 31 | Int64(random.below(1 << 31))) >> Int64(size) * sign
            }
            bits = numbers.map { "\($0)" }.joined(separator: " ")
            text = PrintedCase.text(numbers, shape, options)
        default:
            let flags = (0..<count).map { _ in random.below(2) == 0 }
            bits = flags.map { $0 ? "1" : "0" }.joined(separator: " ")
            text = PrintedCase.text(flags, shape, options)
        }
        question = "\(kind)|\(shape.map { "\($0)" }.joined(separator: " "))|\(bits)|\(words)"
        answer = text
    }

    private static func text<Element: ArrayElement>(
        _ elements: [Element], _ shape: [Int], _ options: PrintOptions
    ) -> String {
        let tensor = Tensor(shape: Shape(shape), elements: elements)
        return (tensor.numpyRepr(options) + "|" + tensor.numpyText(options)).replacingOccurrences(of: "\n", with: "/")
    }

    /// From no axis to four; now and then one without elements, a long one, or one that is shortened.
    private static func shape(_ random: inout Random) -> [Int] {
        switch random.below(40) {
        case 0: return [random.below(60)]
        case 1: return [random.below(4), 0, random.below(3)]
        case 2: return random.below(20) == 0 ? [1001 + random.below(50)] : [12, 3]
        case 3: return random.below(20) == 0 ? [2, 1 + random.below(9), 200] : [2, 2, 2]
        default: return (0..<random.below(5)).map { _ in 1 + random.below(3) }
        }
    }

    private static func options(_ random: inout Random) -> (PrintOptions, String) {
        var options = PrintOptions()
        var words: [String] = []
        guard random.below(3) == 0 else { return (options, "{}") }
        if random.below(2) == 0 {
            options.precision = random.below(12)
            words.append("\"precision\": \(options.precision)")
        }
        if random.below(2) == 0 {
            options.suppressesExponents = true
            words.append("\"suppress\": true")
        }
        if random.below(3) == 0 {
            options.lineWidth = 20 + random.below(80)
            words.append("\"linewidth\": \(options.lineWidth)")
        }
        if random.below(3) == 0 {
            (options.threshold, options.edge) = (random.below(12), 1 + random.below(3))
            words.append("\"threshold\": \(options.threshold), \"edgeitems\": \(options.edge)")
        }
        let modes: [PrintOptions.Mode] = [.maxprec, .fixed, .unique, .maxprecEqual]
        options.mode = modes[random.below(4)]
        let signs: [PrintOptions.Sign] = [.minus, .minus, .plus, .space]
        options.sign = signs[random.below(4)]
        words.append("\"floatmode\": \"\(options.mode.rawValue)\", \"sign\": \"\(options.sign.rawValue)\"")
        return (options, "{\(words.joined(separator: ", "))}")
    }

    /// Floats of one magnitude or many, whole, short or with all their digits, special ones among them.
    private static func numbers(_ count: Int, _ random: inout Random) -> [Double] {
        let (kind, spread, shift) = (random.below(5), random.below(30), random.below(16) - 8)
        return (0..<count).map { _ in
            if random.below(25) == 0 {
                return [.nan, .infinity, -.infinity, 0, -0.0, .leastNonzeroMagnitude, 1e300][random.below(7)]
            }
            let sign = random.below(3) == 0 ? -1.0 : 1.0
            let fraction = Double(random.below(1 << 31)) / Double(1 << 31) + Double(random.below(1 << 31)) * 0x1p-62
            switch kind {
            case 0: return sign * fraction
            case 1: return sign * Double(random.below(1000))
            case 2: return sign * Double(random.below(100_000)) / 1000
            case 3:
                let power = Double(shift + random.below(spread + 1) - spread / 2)
                return sign * fraction * Double.pow(10, power)
            default:
                return Double(bitPattern: UInt64(random.below(1 << 31)) << 33 | UInt64(random.below(1 << 31)))
            }
        }
    }
}
