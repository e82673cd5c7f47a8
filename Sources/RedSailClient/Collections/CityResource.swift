/// A kind of record that a city has, and that ``ResourceCollection`` gets, lists, creates, updates and deletes.
///
/// The kinds of the schema conform here; there is no use in conforming elsewhere.
public protocol CityResource: Message {
  /// The names of the kind's fields.
  associatedtype FieldPath: RawRepresentable<String>, Sendable
  /// Asks for one record.
  associatedtype GetRequest: StandardGetRequest
  /// Asks for a page.
  associatedtype ListRequest: StandardListRequest
  /// A page.
  associatedtype ListResponse: StandardListResponse
  /// Makes a record.
  associatedtype CreateRequest: StandardCreateRequest
  /// Changes a record.
  associatedtype UpdateRequest: StandardUpdateRequest
  /// Deletes a record.
  associatedtype DeleteRequest: ActionRequest
  /// Restores a record.
  associatedtype UndeleteRequest: ActionRequest

  /// Its name, `cities/{city}/<collection>/{id}`.
  var name: String { get set }
  /// Changes with every change of it (AIP-154).
  var etag: String { get set }

  /// The standard methods.
  static var standardMethods:
    StandardMethods<
      Self, GetRequest, ListRequest, ListResponse, CreateRequest, UpdateRequest, DeleteRequest, UndeleteRequest
    >
  { get }
}

extension CityResource {
  /// The kind's name in the change feed and in references, such as `redsail/Ticket`.
  public static var resourceType: String { "redsail/\(layout.fullName.split(separator: ".").last ?? "")" }
}
