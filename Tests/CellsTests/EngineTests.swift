import Networks
import Tensors
import Testing

@testable import Cells

/// The tutorial's network, data and first pass, by name.
private func tutorial() throws -> Scope {
    let scope = Scope()
    let declaration = NetworkDeclaration(
        inputs: ["x1", "x2"],
        layers: [
            .init(name: "h", letter: "W", weights: .matrix(Tensor(rows: [[6, -3], [-2, 5]])), activation: .sigmoid),
            .init(
                name: "y", letter: "V", weights: .matrix(Tensor(rows: [[1, -2], [0.25, 2]])), activation: .sigmoid),
        ], loss: .sse)
    let toy = try declaration.network()
    let train = try DataSet(
        inputNames: ["x1", "x2"], targetNames: ["t1", "t2"], rows: [[3, 1, 1, 0], [-1, 4, 0, 1]])
    let pass = try toy.forward(train[0])
    scope.bind("toy", to: .network(toy))
    scope.bind("train", to: .dataSet(train))
    scope.bind("first", to: .pass(pass))
    scope.bind("G", to: .gradients(try pass.backward()))
    scope.bind("run", to: .run(try toy.train(train, Training(epochs: 200, rate: 0.5))))
    return scope
}

@Suite struct EngineTests {
    @Test(arguments: [
        ("toy.w21", "-2.0"), ("toy.W[1, 0]", "np.float64(-2.0)"), ("toy['v22']", "2.0"),
        ("toy.V.T.tolist()", "[[1.0, 0.25], [-2.0, 2.0]]"),
        ("toy.parameter_count", "8"), ("toy.names", "['w11', 'w12', 'w21', 'w22', 'v11', 'v12', 'v21', 'v22']"),
        ("toy.replace(v11=1.01).v11", "1.01"),
        ("toy.replace('W', [[1, 2], [3, 4]]).w21", "3.0"),
        ("toy.replace(w11=0, w12=1).W.tolist()", "[[0.0, 1.0], [-2.0, 5.0]]"), ("toy.w11", "6.0"), ("len(train)", "2"),
        ("train[0].x1", "3.0"), ("train[-1].t2", "1.0"), ("train.X.tolist()", "[[3.0, 1.0], [-1.0, 4.0]]"),
        ("train.T.shape", "(2, 2)"), ("[i.x2 for i in train]", "[1.0, 4.0]"),
        ("first.h1_in", "16.0"), ("first['h1_out']", "0.9999998874648379"),
        ("first.outputs.tolist()", "[0.7319417133694889, 0.12303185591001443]"), ("first.y1 == first.y1_out", "True"),
        ("first.t1 - first.y1 == -first.e1", "True"), ("toy.forward(train[0]).loss == first.loss", "True"),
        ("toy.forward([3, 1], [1, 0]).loss == first.loss", "True"),
        ("toy.forward([3, 1]).y1 == first.y1", "True"), ("first.backward().w21 == G.w21", "True"),
        ("(G + G).w21 == 2 * G.w21", "True"), ("(G * 0.5).v11 == G.v11 / 2", "True"), ("(-G).v11 == -G.v11", "True"),
        ("sum([G, G]).v11 == 2 * G.v11", "True"), ("toy.update(G, rate=0.5).v11 == toy.v11 - 0.5 * G.v11", "True"),
        ("G.W.shape", "(2, 2)"), ("first.network.w11", "6.0"),
        (
            "toy.update([p.backward() for p in [toy.forward(i) for i in train]], rate=0.5).V.tolist()",
            "[[1.0525937301848995, -2.0132745124490783], [0.11257513061524965, 2.012276817979357]]"
        ),
        ("run.loss.shape", "(201,)"), ("run.losses.shape", "(2, 201)"),
        ("run.losses[0][0] + run.losses[1, 0] == run.loss[0]", "np.True_"), ("run.epochs", "200"), ("run.rate", "0.5"),
        ("run.epoch(0).w11", "6.0"), ("run.epoch(200).V.tolist() == run.network.V.tolist()", "True"),
        ("run.step(1).v11 == run.epoch(1).v11", "True"),
        ("round(run.network.forward(train[0]).y1, 8)", "0.94607312"),
        ("toy.train(train, epochs=200, rate=0.5).network.v11 == run.network.v11", "True"),
        ("toy.train(train, 3, 0.1, optimizer='adam').epochs", "3"),
        ("first.h.tolist() == [first.h1, first.h2]", "True"), ("toy.h", ""),
    ])
    func values(_ text: String, _ value: String) throws {
        let found = outcome(text, in: try tutorial())
        if value.isEmpty { #expect(found.code == "cell.attribute") } else { #expect(found == .value(value)) }
    }

    @Test(arguments: [
        ("toy.«w31»", "cell.attribute", "names count from 1 and brackets from 0; they run from 'w11' to 'w22'"),
        ("first.«h3»", "cell.attribute", "from 'h1' to 'h2'"), ("«train[2]»", "cell.index", "the data set ends at 1"),
        ("«toy.W[2, 0]»", "cell.index", "brackets count from 0, and axis 0 ends at 1"),
        ("«run.epoch(201)»", "cell.index", "from 0 (before training) to 200"),
        ("toy.«forwrd»(1)", "cell.attribute", "has no 'forwrd'"),
        ("toy.«paramter_count»", "cell.attribute", ""),
        ("«toy.forward([1, 2, 3])»", "cell.value", "takes 2 inputs, but 3"),
        ("toy.replace(«w99»=1)", "cell.attribute", "no 'w99'"),
        ("toy.replace(«V»=1)", "cell.value", "is a matrix of 2 × 2, and what is given is a number"),
        ("«toy.forward([3, 1]).backward()»", "cell.value", "no targets"),
        ("toy.forward([3, 1]).«loss»", "cell.attribute", "its instance has no targets"),
        ("«toy.update([], rate=1)»", "cell.value", "at least one gradient"),
        ("«toy.train(train, epochs=10 ** 9, rate=1)»", "cell.limit", ""),
        ("«toy + 1»", "cell.type", "'+' does not combine a 'network'"),
        ("toy.update(G, 1, «rate»=2)", "cell.type", "gets 'rate' twice"), ("«toy[0]»", "cell.type", "by name"),
        ("«toy.train(train, epochs=5, rate=1, batch=1)»", "cell.value", "choose reduce"),
        ("toy.train(train, epochs=5, rate=1, «epoch»=1)", "cell.type", "no argument 'epoch'"),
    ])
    func mistakes(_ marked: String, _ code: String, _ part: String) throws {
        expectDiagnostic(marked, code, part, in: try tutorial())
    }

    @Test func suggestionsForAttributes() throws {
        let (expression, scope) = (try parsed("toy.paramter_count"), try tutorial())
        do throws(Failure) {
            _ = try evaluate(expression, in: scope)
            Issue.record("there is no such attribute")
        } catch {
            #expect(error.diagnostic.suggestion == "parameter_count")
        }
    }

    @Test func freeNamesOfExpressions() throws {
        func names(_ text: String) throws -> [String] { try parsed(text).freeNames }
        #expect(try names("a.b + f(c, d=e)[g]") == ["a", "f", "c", "e", "g"])
        #expect(try names("[x + y for x in xs if x > z for y in x]") == ["xs", "z"])
        #expect(try names("f'{a:{b}} {c!r}' + {d: e}") == ["a", "b", "c", "d", "e"])
        #expect(try names("[x for x in x]") == ["x"])
    }
}
