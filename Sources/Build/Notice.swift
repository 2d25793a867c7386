internal import Glibc

/// Does some work; when it takes longer than a delay, says so again and again while it goes on.
///
/// - Parameters:
///   - interval: milliseconds from one notice to the next.
///   - notice: called from another thread, and never after this function has returned.
/// - Returns: the result, and whether it took longer.
public func working<Result, Failure: Error>(
    noticeAfter milliseconds: Int, every interval: Int = 200, _ notice: @escaping @Sendable () -> Void,
    _ work: () throws(Failure) -> Result
) throws(Failure) -> (result: Result, wasNoticed: Bool) {
    let alarm = Alarm()
    let thread = Threads.start { alarm.wait(milliseconds, then: interval, notice) }
    func finish() -> Bool {
        alarm.stop()
        if let thread { pthread_join(thread, nil) }
        return alarm.hasRung
    }
    do throws(Failure) {
        let result = try work()
        return (result, finish())
    } catch {
        _ = finish()
        throw error
    }
}

/// Rings after a while, and then time and again, unless it is stopped before.
///
/// Sendable because every access to its state holds the lock.
private final class Alarm: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let stopped = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var isStopped = false
    private(set) var hasRung = false

    init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(stopped, nil)
    }

    deinit {
        pthread_cond_destroy(stopped)
        pthread_mutex_destroy(lock)
        stopped.deallocate()
        lock.deallocate()
    }

    func wait(_ delay: Int, then interval: Int, _ ring: () -> Void) {
        pthread_mutex_lock(lock)
        var milliseconds = delay
        while sleep(milliseconds) {
            hasRung = true
            ring()
            milliseconds = interval
        }
        pthread_mutex_unlock(lock)
    }

    /// Waits, holding the lock before and after; false when it was stopped meanwhile.
    private func sleep(_ milliseconds: Int) -> Bool {
        var end = timespec()
        clock_gettime(CLOCK_REALTIME, &end)
        let nanoseconds = end.tv_nsec + milliseconds % 1000 * 1_000_000
        end.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
        end.tv_nsec = nanoseconds % 1_000_000_000
        while !isStopped, pthread_cond_timedwait(stopped, lock, &end) == 0 {}
        return !isStopped
    }

    func stop() {
        pthread_mutex_lock(lock)
        isStopped = true
        pthread_cond_signal(stopped)
        pthread_mutex_unlock(lock)
    }
}
