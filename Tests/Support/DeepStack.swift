import Foundation

/// Runs work on a thread with as much stack as the product gives its own, and waits for the result.
public func withDeepStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result {
    let box = Box<Result>()
    let thread = Thread {
        box.result = work()
        box.done.signal()
    }
    thread.stackSize = 1 << 30
    thread.start()
    box.done.wait()
    guard let result = box.result else { preconditionFailure("the thread signals after it has its result") }
    return result
}

/// Sendable because the semaphore orders the one write before the one read.
private final class Box<Result: Sendable>: @unchecked Sendable {
    let done = DispatchSemaphore(value: 0)
    var result: Result?
}
