import CoreSmoke
import Glibc
import Testing

@Suite struct CoreSmokeTests {
    @Test func theCoreAnswersHereWhatItMustAnswerInWebAssembly() throws {
        let folder = #filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.startIndex)
        let file = try #require(fopen("\(folder)/expected.txt", "r"))
        defer { fclose(file) }
        var expected: [UInt8] = []
        while case let byte = fgetc(file), byte != EOF { expected.append(UInt8(byte)) }
        #expect(coreReport() == String(decoding: expected, as: UTF8.self))
    }
}
