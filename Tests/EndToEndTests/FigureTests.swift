import Foundation
import Support
import Testing

struct FigureTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try Fixture.write(to: scratch)
    }

    private func draw(_ name: String, _ file: String, _ options: String...) throws -> Data {
        let run = try Program.run(["figure", "book/\(name)", "-o", file] + options, in: scratch.path)
        #expect(run.exit == 0 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
        return try scratch.bytes(file)
    }

    /// Width and height of a PNG in pixels.
    private func pixels(_ png: Data) throws -> [Int] {
        #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        return [16, 20].map { start in png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    }

    @Test(arguments: [
        "01-net.md#fig-toy", "01-net.md#toy", "01-net.md#first", "01-net.md#grad", "02-more.md#fig-run",
        "02-more.md#run",
        "02-more.md#after", "02-more.md#more-plot-1",
    ])
    func everyNameOfAFigureIsDrawn(name: String) throws {
        #expect(String(decoding: try draw(name, "a.svg"), as: UTF8.self).hasPrefix("<svg"))
    }

    @Test func theFigureOfThePageIsTheFigureOfTheCommand() throws {
        #expect(try Program.run("build", "book", "-o", "out", in: scratch.path).exit == 0)
        #expect(try draw("01-net.md#fig-toy", "a.svg") == scratch.bytes("out/figures/fig-toy.svg"))
        #expect(try draw("01-net.md#fig-toy", "a.svg", "--dark") == scratch.bytes("out/figures/fig-toy-dark.svg"))
    }

    @Test func aPNGHasTheSizeAskedFor() throws {
        let plain = try pixels(draw("01-net.md#fig-toy", "a.png", "--dpi", "72"))
        let fine = try pixels(draw("01-net.md#fig-toy", "b.png", "--dpi", "300"))
        #expect(abs(Double(fine[0]) - Double(plain[0]) * 300 / 72) <= 300 / 72 + 1)
        let wide = try pixels(draw("01-net.md#fig-toy", "c.png", "--dpi", "144", "--width", "400"))
        #expect(wide[0] == 800)
        #expect(abs(Double(wide[1]) / 800 - Double(plain[1]) / Double(plain[0])) < 0.01)
        #expect(try draw("01-net.md#fig-toy", "d.png", "--dpi", "72", "--dark") != scratch.bytes("a.png"))
    }

    @Test func aPDFIsAPDF() throws {
        #expect(try draw("01-net.md#first", "a.pdf").starts(with: Data("%PDF-".utf8)))
    }

    @Test func theDisplayListIsJSON() throws {
        struct List: Decodable {
            struct Item: Decodable {
                var kind: String
                var role: String
                var text: String?
                var box: [Double]?
            }
            var width, height: Double
            var items: [Item]
        }
        let list = try JSONDecoder().decode(List.self, from: draw("01-net.md#fig-toy", "a.json"))
        #expect(list.width > 100 && list.height > 50)
        #expect(
            list.items.contains {
                $0.kind == "text" && $0.role == "weight w21" && $0.text == "−2" && $0.box?.count == 4
            })
        #expect(list.items.contains { $0.kind == "stroke" })
    }

    @Test func anUnknownFigureNamesTheNearest() throws {
        let run = try Program.run("figure", "book/01-net.md#frist", "-o", "a.png", in: scratch.path)
        #expect(run.exit == 64)
        #expect(run.errors == "longhand: 'book/01-net.md' has no figure 'frist'; did you mean 'first'?\n")
    }

    @Test func aFigureIsWrittenWholeOrNotAtAll() throws {
        _ = try draw("01-net.md#fig-toy", "a.png")
        #expect(try scratch.names("") == ["a.png", "book"])
        let run = try Program.run("figure", "book/01-net.md#first", "-o", "book/book.yml/a.png", in: scratch.path)
        #expect(run.exit == 74)
        try FileManager.default.createDirectory(atPath: scratch("b.png"), withIntermediateDirectories: false)
        #expect(try Program.run("figure", "book/01-net.md#first", "-o", "b.png", in: scratch.path).exit == 74)
        #expect(try scratch.names("") == ["a.png", "b.png", "book"])
    }
}
