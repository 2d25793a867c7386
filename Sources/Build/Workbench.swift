internal import Glibc

/// A thread with a state of its own, which lasts from one piece of work to the next.
///
/// The state is made when it is first needed, on the thread, and never leaves it.
final class Workbench<State, Failure: Error>: Sendable {
    private typealias Job = @Sendable (inout State?) -> Void

    private let make: @Sendable () throws(Failure) -> State
    private let jobs: Queue<Job>

    init(_ make: @escaping @Sendable () throws(Failure) -> State) {
        self.make = make
        jobs = Queue()
    }

    deinit { jobs.close() }

    /// Does a piece of work on the thread and waits for it.
    func callAsFunction<Result: Sendable>(
        _ work: @escaping @Sendable (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let answers = Queue<Swift.Result<Result, Failure>>()
        order {
            answers.put($0)
        } _: { (state) throws(Failure) in
            try work(&state)
        }
        guard let answer = answers.take() else { preconditionFailure("every piece of work has an answer") }
        return try answer.get()
    }

    /// Does a piece of work on the thread some time; nobody waits for it.
    func later(_ work: @escaping @Sendable (inout State) throws(Failure) -> Void) {
        order { _ in
        } _: { (state) throws(Failure) in
            try work(&state)
        }
    }

    private func order<Result: Sendable>(
        _ answer: @escaping @Sendable (Swift.Result<Result, Failure>) -> Void,
        _ work: @escaping @Sendable (inout State) throws(Failure) -> Result
    ) {
        let make = make
        jobs.put { state in
            answer(
                Swift.Result { () throws(Failure) in
                    var own = if let state { state } else { try make() }
                    defer { state = own }
                    return try work(&own)
                })
        }
        start()
    }

    /// Starts the thread, once; where the system has none to give, the work is done here with a state that goes again.
    private func start() {
        guard jobs.claim() else { return }
        let jobs = jobs
        let work: @Sendable () -> Void = {
            var state: State?
            while let job = jobs.take() { job(&state) }
        }
        if let thread = Threads.start(work) {
            pthread_detach(thread)
        } else {
            var state: State?
            jobs.release()
            while let job = jobs.takeIfAny() { job(&state) }
        }
    }
}

/// Values handed from one thread to another in their order.
///
/// Sendable because every access to its state holds the lock.
private final class Queue<Value: Sendable>: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Value] = []
    private var isClosed = false
    private var isClaimed = false

    init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }

    func put(_ value: Value) {
        locked {
            waiting.append(value)
            pthread_cond_signal(changed)
        }
    }

    /// The next value, waited for; nil when the queue is closed and empty.
    func take() -> Value? {
        locked {
            while waiting.isEmpty, !isClosed { pthread_cond_wait(changed, lock) }
            return waiting.isEmpty ? nil : waiting.removeFirst()
        }
    }

    func takeIfAny() -> Value? { locked { waiting.isEmpty ? nil : waiting.removeFirst() } }

    func close() {
        locked {
            isClosed = true
            pthread_cond_broadcast(changed)
        }
    }

    /// Whether nobody had promised before to take the values.
    func claim() -> Bool {
        locked {
            defer { isClaimed = true }
            return !isClaimed
        }
    }

    func release() { locked { isClaimed = false } }
}
