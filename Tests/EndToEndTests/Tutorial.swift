import Foundation
import Support
import Testing

/// The first book as it stands in `chapters/`, built once for all tests.
final class Tutorial: Sendable {
    static let built = Result { try Tutorial() }

    let scratch: Scratch
    let run: ProgramRun

    private init() throws {
        scratch = try Scratch()
        run = try Program.run("build", "chapters", "-o", scratch("out"))
    }

    func values(_ chapter: String) throws -> [String: Any] {
        let all = try JSONSerialization.jsonObject(with: scratch.bytes("out/values.json"))
        return try #require((all as? [String: Any])?[chapter] as? [String: Any])
    }
}

/// All numbers of a JSON value in order.
func numbers(_ value: Any?) -> [Double] {
    switch value {
    case let number as NSNumber: [number.doubleValue]
    case let items as [Any]: items.flatMap { numbers($0) }
    default: []
    }
}

struct TutorialTests {
    let tutorial: Tutorial
    let golden: [String: Any]

    init() throws {
        tutorial = try Tutorial.built.get()
        let file = URL(fileURLWithPath: "\(repository)/Tests/NetworksTests/Golden/tutorial.json")
        golden = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    @Test func itBuildsWithoutAWord() {
        #expect(tutorial.run.exit == 0)
        #expect(tutorial.run.errors == "")
    }

    /// 1e-15 absolute or 1e-12 relative, whichever is looser.
    private func expect(
        _ found: Any?, _ frozen: Any?, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let (found, frozen) = (numbers(found), numbers(frozen))
        #expect(!frozen.isEmpty && found.count == frozen.count, "\(name)", sourceLocation: sourceLocation)
        for (a, b) in zip(found, frozen) {
            #expect(abs(a - b) <= max(1e-15, 1e-12 * abs(b)), "\(name)", sourceLocation: sourceLocation)
        }
    }

    private func part(_ path: String) throws -> [String: Any] {
        try path.split(separator: ".").reduce(golden) { try #require($0[String($1)] as? [String: Any]) }
    }

    @Test(arguments: [
        ("forward", "first", "first"), ("forward", "second", "second"), ("loss", "tweaked1", "tweaked.first"),
        ("loss", "tweaked2", "tweaked.second"), ("update", "first_after", "step1.first"),
        ("update", "second_after", "step1.second"), ("training", "first_trained", "trained200.first"),
        ("training", "second_trained", "trained200.second"),
    ])
    func passes(chapter: String, name: String, frozen: String) throws {
        let pass = try #require(try tutorial.values(chapter)[name] as? [String: Any])
        let names = [
            "x": "inputs", "t": "targets", "e": "errors", "loss": "loss", "h_in": "h_in", "y_in": "y_in", "h": "h_out",
            "y": "y_out",
        ]
        for (key, value) in try part(frozen) { expect(pass[names[key] ?? key], value, "\(name).\(key)") }
    }

    @Test(arguments: [
        ("backward", "grad", "grad_first"), ("update", "grad1", "grad_first"), ("update", "grad2", "grad_second"),
    ])
    func gradients(chapter: String, name: String, frozen: String) throws {
        let gradients = try #require(try tutorial.values(chapter)[name] as? [String: Any])
        for (key, value) in try part(frozen) { expect(gradients[key == "x" ? "inputs" : key], value, "\(name).\(key)") }
    }

    @Test func networks() throws {
        let run = try #require(try tutorial.values("training")["run"] as? [String: Any])
        let cases: [(Any?, String)] = [
            (try tutorial.values("network")["toy"], "network"), (try tutorial.values("update")["after"], "step1"),
            (try tutorial.values("loss")["tweaked"], "tweaked"), (run["network"], "trained200"),
        ]
        for (network, frozen) in cases {
            let network = try #require(network as? [String: Any])
            for key in ["W", "V"] where try part(frozen)[key] != nil {
                expect(network[key], try part(frozen)[key], "\(frozen).\(key)")
            }
        }
    }

    @Test func losses() throws {
        let run = try #require(try tutorial.values("training")["run"] as? [String: Any])
        let losses = try #require(run["losses"] as? [Any]).map { numbers($0) }
        let frozen = try #require(try part("trained200")["losses"] as? [Any]).map { numbers($0) }
        #expect(losses.map(\.count) == [201, 201])
        for (epoch, row) in frozen.enumerated() { expect(losses.map { $0[epoch] }, row, "epoch \(epoch)") }
        expect(run["loss"], frozen.map { $0[0] + $0[1] }, "loss")
    }

    /// The digits the tutorial is known by, to the last one.
    @Test(arguments: [
        ("02-forward", "\"h1_out\": 0.9999998874648379"),
        ("02-forward", "\"y\": [0.7319417133694889, 0.12303185591001443]"),
        ("02-forward", "\"loss\": 0.08699208259994781"),
        ("02-forward", "\"loss\": 0.3302520265114241"),
        ("03-loss", "\"y\": [0.8813624223958589, 0.07777132641389171]"),
        ("03-loss", "\"loss\": 0.020123254031954686"),
        ("04-backward", "\"y\": [-0.5361165732610222, 0.24606371182002887]"),
        ("04-backward", "\"y_in\": [-0.10518770232556676, 0.026549048699963138]"),
        (
            "04-backward",
            "\"V\": [[-0.10518769048825163, 0.02654904571226164], [-0.0018919280994576303, 0.0004775167642113309]]"
        ),
        ("04-backward", "\"h\": [-0.15828579972549303, 0.026801171818534586]"),
        (
            "04-backward",
            "\"W\": [[-5.34381483665323e-08, 0.0014201436720081408], [-1.7812716122177433e-08, 0.0004733812240027136]]"
        ),
        ("07-update", "\"V\": [[1.0525937301848995, -2.0132745124490783], [0.11257513061524965, 2.012276817979357]]"),
        ("08-training", "\"y\": [0.9460731161243365, 0.04903030671319556]"),
        ("08-training", "\"y\": [0.056063676671722545, 0.9508238102520352]"),
    ])
    func valuesHaveAllTheirDigits(chapter: String, text: String) throws {
        let run = try Program.run("values", "chapters/\(chapter).md")
        #expect(run.exit == 0)
        #expect(run.output.contains(text))
    }

    @Test func valuesStandInTheOrderOfDefinition() throws {
        let output = try Program.run("values", "chapters/02-forward.md").output
        let names = output.split(separator: "\n").compactMap {
            $0.firstMatch(of: #/^  "(\w+)": /#).map { String($0.1) }
        }
        let some = ["toy", "train", "x1", "h1_in", "first", "y1_out", "second", "change2"]
        #expect(names.filter(some.contains) == some)
    }
}
