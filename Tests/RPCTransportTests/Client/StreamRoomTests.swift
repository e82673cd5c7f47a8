internal import Testing

@testable internal import RPCTransport

@Suite struct StreamRoomTests {
  @Test func aServerThatRefusesNothingIsTrusted() {
    var room = StreamRoom()
    for _ in 0..<1_000 { room.ended() }
    #expect(room.limit == .max)
  }

  @Test func aRefusalLeavesThreeQuartersOfWhatWasOpen() {
    var room = StreamRoom()
    room.refused(open: 48)
    #expect(room.limit == 36)
    // Several refusals of one moment: the lowest counts, a later one does not raise it.
    room.refused(open: 40)
    room.refused(open: 48)
    #expect(room.limit == 30)
    room.refused(open: 0)
    #expect(room.limit == 1)
  }

  @Test func asManyEndingsAsThereIsRoomGiveOneMore() {
    var room = StreamRoom()
    room.refused(open: 3)
    room.ended()
    room.ended()
    #expect(room.limit == 3)
    room.ended()
    #expect(room.limit == 4)
    // A refusal starts the count anew.
    for _ in 0..<3 { room.ended() }
    room.refused(open: 5)
    #expect(room.limit == 4)
    room.ended()
    #expect(room.limit == 4)
  }

  /// A server of 50 places that clears a place away so many steps after its stream has ended: no call is refused often
  /// enough to fail.
  @Test(arguments: [1, 5, 20]) func aServerThatIsSlowToClearAwayIsServed(delay: Int) {
    var room = StreamRoom()
    var open = 0
    var clearing: [Int] = []
    var mostRefusals = 0
    var refusals = 0
    for step in 0..<5_000 {
      clearing.removeAll { $0 <= step }
      while open < min(room.limit, 50) {
        if open + clearing.count >= 50 {
          refusals += 1
          mostRefusals = max(mostRefusals, refusals)
          room.refused(open: open)
        } else {
          open += 1
          refusals = 0
        }
      }
      open -= 1
      clearing.append(step + delay)
      room.ended()
    }
    #expect(mostRefusals <= 3)
  }
}
