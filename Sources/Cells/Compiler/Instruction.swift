/// One step of the machine.
///
/// `a` is a register, where the result goes unless the opcode says otherwise. An operand is a register from 0 on, or a
/// constant counted down from −1.
struct Instruction {
    var opcode: Opcode
    /// Which operands came up inside the expression and are used nowhere else: 1 for the left, 2 for the right one.
    var scratch: UInt8 = 0
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0

    var hasScratchLeft: Bool { scratch & 1 != 0 }
    var hasScratchRight: Bool { scratch & 2 != 0 }
}

enum Opcode: UInt8 {
    // MARK: Names
    /// a ← operand b
    case move
    /// a ← global b
    case loadGlobal
    /// global b ← operand a
    case storeGlobal
    /// unbinds global b
    case deleteGlobal
    /// a ← the variable in register b
    case loadVariable
    /// the variable in register b ← operand a
    case storeVariable
    /// unbinds the variable in register b
    case deleteVariable
    /// wraps what register a holds in a variable
    case makeVariable
    /// fails when register a is unbound
    case checkLocal
    /// unbinds register a, which must be bound
    case deleteLocal
    /// a ← name b of the class in register 0, or else global c
    case loadClassName
    /// name b of the class in register 0 ← operand a
    case storeClassName
    /// unbinds name b of the class in register 0
    case deleteClassName

    // MARK: Making values
    /// a ← a list, tuple or set of the c registers from b on
    case makeList, makeTuple, makeSet
    /// a ← a dict of c pairs of registers from b on
    case makeDict
    /// the list in a takes operand b, or all its items
    case appendItem, appendItems
    /// the set in a takes operand b
    case insertMember
    /// the dict in a gets operand c under the key b
    case setEntry
    /// the dict in a gets all entries of operand b
    case setEntries
    /// a ← the items of the list in a as a tuple or a set
    case listToTuple, listToSet
    /// a ← slice of the registers b, b + 1, b + 2
    case makeSlice
    /// a ← operand b as text, by the format in register c; conversion and presence of a format in the next instruction
    case formatValue
    /// a ← the texts of the c registers from b on, joined
    case joinTexts
    /// a ← a function of the code b; its defaults stand from register c on
    case makeFunction
    /// a ← a new class named by constant b above operand c
    case makeClass
    /// a ← super() for the class in variable b and the object in operand c
    case makeSuper
    /// a ← the module named by constant b; c says whether it is one
    case importModule

    // MARK: Operators
    /// a ← operator on operand b
    case positive, negative, invert, not
    /// a ← operand b + operand c, and so on
    case add, subtract, multiply, divide, floorDivide, remainder, power, matrixMultiply, bitAnd, bitOr, bitXor,
        leftShift,
        rightShift
    /// a ← register b changed in place by operand c
    case inPlaceAdd, inPlaceSubtract, inPlaceMultiply, inPlaceDivide, inPlaceFloorDivide, inPlaceRemainder,
        inPlacePower, inPlaceMatrixMultiply, inPlaceBitAnd, inPlaceBitOr, inPlaceBitXor, inPlaceLeftShift,
        inPlaceRightShift
    /// a ← relation of operands b and c
    case less, lessEqual, greater, greaterEqual, equal, notEqual, isIn, isNotIn, isSame, isNotSame

    // MARK: The way on
    /// on to a
    case jump
    /// back to a, which costs a step
    case loop
    /// on to a when operand b is true or false
    case jumpIfTrue, jumpIfFalse
    /// on to a unless the relation of b and c holds
    case jumpUnlessLess, jumpUnlessLessEqual, jumpUnlessGreater, jumpUnlessGreaterEqual, jumpUnlessEqual,
        jumpUnlessNotEqual
    /// begins to walk operand b in the registers a, a + 1, a + 2
    case beginFor
    /// b ← the next item of the walk in a, or on to c when there is none
    case nextItem
    /// a ← an iterator over operand b
    case makeIterator
    /// the c registers from a on ← the items of operand b
    case unpack
    /// the registers from a on ← the items of operand b: c of them before the starred one; the next instruction says how many after
    case unpackStarred

    // MARK: Calls
    /// a ← the function in register b, called with the c registers behind it
    case call
    /// a ← the method of the object in register b + 1; the next instruction has the site and the number of arguments, which
    /// stand behind the object
    case callMethod
    /// a ← the function in register b, called with the arguments behind it in shape c
    case callShaped
    /// returns operand a
    case `return`
    /// hands operand b out of a generator; a ← what comes back
    case yield
    /// belongs to the instruction before
    case extra

    // MARK: Attributes and items
    /// a ← attribute of operand b at site c
    case loadAttribute
    /// attribute of operand b at site c ← operand a
    case storeAttribute
    /// removes the attribute of operand b at site c
    case deleteAttribute
    /// a ← operand b [ operand c ]
    case loadItem
    /// operand b [ operand c ] ← operand a
    case storeItem
    /// removes operand b [ operand c ]
    case deleteItem

    // MARK: Exceptions
    /// raises operand a, from operand b unless it is the same
    case raise
    /// raises the exception in register a again
    case reraise
    /// a ← the exception that led here
    case catchException
    /// a ← whether the exception in register b is of type c
    case matchException
    /// fails for a claim that is false; operand a is the message, or unbound
    case assertionFailed
    /// a ← what operand b gives on entering; its exit is called with the exception, if any, in operand b later
    case enterContext
    /// leaves the context in operand a; operand b is the exception, or None; c ← whether it is swallowed
    case exitContext

    // MARK: Output
    /// prints operand a as a notebook shows it
    case show
}
