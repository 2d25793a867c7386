import Testing

@testable import Cells

@Suite struct TorchBoundsTests {
    /// Playing back and taking apart a graph need no stack.
    @Test func aLongGraphIsPlayedBackAndTakenApart() {
        let program = """
            import torch
            x = torch.tensor(1., requires_grad=True)
            y = x
            for k in range(100_000):
                y = y + 1
            y.backward()
            print(y.item(), x.grad)
            y = None
            z = x * 2
            for k in range(100_000):
                z = z * 1.
            z = None
            """
        let outcome = TorchBoundsTests.run(program, Limits(steps: 100_000_000, elements: 100_000_000, output: 1000))
        #expect(outcome.diagnostic == nil, "\(outcome.diagnostic?.message ?? "")")
        #expect(outcome.output == "100001.0 tensor(1.)\n")
    }

    /// A training loop gives back the memory of each round's graph: its nodes are gone once the loss is bound anew.
    @Test func aRoundsGraphGoesWithItsLoss() throws {
        let weight = TensorObject(.filled(.float(1), [2], .float32))
        weight.setRequiresGradient(true, number: 1)
        let interpreter = Interpreter(.expression)
        var product: TensorObject? = try interpreter.elementwise(.multiply, "MulBackward0", weight, weight)
        let node = try #require(product?.node)
        let isHeldByTensor = { () -> Bool in
            var node = node
            return !isKnownUniquelyReferenced(&node)
        }
        #expect(isHeldByTensor())
        product = nil
        #expect(weight.node?.operands.isEmpty == true)
    }

    @Test(arguments: [
        ("torch.zeros(2**62, 4, 0)", "cell.limit"), ("torch.zeros(2**40)", "cell.limit"),
        ("torch.ones(1).expand(2**40)", "cell.limit"), ("torch.arange(2**40)", "cell.limit"),
        ("torch.linspace(0, 1, 2**40)", "cell.limit"), ("torch.eye(10**9)", "cell.limit"),
        ("torch.ones(3)[2**62]", "cell.index"), ("torch.ones(1000, 1) + torch.ones(10**9)", "cell.limit"),
        ("torch.ones(2, 3).view(2**62, 4)", "cell.runtime"), ("torch.tensor([range(10**9)])", "cell.limit"),
        ("torch.rand(2)", "cell.not-implemented"), ("torch.manual_seed(0)", "cell.not-implemented"),
    ])
    func whatIsTooLargeOrNotHereIsADiagnostic(_ text: String, _ code: String) {
        #expect(outcome(text).code == code, "\(text): \(outcome(text))")
    }

    @Test(arguments: ["torch.ones(6)[::2**62]", "torch.ones(2, 3)[1:, ::2**62]"])
    func aStepBeyondMemoryLeadsNowhere(_ text: String) {
        guard case .value = outcome(text) else {
            Issue.record("\(text): \(outcome(text))")
            return
        }
    }

    /// PyTorch's expressions, cut and mixed, end in a value or a diagnostic.
    @Test func mutatedExpressionsNeverCrash() throws {
        var random = Random(state: 7)
        let (names, sources) = try TorchTests.sources()
        let letters = Array("()[].,:'*-+0123abixAvn ".utf8)
        for _ in 0..<3_000 {
            var bytes = Array(sources[random.below(sources.count)].utf8)
            for _ in 0..<(1 + random.below(4)) {
                let place = random.below(bytes.count + 1)
                switch random.below(3) {
                case 0 where place < bytes.count: bytes.remove(at: place)
                case 1: bytes.insert(letters[random.below(letters.count)], at: place)
                default:
                    let other = Array(sources[random.below(sources.count)].utf8)
                    let start = random.below(other.count)
                    bytes.insert(contentsOf: other[start..<(start + random.below(other.count - start + 1))], at: place)
                }
            }
            let used = names.filter { name in bytes.contains(Array(name.0.utf8)[0]) }
            _ = TorchOutcome(String(decoding: bytes, as: UTF8.self), used)
        }
    }

    private static func run(_ program: String, _ limits: Limits) -> CellOutcome {
        guard let cell = parseCell(excerpt(program)).0 else {
            return CellOutcome(output: "unreadable", diagnostic: nil, exception: nil, isComplete: false)
        }
        return Cells.run(cell, in: Scope(), limits: limits)
    }
}
