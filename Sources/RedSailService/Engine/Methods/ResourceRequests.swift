internal import ProtobufRuntime

/// A request that creates a resource (AIP-133).
protocol CreateRequest<Resource>: MutationRequest {
  associatedtype Resource: StoredResource
  var parent: String { get }
  /// The last part of the new name, as the caller wishes it.
  var resourceID: String { get }
  var resource: Resource? { get }
}

/// A request that changes fields of a resource (AIP-134).
protocol UpdateRequest<Resource>: MutationRequest {
  associatedtype Resource: StoredResource
  var resource: Resource? { get }
  var updateMask: FieldMask? { get }
}

/// A request that acts on a named resource: delete (AIP-135), undelete (AIP-164) and custom methods (AIP-136).
protocol ActionRequest: MutationRequest {
  var name: String { get }
  var etag: String { get }
}
