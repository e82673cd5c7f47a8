internal import NIOCore
internal import RPCCore
internal import Testing

@testable import RPCTransport

@Suite("Request bodies")
struct RequestBodyTests {
  private func frame(_ text: String) -> ByteBuffer { MessageFramer.frame(ByteBuffer(string: text)) }

  private func texts(_ output: RequestBody.Output) -> [String]? {
    switch output {
    case .message(let message): [String(buffer: message.bytes)]
    case .messages(let messages): messages.map { String(buffer: $0.bytes) }
    case .nothing, .failure: nil
    }
  }

  private func code(_ output: RequestBody.Output) -> StatusCode? {
    if case .failure(let error) = output { error.code } else { nil }
  }

  @Test func aSingleMessageComesAtTheEnd() {
    var body = RequestBody(isSingle: true, maximumBytes: 10)
    #expect(texts(body.append(frame("one"))) == nil)
    #expect(texts(body.finish()) == ["one"])
    #expect(body.isOver)
    #expect(texts(body.finish()) == nil)
  }

  @Test func streamedMessagesComeAsTheyAreComplete() {
    var body = RequestBody(isSingle: false, maximumBytes: 10)
    var bytes = frame("one")
    bytes.writeImmutableBuffer(frame("two"))
    var tail = frame("three")
    bytes.writeImmutableBuffer(tail.readSlice(length: 6) ?? ByteBuffer())
    #expect(texts(body.append(bytes)) == ["one", "two"])
    #expect(texts(body.append(tail)) == ["three"])
    #expect(texts(body.finish()) == nil)
    #expect(code(body.finish()) == nil)
  }

  @Test func afterAnErrorNothingMoreComes() {
    var body = RequestBody(isSingle: false, maximumBytes: 3)
    #expect(code(body.append(frame("long"))) == .resourceExhausted)
    #expect(body.isOver)
    #expect(texts(body.append(frame("ok"))) == nil)
    #expect(code(body.finish()) == nil)
  }

  @Test func aBrokenEndIsAnError() {
    var body = RequestBody(isSingle: false, maximumBytes: 10)
    #expect(texts(body.append(ByteBuffer(bytes: [0, 0]))) == nil)
    #expect(code(body.finish()) == .internal)
  }
}
