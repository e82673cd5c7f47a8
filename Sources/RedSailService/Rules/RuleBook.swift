internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore
internal import Synchronization

/// The rules of a city as they are loaded, decoded.
final class RuleBook: Sendable {
  /// The name of the stamp that every write of a rule renews.
  static let stamp = "rules"

  /// What a city goes by that has loaded nothing.
  static let shipped = RuleBook(parameters: [])

  /// The parameters.
  let table: RuleTable

  private init(parameters: [RuleValue]) {
    table = RuleTable(unchecked: parameters)
  }

  /// Reads what a city has loaded.
  init(_ snapshot: some StoreSnapshot) throws {
    let parameters = try snapshot.everyLive(Parameter.self).compactMap { try? RuleValue($0.resource) }
    table = RuleTable(unchecked: parameters)
  }
}

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

extension StoreSnapshot {
  /// The rules of the city.
  func ruleBook() throws -> RuleBook {
    let stamp = try stamp(RuleBook.stamp)
    if stamp.isEmpty { return .shipped }
    if let book = RuleBooks[stamp] { return book }
    let book = try RuleBook(unnarrowed())
    RuleBooks[stamp] = book
    return book
  }

  /// All live records of a kind.
  func everyLive<Resource: StoredResource>(_ type: Resource.Type) throws -> [StoredRecord<Resource>] {
    var query = ListQuery(Resource.recordKind, pageSize: ListQuery.maximumPageSize)
    var records: [StoredRecord<Resource>] = []
    repeat {
      let page = try list(query)
      records += try page.records.map { try StoredRecord($0) }
      query.cursor = page.next
    } while query.cursor != nil
    return records
  }
}
