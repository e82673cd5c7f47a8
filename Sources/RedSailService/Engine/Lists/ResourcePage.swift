/// One page of resources.
struct ResourcePage<Resource: StoredResource>: Sendable {
  let resources: [Resource]
  /// Empty after the last page.
  let nextPageToken: String
}
