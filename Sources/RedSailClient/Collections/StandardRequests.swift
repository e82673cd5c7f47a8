/// A request that names one record (AIP-131).
public protocol StandardGetRequest: Message {
  /// The record's name.
  var name: String { get set }
}

/// A request for the records of a city, page by page (AIP-132, AIP-158).
public protocol StandardListRequest: Message {
  /// The city's name.
  var parent: String { get set }
  /// How many records a page has at most.
  var pageSize: Int32 { get set }
  /// Where to go on.
  var pageToken: String { get set }
  /// Which ones (AIP-160).
  var filter: String { get set }
  /// In which order (AIP-132).
  var orderBy: String { get set }
  /// Deleted ones too.
  var showDeleted: Bool { get set }
  /// Only those in this division or below it.
  var division: String { get set }
}

/// A page of records (AIP-158).
public protocol StandardListResponse: Message {
  /// Where to go on; empty after the last page.
  var nextPageToken: String { get }
}

/// A request that makes a record (AIP-133).
public protocol StandardCreateRequest: Message {
  /// The city's name.
  var parent: String { get set }
  /// Makes the call safe to repeat (AIP-155).
  var requestID: String { get set }
  /// When it happened; nil for now.
  var eventTime: Timestamp? { get set }
}

/// A request that changes a record (AIP-134).
public protocol StandardUpdateRequest: Message {
  /// Which fields to change; nil for all that are set.
  var updateMask: FieldMask? { get set }
  /// Makes the call safe to repeat (AIP-155).
  var requestID: String { get set }
  /// When it happened; nil for now.
  var eventTime: Timestamp? { get set }
}

/// A request that does something with one record: deletes it (AIP-135), restores it (AIP-164) or acts on it (AIP-136).
public protocol ActionRequest: Message {
  /// The record's name.
  var name: String { get set }
  /// If not empty, must be the current one (AIP-154).
  var etag: String { get set }
  /// Makes the call safe to repeat (AIP-155).
  var requestID: String { get set }
  /// When it happened; nil for now.
  var eventTime: Timestamp? { get set }
}
