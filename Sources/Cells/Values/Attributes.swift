/// The attributes of one object, by their place in its class; `unbound` where the object has none.
///
/// They are read and written at almost every step of a program with classes, so they lie in memory of their own, which is
/// shared with nobody and needs no count of references.
struct Attributes: ~Copyable {
    private var values: UnsafeMutablePointer<Value>?
    private(set) var count = 0
    private var capacity = 0

    /// - Parameter capacity: how many are to be expected.
    init(expecting capacity: Int) { reserve(capacity) }

    deinit {
        values?.deinitialize(count: count)
        values?.deallocate()
    }

    subscript(place: Int) -> Value {
        @inline(__always) get { at(place).pointee }
        @inline(__always) set { at(place).pointee = newValue }
    }

    /// Where an attribute lies until the next one is added.
    @inline(__always)
    func at(_ place: Int) -> UnsafeMutablePointer<Value> {
        guard let values, place >= 0, place < count else {
            preconditionFailure("an attribute has a place below the number of attributes")
        }
        return values + place
    }

    mutating func append(_ value: Value) {
        if count == capacity { reserve(max(4, 2 * capacity)) }
        guard let values else { preconditionFailure("there is room for an attribute before it is added") }
        (values + count).initialize(to: value)
        count += 1
    }

    mutating func removeAll() {
        let (old, number) = (values, count)
        (values, count, capacity) = (nil, 0, 0)
        old?.deinitialize(count: number)
        old?.deallocate()
    }

    private mutating func reserve(_ wanted: Int) {
        if wanted <= capacity { return }
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: wanted)
        if let values {
            larger.moveInitialize(from: values, count: count)
            values.deallocate()
        }
        (values, capacity) = (larger, wanted)
    }
}
