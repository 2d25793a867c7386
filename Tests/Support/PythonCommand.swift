import Foundation

/// A CPython of this machine, the judge of what programs print.
public struct PythonCommand: Sendable {
    private let path: String

    /// - Parameter numpy: whether NumPy 2 must be there.
    /// - Returns: nil where there is none; `LONGHAND_PYTHON` names one, and `make test` makes one.
    public init?(numpy: Bool) {
        let own = ProcessInfo.processInfo.environment["LONGHAND_PYTHON"].map { [$0] } ?? []
        let paths = own + [".build/venv/bin/python3", "/usr/bin/python3", "/usr/local/bin/python3"]
        guard let path = paths.first(where: { PythonCommand(path: $0).works(numpy: numpy) }) else { return nil }
        self.init(path: path)
    }

    private init(path: String) { self.path = path }

    private func works(numpy: Bool) -> Bool {
        guard FileManager.default.isExecutableFile(atPath: path) else { return false }
        let check = numpy ? "import numpy; assert int(numpy.__version__.split('.')[0]) >= 2" : "pass"
        return (try? output(of: check + "; print('yes')", input: Data())) == "yes\n"
    }

    /// What a program prints, given its standard input.
    public func output(of program: String, input: Data) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", program]
        let (inward, outward) = (Pipe(), Pipe())
        process.standardInput = inward
        process.standardOutput = outward
        process.standardError = FileHandle.nullDevice
        try process.run()
        let writer = Thread {
            inward.fileHandleForWriting.write(input)
            inward.fileHandleForWriting.closeFile()
        }
        writer.start()
        let output = outward.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
