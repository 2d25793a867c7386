/// One command as it is told on the command line, in `--help` and in the documentation.
struct CommandDescription: Sendable {
    struct Option: Sendable {
        var name: String
        /// A single letter, as in `-o`.
        var letter: String?
        /// What stands behind it; nil for a switch.
        var value: String?
        var summary: String
    }

    var name: String
    /// What stands behind the command, as `[BOOK]`.
    var usage: String
    var summary: String
    /// How many arguments may stand there.
    var arguments: ClosedRange<Int>
    var options: [Option]
}

extension CommandDescription {
    static let all: [CommandDescription] = [
        build, check, serve, values, figure, figures, run, new, doctor, completions, man,
    ]

    private static let format = Option(
        name: "format", value: "text|json|github",
        summary: "how mistakes are told; json is one object a line, github annotates a pull request")
    private static let diagnostics = Option(
        name: "diagnostics", value: "text|json|github",
        summary: "how mistakes are told; json is one object a line, github annotates a pull request")
    private static let threads = Option(
        name: "threads", value: "N", summary: "threads used; one for each processor by default")

    static let build = CommandDescription(
        name: "build", usage: "[BOOK]", summary: "write the site: every chapter, its figures, values.json",
        arguments: 0...1,
        options: [
            Option(name: "output", letter: "o", value: "FOLDER", summary: "where to; 'output' by default"),
            Option(name: "single-file", summary: "write the whole book as one HTML file, 'book.html' by default"),
            Option(name: "explain", summary: "say why each chapter was made again"), format, threads,
        ])

    static let check = CommandDescription(
        name: "check", usage: "[BOOK]", summary: "do everything but write: claims, numbers, references, links",
        arguments: 0...1,
        options: [format, threads])

    static let serve = CommandDescription(
        name: "serve", usage: "[BOOK]", summary: "show the site in a browser, and every change as it is saved",
        arguments: 0...1,
        options: [
            Option(name: "port", value: "N", summary: "the port; 4040 by default, 0 for one that is free"),
            Option(name: "open", summary: "open a browser"), format, threads,
        ])

    static let values = CommandDescription(
        name: "values", usage: "CHAPTER.md", summary: "print every named value of a chapter as JSON", arguments: 1...1,
        options: [format])

    private static let width = Option(
        name: "width", value: "WIDTH",
        summary: "column (88 mm), page (180 mm), slide (16:9), or points; as laid out by default")
    private static let dpi = Option(name: "dpi", value: "N", summary: "dots an inch of a PNG; 192 by default")

    static let figure = CommandDescription(
        name: "figure", usage: "CHAPTER.md#LABEL|NETWORK.yml -o FILE",
        summary: "draw one figure of a chapter, or the network of a file",
        arguments: 1...1,
        options: [
            Option(name: "output", letter: "o", value: "FILE", summary: "where to; - is standard output"),
            Option(
                name: "format", value: "png|svg|pdf|json|csv", summary: "the format; by the file's ending when absent"),
            dpi, width, Option(name: "dark", summary: "the dark palette"), diagnostics,
        ])

    static let figures = CommandDescription(
        name: "figures", usage: "[BOOK] -o FOLDER", summary: "draw every figure of a book or a chapter",
        arguments: 0...1,
        options: [
            Option(name: "output", letter: "o", value: "FOLDER", summary: "where to; other files there stay"),
            Option(
                name: "formats", value: "LIST", summary: "of png, svg, pdf, json and csv, with commas; png by default"),
            dpi, width, Option(name: "dark", summary: "the dark palette, in files NAME-dark"), threads, diagnostics,
        ])

    static let run = CommandDescription(
        name: "run", usage: "FILE.py", summary: "run a program in the cell language and print what it prints",
        arguments: 1...1,
        options: [format])

    static let new = CommandDescription(
        name: "new", usage: "FOLDER", summary: "start a small book that builds", arguments: 1...1, options: [])

    static let doctor = CommandDescription(
        name: "doctor", usage: "[BOOK]", summary: "tell what is installed, and what is missing", arguments: 0...1,
        options: [Option(name: "format", value: "text|json", summary: "how it is told")])

    static let completions = CommandDescription(
        name: "completions", usage: "bash|zsh|fish", summary: "print what a shell reads to complete command lines",
        arguments: 1...1, options: [])

    static let man = CommandDescription(
        name: "man", usage: "", summary: "print the manual page, longhand.1", arguments: 0...0, options: [])
}
