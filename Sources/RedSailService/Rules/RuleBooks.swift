internal import Synchronization

/// The books that were read, by stamp: a stamp stands for one state of the rules of one city, for good.
enum RuleBooks {
  /// More than there are cities in the country; old states are forgotten with the others when it is reached.
  private static let limit = 512

  private static let books = Mutex<[[UInt8]: RuleBook]>([:])

  static subscript(stamp: [UInt8]) -> RuleBook? {
    get { books.withLock { $0[stamp] } }
    set {
      books.withLock { books in
        if books.count >= limit { books.removeAll() }
        books[stamp] = newValue
      }
    }
  }
}
