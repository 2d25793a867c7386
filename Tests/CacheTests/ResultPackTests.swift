import Testing

@testable import Cache

struct ResultPackTests {
    private func key(_ text: String) -> Digest { Digest(of: Array(text.utf8)) }

    private func pack(_ results: [String: String]) -> [UInt8] {
        var pack = ResultPack()
        for (name, result) in results { pack.add(Array(result.utf8), for: key(name)) }
        return pack.file()
    }

    @Test func aResultComesBackFromAFile() {
        var read = ResultPack(pack(["a": "first", "b": ""]))
        #expect(read.result(key("a")) == Array("first".utf8))
        #expect(read.result(key("b"))?.isEmpty == true)
        #expect(read.result(key("c")) == nil)
        #expect(!read.hasChanged)
    }

    @Test func oneResultsDamageLeavesTheOthers() {
        var file = pack(["a": "a result", "b": "another one"])
        guard let place = file.indices.last(where: { file[$0] == UInt8(ascii: "n") }) else { return }
        file[place] = UInt8(ascii: "m")
        var read = ResultPack(file)
        #expect(read.result(key("b")) == nil)
        #expect(read.result(key("a")) == Array("a result".utf8))
    }

    /// Whatever a disk does to a pack, no wrong result comes out of it.
    @Test func everyDamagedByteIsNoticed() {
        let file = pack(["a": "a result", "b": "another one"])
        let right = ["a": Array("a result".utf8), "b": Array("another one".utf8)]
        for index in file.indices {
            for change: UInt8 in [1, 0x80] {
                var damaged = file
                damaged[index] ^= change
                var read = ResultPack(damaged)
                for (name, result) in right {
                    let found = read.result(key(name))
                    #expect(found == nil || found == result)
                }
            }
            var cut = ResultPack(Array(file[..<index]))
            for (name, result) in right {
                let found = cut.result(key(name))
                #expect(found == nil || found == result)
            }
        }
    }

    @Test func whatIsOutOfUseIsForgottenInTime() {
        var file = pack(["old": "of no use", "new": "in use"])
        for round in 0..<30 {
            var pack = ResultPack(file)
            #expect(pack.result(key("new")) != nil)
            if round < 20 { #expect(ResultPack(file).holds(key("old"))) }
            pack.add([1], for: key("round \(round)"))
            file = pack.file()
        }
        #expect(!ResultPack(file).holds(key("old")))
        #expect(ResultPack(file).holds(key("new")))
    }

    @Test func spareResultsHaveABound() {
        var file: [UInt8] = []
        for round in 0..<10 {
            var pack = ResultPack(file)
            pack.add([UInt8](repeating: UInt8(round), count: 1 << 20), for: key("\(round)"))
            file = pack.file()
        }
        #expect(file.count < 4 << 20)
    }

    @Test func partsAreNotTheirConcatenation() {
        func digest(_ parts: String...) -> Digest {
            var digester = Digester()
            for part in parts { digester.add(part) }
            return digester.finished()
        }
        #expect(digest("ab", "c") != digest("a", "bc"))
        #expect(digest("abc") != digest("abc", ""))
        // FIPS 180-2, B.1.
        #expect(
            Digest(of: Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func sealedBytesAreTheSameOrNothing() {
        let bytes = Array("the record of a build".utf8)
        #expect(bytes.sealed.unsealed == bytes)
        for index in bytes.sealed.indices {
            var damaged = bytes.sealed
            damaged[index] ^= 4
            #expect(damaged.unsealed == nil)
            #expect(Array(bytes.sealed[..<index]).unsealed == nil)
        }
    }
}

extension ResultPack {
    fileprivate func holds(_ key: Digest) -> Bool {
        var copy = self
        return copy.result(key) != nil
    }
}
