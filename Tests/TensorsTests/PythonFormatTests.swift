import Foundation
import Tensors
import Testing

/// A `python3` on this machine, if there is one.
enum Python {
    static let isPresent = (try? run(["--version"])) != nil

    static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: output, as: UTF8.self)
    }

    static func golden(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)").path
    }
}

@Suite struct PythonFormatTests {
    /// Cases for each seed; each run of the suite has the same ones.
    static let cases = 25_000

    @Test(.enabled(if: Python.isPresent, "there is no python3 to compare with"), arguments: [1, 2, 3, 4])
    func formatsReprsAndDecimalsAreCPythons(seed: Int) throws {
        let lines = try Python.run([Python.golden("formats.py"), "\(seed)", "\(Self.cases)"]).utf8.split(separator: 10)
        #expect(lines.count == Self.cases)
        var differences: [String] = []
        for line in lines {
            let fields = line.split(separator: 9, omittingEmptySubsequences: false).map { String($0) ?? "" }
            let answer = ourAnswer(fields)
            if answer != fields[3] { differences.append("\(fields) but \(answer ?? "nothing")") }
        }
        #expect(differences.count == 0, "\(differences.prefix(10))")
    }

    private func ourAnswer(_ fields: [String]) -> String? {
        let bits = UInt64(fields[2]) ?? 0
        do throws(FormatError) {
            switch fields[0] {
            case "f": return try FormatSpec(fields[1]).format(Double(bitPattern: bits))
            case "i": return try FormatSpec(fields[1]).format(Int(fields[2]) ?? 0)
            case "s": return try FormatSpec(fields[1]).format(fields[2])
            case "r": return pythonRepr(Double(bitPattern: bits))
            default: return Double(decimal: fields[2]).map { "\($0.bitPattern)" }
            }
        } catch { return "ERROR" }
    }

    @Test(
        arguments: [
            (".f", 0, 1, ".2f"), ("%.2f", 1, 3, ".2f"), (".2F2", 3, 1, nil), ("q", 0, 1, nil), (".3D", 2, 1, ".3d"),
            ("f.2", 1, 2, ".2f"),
            (",_", 1, 1, ","), (".2é", 2, 2, nil), ("5000d", 0, 4, nil), (",x", 1, 1, nil), ("e3", 1, 1, ".3e"),
            (".4ff", 3, 1, nil),
        ] as [(String, Int, Int, String?)])
    func wrongFormatsSayWhereAndHow(format: String, offset: Int, length: Int, suggestion: String?) {
        let error = #expect(throws: FormatError.self) { try FormatSpec(format) }
        #expect(error?.offset == offset)
        #expect(error?.length == length)
        #expect(error?.suggestion == suggestion)
    }

    @Test func formatsForOtherValuesAreRefused() {
        #expect(throws: FormatError.self) { try FormatSpec(".2d").format(3) }
        #expect(throws: FormatError.self) { try FormatSpec("d").format(3.0) }
        #expect(throws: FormatError.self) { try FormatSpec("f").format("three") }
        #expect(throws: FormatError.self) { try FormatSpec("c").format(-1) }
    }

    @Test(arguments: [
        (Float(0.1), "0.1"), (Float(16_777_216), "1.6777216e+07"), (Float(999_999.9), "999999.9"),
        (Float(1e-4), "1e-04"), (Float(1e-45), "1e-45"),
        (Float(3.4028235e38), "3.4028235e+38"),
        (Float(-5.6606508e-08), "-5.660651e-08"), (Float(0.0014201437), "0.0014201436"),
    ]) func floatsHaveTheirOwnShortestDigits(x: Float, text: String) {
        #expect(numpyText(x) == text)
        #expect(Float(decimal: text.utf8) == x)
    }

    @Test(arguments: ["", ".", "e5", "1e", "1e+", "1.2.3", "0x10", "1_0", "--1", " 1", "inf"])
    func whatIsNoDecimalIsNotRead(text: String) {
        #expect(Double(decimal: text) == nil)
    }

    @Test(arguments: [
        // Halfway between two floats but for digits far behind: by way of Double it would go wrong.
        ("1.000000059604644775390625", Float(1)), ("1.00000005960464477539062500001", Float(1).nextUp),
        ("1.00000017881393432617187499999", Float(1).nextUp), ("7.006492321624085e-46", Float(0)),
        ("7.1e-46", Float.leastNonzeroMagnitude), ("3.5e38", Float.infinity),
    ]) func floatsAreReadInOneStep(text: String, x: Float) {
        #expect(Float(decimal: text.utf8) == x)
    }
}
