/// The names of an architecture, in order of definition, and what each stands for.
///
/// A declared name hides a derived one. Lookup is by dictionary, listing by array, so no order of a dictionary is seen.
struct Vocabulary: Sendable {
    struct Entry: Sendable {
        let name: String
        let quantity: Quantity
    }

    private var declared: [String: Role] = [:]
    private var meanings: [String: Quantity] = [:]

    /// Adds a name an author gave, or one that counts as given (numbered units); `quantity` is what it stands for.
    mutating func declare(_ name: String, as role: Role, meaning quantity: Quantity?) throws(NetworkError) {
        guard isIdentifier(name) else { throw .invalidName(name, role) }
        if let earlier = declared[name] { throw .collision(name: name, first: earlier, second: role) }
        declared[name] = role
        meanings[name] = quantity
    }

    /// Adds a name made from others, unless it is declared.
    ///
    /// - Throws: `collision` when two quantities would get the same derived name, for then neither could be told.
    mutating func derive(_ name: String, meaning quantity: Quantity) throws(NetworkError) {
        if declared[name] != nil { return }
        if let earlier = meanings[name] {
            if earlier == quantity { return }
            throw .collision(name: name, first: .derived(earlier), second: .derived(quantity))
        }
        meanings[name] = quantity
    }

    func role(of name: String) -> Role? { declared[name] }

    subscript(name: String) -> Quantity? { meanings[name] }
}

/// True for a letter or underscore followed by letters, digits and underscores; any letter beyond ASCII will do.
func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !isDigit(first) else { return false }
    return name.utf8.allSatisfy { byte in
        isDigit(byte) || byte == 0x5F || byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
