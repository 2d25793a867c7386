import Figures
import Testing

@testable import Canvas

@Suite struct PNGTests {
    /// The chunks of a file, each checked for its length.
    private func chunks(_ file: [UInt8]) -> [(type: String, data: [UInt8])] {
        var chunks: [(String, [UInt8])] = []
        var at = 8
        while at + 12 <= file.count {
            let length = number(file[at..<at + 4])
            let type = String(decoding: file[at + 4..<at + 8], as: UTF8.self)
            chunks.append((type, Array(file[at + 8..<at + 8 + length])))
            at += 12 + length
        }
        return at == file.count ? chunks : []
    }

    private func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private let list = DisplayList(
        width: 72, height: 36,
        items: [
            .fill(
                FillItem(
                    role: "half",
                    path: Path([
                        .move(Point(0, 0)), .line(Point(36, 0)), .line(Point(36, 36)), .line(Point(0, 36)), .close,
                    ]), paint: .positive))
        ])

    @Test("a picture has the physical size of the list", arguments: [72.0, 192, 300])
    func resolution(dpi: Double) throws {
        let file = chunks(try Renderer().png(list, palette: .light, dpi: dpi))
        #expect(file.map(\.type) == ["IHDR", "pHYs", "IDAT", "IEND"])
        let (header, density) = (file[0].data, file[1].data)
        #expect(number(header[0..<4]) == Int(dpi) && number(header[4..<8]) == Int(dpi) / 2)
        #expect(number(density[0..<4]) == Int((dpi / 0.0254).rounded()))
        #expect(density[8] == 1)
    }

    @Test("a picture can be made wider")
    func width() throws {
        let file = chunks(try Renderer().png(list, palette: .light, dpi: 72, width: 144))
        #expect(number(file[0].data[0..<4]) == 144 && number(file[0].data[4..<8]) == 72)
    }

    @Test("pixels have the palette's colours, or none where nothing is drawn")
    func pixels() throws {
        let renderer = try Renderer()
        let painter = Painter(fonts: renderer.fonts, palette: .light, selectable: false)
        let context = try DrawingContext.image(72, 36, .transparent)
        try painter.draw(list, in: context)
        let pixels = try context.pixels(transparent: true)
        #expect(Array(pixels[0..<4]) == [0x00, 0x72, 0xB2, 0xFF])
        #expect(Array(pixels[(71 * 4)..<(72 * 4)]) == [0, 0, 0, 0])
    }

    @Test("a picture without pixels or with too many is an error", arguments: [0.0, 1e6])
    func sizes(width: Double) throws {
        let renderer = try Renderer()
        #expect(throws: CanvasError.self) { try renderer.png(self.list, palette: .light, dpi: 72, width: width) }
    }

    @Test("what Cairo refuses is an error with its reason")
    func refusal() {
        let error = #expect(throws: CanvasError.self) {
            let context = try DrawingContext.image(40_000, 1, .opaque)
            try context.checkStatus()
        }
        guard case .cairo(let operation, let status)? = error else {
            Issue.record("not Cairo's error: \(String(describing: error))")
            return
        }
        #expect(operation == "make a surface")
        #expect(status.contains("size"))
    }
}

@Suite struct SVGTests {
    private func text(_ list: DisplayList, palette: Palette = .light, prefix: String = "g") throws -> String {
        String(decoding: try Renderer().svg(list, palette: palette, prefix: prefix), as: UTF8.self)
    }

    private func matches(_ text: String, _ start: String) -> [Substring] {
        text.split(separator: start, omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != "\"" } }
    }

    @Test("every reference has its definition, every id is unique and begins with the prefix")
    func ids() throws {
        let svg = try text(Samples.letters, prefix: "fig7-")
        let ids = matches(svg, " id=\"")
        #expect(Set(ids).count == ids.count && ids.count > 30)
        #expect(ids.allSatisfy { $0.hasPrefix("fig7-") })
        #expect(Set(matches(svg, "xlink:href=\"#")) == Set(ids))
    }

    @Test("a path is written in short relative steps that do not add up errors")
    func paths() throws {
        var path = Path([.move(Point(0, 0))])
        for step in 1...1000 { path.elements.append(.line(Point(Double(step) / 3, 0))) }
        let list = DisplayList(
            width: 400, height: 10, items: [.stroke(StrokeItem(role: "line", path: path, width: 1, paint: .ink))])
        let svg = try text(list)
        let numbers = svg.split(separator: " d=\"m0 0l")[1].prefix { $0 != "\"" }.split(separator: " ")
        let sum = numbers.enumerated().filter { $0.offset % 2 == 0 }.reduce(0.0) { $0 + (Double($1.element) ?? .nan) }
        #expect(abs(sum - 333.33) < 1e-6)
    }

    @Test(
        "numbers are as short as can be",
        arguments: [(0, "0"), (5, ".05"), (-50, "-.5"), (100, "1"), (-1234, "-12.34"), (1230, "12.3")])
    func numbers(hundredths: Int, expected: String) {
        var writer = SVGWriter()
        writer.number(hundredths: hundredths)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test("light and dark differ in colours alone")
    func palettes() throws {
        func bare(_ palette: Palette) throws -> String {
            try text(Samples.letters, palette: palette)
                .split(separator: "#").map { part in
                    part.prefix(6).allSatisfy(\.isHexDigit) ? String(part.dropFirst(6)) : String(part)
                }.joined()
        }
        #expect(try bare(.light) == bare(.dark))
        #expect(try text(Samples.letters, palette: .light).contains("#1c1e21"))
        #expect(try text(Samples.letters, palette: .dark).contains("#e6e6e3"))
    }
}

@Suite struct PDFTests {
    @Test("a document has its fonts inside and no time of its own")
    func document() throws {
        let bytes = try Renderer().pdf(Samples.letters, palette: .light)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1."))
        #expect(text.contains("CreationDate (19700101000000"))
        #expect(text.contains("FontFile"))
    }

    @Test("a page can be made wider")
    func width() throws {
        let bytes = try Renderer().pdf(Samples.letters, palette: .light, width: 200)
        #expect(String(decoding: bytes, as: UTF8.self).contains("/MediaBox [ 0 0 200 320 ]"))
    }

    @Test("a page without size is an error")
    func empty() throws {
        let renderer = try Renderer()
        #expect(throws: CanvasError.self) { try renderer.pdf(Samples.letters, palette: .light, width: 0) }
    }
}
