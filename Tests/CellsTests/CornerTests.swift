import Testing

@testable import Cells

/// Slices as values, the least whole number, and other corners.
@Suite struct CornerTests {
    @Test func slicesAsValues() throws {
        try expectAsPython([
            "slice(1, 6, 2)", "slice(3)", "slice(None)", "slice(1, None)", "[0, 1, 2, 3, 4, 5][slice(1, 6, 2)]",
            "slice(1, 6, 2).start", "slice(4).start", "slice(4).stop", "slice(4).step", "slice(1, 2) == slice(1, 2)",
            "slice(1, 2) == slice(1, 3)", "slice()", "slice(1, 2, 3, 4)", "'abc'[slice(None, None, -1)]",
        ])
    }

    @Test func theLeastWholeNumber() throws {
        try expectAsPython([
            "-9223372036854775808", "[-9223372036854775808]", "1 + -9223372036854775808",
            "-9223372036854775808 + 1", "-9223372036854775808 // 2", "-0x8000000000000000", "- 9223372036854775808 * 1",
            "-9223372036854775808 < 0", "not -9223372036854775808", "f'{-9223372036854775808}'",
        ])
        for text in [
            "9223372036854775808", "1 - 9223372036854775808", "-9223372036854775808 ** 1", "+9223372036854775808",
            "-9223372036854775809", "-(9223372036854775808)", "~9223372036854775808",
        ] {
            #expect(outcome(text).code == "cell.syntax", "\(text)")
        }
        #expect(outcome("--9223372036854775808").code == "cell.overflow")
    }

    @Test func boolsOfNumPyByName() throws {
        try expectAsPython(["np.True_", "np.False_", "str(np.True_)", "np.True_ and 3", "~np.False_"], numpy: true)
    }

    @Test func arraysBesideWhatIsNoArray() throws {
        try expectAsPython(
            [
                "np.array([1, 2]) == 'ab'", "np.array([1, 2]) != None", "None == np.ones((2, 1))", "np.array(5) == {}",
                "{'a': 1} != np.array([1.5])", "np.int64(1) == None",
            ], numpy: true)
    }

    @Test func numbersOfNumPyRepeat() throws {
        try expectAsPython(
            [
                "[1, 2] * np.int64(2)", "np.int64(2) * (1, 2)", "[1] * np.int64(-3)", "np.int64(2) * 'ab'",
                "'ab' * np.int64(2)", "np.float64(1.5) * [1, 2]", "(1, 2) * np.float32(2)", "[1] * np.True_",
                "[1, 2] + np.int64(1)", "np.array(2) * [1, 2]",
            ], numpy: true)
    }

    @Test func bothEndsOfAClip() throws {
        try expectAsPython(
            [
                "np.clip(3, 1)", "np.clip(3, 1, None)", "np.clip([1, 5], None, 3)", "np.clip(3, min=1)",
                "np.clip([1, 5], max=3)", "np.clip(3, a_min=4, a_max=5)", "np.clip(3, a_max=1)",
                "np.array([1, 5]).clip(2)",
            ], numpy: true)
    }

    @Test func anglesOfThirtyTwoBits() throws {
        try expectAsPython(
            [
                "np.degrees(np.array([1, 2], dtype=np.float32))", "np.radians(np.array([90, 33], dtype=np.float32))",
            ], numpy: true)
    }

    @Test func objectsBackwards() throws {
        let programs = [
            """
            class A:
                def __len__(self): return 3
                def __getitem__(self, k):
                    print("item", k)
                    return k * k
            backwards = reversed(A())
            print(next(backwards), list(backwards), list(backwards))
            """,
            """
            class A:
                def __len__(self): return 3
                def __getitem__(self, k):
                    if k == 1: raise IndexError
                    return k
            print(list(reversed(A())))
            """,
            """
            class A:
                def __len__(self): return 3
            try:
                reversed(A())
            except TypeError as error:
                print(error)
            """,
        ]
        guard let answers = try Python.prints(programs) else { return }
        for (program, answer) in zip(programs, answers) { #expect(LanguagePage.run(program).output == answer) }
    }
}
