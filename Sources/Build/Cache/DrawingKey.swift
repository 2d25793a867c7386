import Cache
import Figures

extension Digester {
    /// Everything in a display list.
    mutating func add(_ list: DisplayList) {
        var writer = ByteWriter()
        writer.write(list.width)
        writer.write(list.height)
        writer.write(list.items) { $0.write($1) }
        add(writer.bytes)
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ item: DisplayList.Item) {
        switch item {
        case .text(let text): write(text)
        case .stroke(let stroke):
            write("stroke")
            write(stroke.role)
            write(stroke.path)
            write(stroke.width)
            write(stroke.dash) { $0.write($1) }
            write(stroke.cap.rawValue)
            write(stroke.paint)
        case .fill(let fill):
            write("fill")
            write(fill.role)
            write(fill.path)
            write(fill.paint)
        }
    }

    private mutating func write(_ text: TextItem) {
        write("text")
        write(text.role)
        write(text.text)
        for length in [text.box.x, text.box.y, text.box.width, text.box.height] { write(length) }
        write(text.runs) { writer, run in
            writer.write(run.text)
            writer.write(run.face)
            for length in [run.size, run.x, run.baseline] { writer.write(length) }
        }
        write(text.paint)
        write(text.halo) { writer, halo in
            writer.write(halo.paint)
            writer.write(halo.width)
        }
    }

    private mutating func write(_ face: Face) { write(face.token) }

    private mutating func write(_ paint: Paint) { write(paint.token) }

    private mutating func write(_ path: Path) {
        write(path.elements) { writer, element in
            switch element {
            case .move(let point): writer.write("M", [point])
            case .line(let point): writer.write("L", [point])
            case .curve(let first, let second, let end): writer.write("C", [first, second, end])
            case .close: writer.write("Z", [])
            }
        }
    }

    private mutating func write(_ letter: String, _ points: [Point]) {
        write(letter)
        for point in points {
            write(point.x)
            write(point.y)
        }
    }
}
