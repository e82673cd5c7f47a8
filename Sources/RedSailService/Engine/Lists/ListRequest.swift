internal import ProtobufRuntime

/// A request for a page of a city's resources (AIP-132).
protocol ListRequest: ProtobufRuntime.Message {
  var parent: String { get }
  var pageSize: Int32 { get }
  var pageToken: String { get }
  var filter: String { get }
  var orderBy: String { get }
  var showDeleted: Bool { get }
  var division: String { get }
}
