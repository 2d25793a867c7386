internal import CSystem
internal import Glibc

/// Runs work on several threads at once; results are placed by index, never by order of completion.
public struct Threads: Sendable {
    public let count: Int

    /// - Parameter count: how many threads; as many as there are processors when nil.
    public init(count: Int? = nil) {
        self.count = max(1, count ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    /// Applies `work` to the numbers below `count`; each thread makes a state of its own first, which never leaves it.
    func map<State, Result: Sendable, Failure: Error>(
        _ count: Int, state: @escaping @Sendable () throws(Failure) -> State,
        _ work: @escaping @Sendable (inout State, Int) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let board = Board<Result, Failure>(count: count)
        let worker: @Sendable () -> Void = {
            guard let first = board.take() else { return }
            do throws(Failure) {
                var own = try state()
                var next: Int? = first
                while let index = next {
                    board.put(try work(&own, index), at: index)
                    next = board.take()
                }
            } catch {
                board.fail(error)
            }
        }
        Threads.run(Array(repeating: worker, count: min(self.count, max(1, count))))
        return try board.results()
    }

    /// Applies `work` to the numbers below `count`.
    func map<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
        map(count, state: { () throws(Never) in }, { (_: inout Void, index) throws(Never) in work(index) })
    }

    /// Two pieces of work at once, or one after the other when there is one thread only.
    func both<First: Sendable, Second: Sendable>(
        _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable (Threads) -> Second
    ) -> (First, Second) {
        guard count > 1 else { return (first(), second(self)) }
        let left = Board<First, Never>(count: 1)
        let right = Board<Second, Never>(count: 1)
        let rest = Threads(count: count - 1)
        Threads.run([{ left.put(first(), at: 0) }, { right.put(second(rest), at: 0) }])
        return (left.results()[0], right.results()[0])
    }

    /// Runs every piece on a thread of its own, the last one on this, and waits for all.
    private static func run(_ pieces: [@Sendable () -> Void]) {
        var threads: [pthread_t] = []
        for piece in pieces.dropLast() {
            if let thread = start(piece) { threads.append(thread) } else { piece() }
        }
        pieces.last?()
        for thread in threads { pthread_join(thread, nil) }
    }

    /// Runs `work` on a thread with a deep stack while this one waits.
    ///
    /// From here on threads ask the system for memory in large steps; by glibc's habit a build asks thousands of times for a page.
    public static func onDeepStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result {
        mallopt(M_TOP_PAD, 16 << 20)
        mallopt(M_TRIM_THRESHOLD, 256 << 20)
        let board = Board<Result, Never>(count: 1)
        guard let thread = start({ board.put(work(), at: 0) }) else { return work() }
        pthread_join(thread, nil)
        return board.results()[0]
    }

    /// The sizes of stacks to ask for, in bytes. Values that a program nests a million deep are destroyed by as many calls
    /// within each other; of an address space this large only what is used takes memory. Parsers and the machine of
    /// cells bound their depth for the smallest, which is also the main thread's.
    private static let stackSizes = [1 << 30, 256 << 20, 64 << 20, 8 << 20]

    /// nil when the system has no thread to give.
    static func start(_ piece: @escaping @Sendable () -> Void) -> pthread_t? {
        for size in stackSizes {
            if let thread = start(piece, stackSize: size) { return thread }
        }
        return nil
    }

    private static func start(_ piece: @escaping @Sendable () -> Void, stackSize: Int) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, stackSize) == 0 else { return nil }
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Piece(piece))
        let status = pthread_create(
            &thread, &attributes,
            { raw in
                if let raw { Unmanaged<Piece>.fromOpaque(raw).takeRetainedValue().work() }
                return nil
            }, box.toOpaque())
        if status == 0 { return thread }
        box.release()
        return nil
    }
}

private final class Piece {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

/// Hands out indices and collects results.
///
/// Sendable because every access to its state holds the lock.
private final class Board<Result: Sendable, Failure: Error>: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var next = 0
    private var placed: [Result?]
    private var failure: Failure?

    init(count: Int) {
        placed = Array(repeating: nil, count: count)
        pthread_mutex_init(lock, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    private func locked<T>(_ body: () -> T) -> T {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }

    /// The next index to work on; nil when there is none, or when something failed.
    func take() -> Int? {
        locked {
            guard failure == nil, next < placed.count else { return nil }
            next += 1
            return next - 1
        }
    }

    func put(_ result: Result, at index: Int) { locked { placed[index] = result } }

    func fail(_ error: Failure) { locked { failure = failure ?? error } }

    func results() throws(Failure) -> [Result] {
        if let failure { throw failure }
        return placed.map { result in
            guard let result else { preconditionFailure("every index has its result") }
            return result
        }
    }
}
