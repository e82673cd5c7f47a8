internal import NIOCore
internal import RPCCore
internal import Synchronization
internal import Testing

/// The queue and the gates between a transport and the tasks of a call. A test that fails here may hang.
@Suite(.timeLimit(.minutes(1))) struct FlowTests {
  static let aborted = RPCError(code: .aborted, message: "over")

  @Test func messagesComeInOrderFromAnotherTask() async throws {
    let queue = InboundMessages()
    let writer = Task {
      for number in 0..<10_000 {
        queue.push(ReceivedMessage(ByteBuffer(integer: UInt32(number))))
        if number % 100 == 0 { await Task.yield() }
      }
      queue.finish()
    }
    var expected: UInt32 = 0
    while let message = try await queue.next().get() {
      #expect(message.bytes.getInteger(at: 0) == expected)
      expected += 1
    }
    #expect(expected == 10_000)
    #expect(try await queue.next().get() == nil)
    await writer.value
  }

  @Test func anErrorComesBehindTheQueueOrInItsPlace() async throws {
    let polite = InboundMessages()
    polite.push(ReceivedMessage(ByteBuffer(integer: UInt8(1))))
    polite.fail(Self.aborted, discardingQueue: false)
    polite.push(ReceivedMessage(ByteBuffer(integer: UInt8(2))))
    #expect(try await polite.next().get()?.bytes.readableBytes == 1)
    #expect(await polite.next().failure?.code == .aborted)
    #expect(await polite.next().failure?.code == .aborted)

    let abrupt = InboundMessages()
    abrupt.push(ReceivedMessage(ByteBuffer(integer: UInt8(1))))
    abrupt.finish()
    abrupt.fail(Self.aborted, discardingQueue: true)
    #expect(abrupt.count == 0)
    #expect(await abrupt.next().failure?.code == .aborted)
  }

  @Test func cancellingTheReaderWakesIt() async {
    for _ in 0..<200 {
      let queue = InboundMessages()
      let cancelled = Atomic<Int>(0)
      let reader = Task { await queue.next { cancelled.add(1, ordering: .relaxed) } }
      reader.cancel()
      #expect(await reader.value.failure?.code == .cancelled)
      #expect(cancelled.load(ordering: .relaxed) <= 1)
      // The queue itself goes on.
      queue.push(ReceivedMessage(ByteBuffer(integer: UInt8(1))))
      #expect(await queue.next().failure == nil)
    }
  }

  @Test func aGateLetsWritersThroughAsBytesGo() async throws {
    let gate = OutboundGate(limit: 100)
    #expect(try gate.tryAcquire(150))
    #expect(try !gate.tryAcquire(1))
    var writers: [Task<Int, any Error>] = []
    for _ in 0..<5 {
      writers.append(
        Task {
          try await gate.acquire(60)
          defer { gate.release(60) }
          return gate.outstanding
        }
      )
    }
    #expect(gate.outstanding == 150)
    gate.release(150)
    // Who passed found less than the limit outstanding and added its own bytes.
    for writer in writers { #expect(try await writer.value <= 120) }
    #expect(gate.outstanding == 0)
  }

  @Test func aClosedGateAndACancelledTaskWakeWriters() async throws {
    for _ in 0..<200 {
      let gate = OutboundGate(limit: 1)
      try await gate.acquire(1)
      let first = Task { await Result { () async throws(RPCError) in try await gate.acquire(1) }.failure?.code }
      let second = Task { await Result { () async throws(RPCError) in try await gate.acquire(1) }.failure?.code }
      first.cancel()
      #expect(await first.value == .cancelled)
      gate.close(Self.aborted)
      #expect(await second.value == .aborted)
      #expect(throws: RPCError.self) { try gate.tryAcquire(1) }
    }
  }

  @Test func manyTasksMayWaitForInitialMetadata() async throws {
    let initial = InitialMetadata()
    var metadata = Metadata()
    try metadata.add("v", for: "k")
    let waiters = (0..<10).map { _ in Task { try await initial.value()["k"] } }
    let impatient = Task { try await initial.value() }
    impatient.cancel()
    #expect(await #expect(throws: RPCError.self) { try await impatient.value }?.code == .cancelled)
    initial.complete(.success(metadata))
    initial.complete(.failure(Self.aborted))
    for waiter in waiters { #expect(try await waiter.value == "v") }
    #expect(try await initial.value()["k"] == "v")
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }

  init(_ body: () async throws(Failure) -> Success) async {
    do throws(Failure) { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
