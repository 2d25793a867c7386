import Build
import Foundation
import Testing

/// Work that takes long says so; quick work stays silent.
struct NoticeTests {
    private struct Refusal: Error {}

    @Test func longWorkIsNoticedAgainAndAgain() {
        let noticed = DispatchSemaphore(value: 0)
        let (result, wasNoticed) = working(noticeAfter: 1, every: 1, { noticed.signal() }) {
            for _ in 0..<3 { noticed.wait() }
            return 7
        }
        while noticed.wait(timeout: .now()) == .success {}
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
