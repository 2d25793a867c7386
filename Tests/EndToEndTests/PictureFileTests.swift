import Foundation
import Support
import Testing

/// The pictures of the tutorial as other programs read them.
struct PictureFileTests {
    /// All figures of the tutorial in every format, drawn once for all tests.
    private final class Drawn: Sendable {
        static let all = Result { try Drawn() }

        let scratch: Scratch
        let names: [String]

        private init() throws {
            scratch = try Scratch()
            let words = [
                "figures", "chapters", "-o", scratch("all"), "--formats", "svg,pdf,png,json", "--threads", "5",
            ]
            let run = try Program.run(words)
            #expect(run.exit == 0 && run.errors.isEmpty, "\(run.errors)")
            names = try scratch.names("all").filter { $0.hasSuffix(".svg") }.map { String($0.dropLast(4)) }.sorted()
        }
    }

    private let drawn: Drawn

    init() throws { drawn = try Drawn.all.get() }

    private func path(_ name: String) -> String { drawn.scratch("all/\(name)") }

    private func bytes(_ name: String) throws -> Data { try drawn.scratch.bytes("all/\(name)") }

    // MARK: Order

    @Test func anyOrderAndNumberOfThreadsGivesTheSameBytes() throws {
        let scratch = try Scratch()
        // One chapter after the other, the last one first, each by a program of its own.
        let chapters = try FileManager.default.contentsOfDirectory(atPath: "\(repository)/chapters")
            .filter { $0.hasSuffix(".md") }.sorted().reversed()
        for (threads, chapter) in zip([1, 3, 2, 7].cycled, chapters) {
            let words = ["figures", "chapters/\(chapter)", "-o", scratch("one"), "--formats", "json,png,svg,pdf"]
            #expect(try Program.run(words + ["--threads", "\(threads)"]).exit == 0)
        }
        let files = try drawn.scratch.names("all").sorted()
        #expect(try scratch.names("one").sorted() == files && files.count > 100)
        for file in files { #expect(try scratch.bytes("one/\(file)") == bytes(file), "\(file)") }
    }

    // MARK: SVG

    @Test func everySVGIsWellFormedAndRefersToItself() throws {
        #expect(drawn.names.count > 30)
        for name in drawn.names {
            let picture = ParsedPicture(try bytes("\(name).svg"))
            #expect(picture.problems == [], "\(name)")
            #expect(picture.width > 0 && picture.height > 0)
        }
    }

    @Test func whatIsNoPictureIsFound() {
        let root = "<svg xmlns=\"\(ParsedPicture.namespace)\" width=\"9pt\" height=\"9pt\" viewBox=\"0 0 9 9\""
        let bad = [
            "\(root)><path d=\"m0 0\"/>", "\(root)><g></path></g></svg>", "\(root)/>\(root)/>",
            "\(root) onload=\"a\"></svg>", "\(root)><rect/></svg>",
            "\(root)><g id=\"a\"/><g id=\"a\"/></svg>", "\(root)><use xlink:href=\"#a\"/></svg>",
            "\(root)><use xlink:href=\"x.svg#a\"/></svg>", "\(root)><path d=\"m0 0q1 1\"/></svg>",
            "\(root)><path d=\"l0 0\"/></svg>", "\(root)><path d=\"m0 0l1 2 3\"/></svg>",
            "\(root)><path stroke-width=\"thick\"/></svg>", "\(root)><path fill=\"nice\"/></svg>",
        ]
        for text in bad { #expect(ParsedPicture(Data(text.utf8)).problems.count > 0, "\(text)") }
    }

    // MARK: PNG

    @Test(arguments: [72.0, 192, 300])
    func everyPNGHasThePhysicalSizeOfItsFigure(dpi: Double) throws {
        let scratch = try Scratch()
        let words = ["figures", "chapters", "-o", scratch("png"), "--formats", "png", "--dpi", "\(Int(dpi))"]
        #expect(try Program.run(words).exit == 0)
        for name in drawn.names {
            let picture = ParsedPicture(try bytes("\(name).svg"))
            let chunks = try PNGChunks(scratch.bytes("png/\(name).png"))
            let header = try #require(chunks.first("IHDR"))
            let density = try #require(chunks.first("pHYs"))
            // Pixels a metre, the same both ways; 1 says that it is metres.
            let perMetre = (dpi / 0.0254).rounded()
            #expect(PNGChunks.numbers(density.prefix(8)) == [Int(perMetre), Int(perMetre)] && density.last == 1)
            for (pixels, points) in zip(PNGChunks.numbers(header.prefix(8)), [picture.width, picture.height]) {
                // Not smaller than the figure, and by less than a pixel larger; but the file rounds pixels a metre.
                let size = Double(pixels) / perMetre / 0.0254 * 72
                let rounding = 0.02 + points * 0.5 / perMetre
                #expect(size > points - rounding && size < points + 72 / dpi + rounding, "\(name): \(size), \(points)")
            }
        }
    }

    // MARK: PDF

    private static let hasPoppler = ["pdffonts", "pdftotext"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }

    @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
    func everyPDFHasItsFontsInside() throws {
        for name in drawn.names {
            let fonts = try printed(by: "pdffonts", path("\(name).pdf")).split(separator: "\n").dropFirst(2)
            #expect(!fonts.isEmpty, "\(name)")
            for font in fonts {
                // … embedded, a subset, with the letters its glyphs stand for; then the object's number.
                #expect(font.split(separator: " ").suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(name): \(font)")
            }
        }
    }

    /// What can be copied out of a document are the letters of its figure, each once, halos not being letters.
    @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
    func everyLetterOfAPDFCanBeSelected() throws {
        struct List: Decodable {
            struct Item: Decodable { var runs: [Run]? }
            struct Run: Decodable { var text: String }
            var items: [Item]
        }
        func letters(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{C}" }.sorted()
        }
        for name in drawn.names {
            let list = try JSONDecoder().decode(List.self, from: bytes("\(name).json"))
            let drawn = list.items.flatMap { $0.runs ?? [] }.map(\.text).joined()
            #expect(
                try letters(printed(by: "pdftotext", "-raw", path("\(name).pdf"), "-")) == letters(drawn), "\(name)")
        }
    }

    private func printed(by program: String, _ words: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
        process.arguments = words
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(words)")
        return String(decoding: output, as: UTF8.self)
    }
}

extension [Int] {
    /// Its elements again and again.
    fileprivate var cycled: some Sequence<Int> {
        sequence(state: 0) { index -> Int? in
            defer { index += 1 }
            return self[index % count]
        }
    }
}

/// The chunks of a PNG file.
private struct PNGChunks {
    private var chunks: [(type: String, data: Data)] = []

    init(_ file: Data) throws {
        var rest = file.dropFirst(8)
        while rest.count >= 12 {
            let length = Self.numbers(rest.prefix(4))[0]
            let type = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
            try #require(rest.count >= length + 12, "a chunk '\(type)' of \(length) bytes")
            chunks.append((type, rest.dropFirst(8).prefix(length)))
            rest = rest.dropFirst(length + 12)
        }
        #expect(rest.isEmpty && chunks.last?.type == "IEND")
    }

    func first(_ type: String) -> Data? { chunks.first { $0.type == type }?.data }

    /// Numbers of four bytes, the highest first.
    static func numbers(_ bytes: Data) -> [Int] {
        stride(from: 0, to: bytes.count, by: 4).map { bytes.dropFirst($0).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
    }
}
