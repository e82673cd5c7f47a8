/// Runs a body for each index of a range with so many at a time; the first error ends it all and is thrown.
func playConcurrently(
  _ indexes: Range<Int>,
  width: Int = 256,
  _ body: @escaping @Sendable (Int) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for worker in 0..<min(width, indexes.count) {
      group.addTask {
        for index in stride(from: indexes.lowerBound + worker, to: indexes.upperBound, by: width) {
          try await body(index)
        }
      }
    }
    try await group.waitForAll()
  }
}
