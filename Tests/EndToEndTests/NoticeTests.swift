import Build
import Foundation
import Testing

/// Work that takes long says so; quick work stays silent.
struct NoticeTests {
    private struct Refusal: Error {}

    @Test func longWorkIsNoticedOnce() {
        let noticed = DispatchSemaphore(value: 0)
        let (result, wasNoticed) = working(noticeAfter: 1, { noticed.signal() }) {
            noticed.wait()
            return 7
        }
        #expect(result == 7 && wasNoticed)
        #expect(noticed.wait(timeout: .now()) == .timedOut)
    }

    @Test func quickWorkIsNot() {
        let (result, wasNoticed) = working(noticeAfter: 3_600_000, { Issue.record("noticed") }) { 7 }
        #expect(result == 7 && !wasNoticed)
    }

    @Test func aFailureComesThrough() {
        #expect(throws: Refusal.self) {
            try working(noticeAfter: 3_600_000, {}) { () throws(Refusal) in throw Refusal() }
        }
    }
}
