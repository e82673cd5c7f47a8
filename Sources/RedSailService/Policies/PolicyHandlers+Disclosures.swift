internal import RPCCore
internal import RedSailAPI

/// 公开公示.
extension PolicyHandlers {
  func getDisclosure(_ request: GetDisclosureRequest, context: ServerContext) async throws -> Disclosure {
    try await disclosures.get(request.name, context)
  }

  func listDisclosures(_ request: ListDisclosuresRequest, context: ServerContext) async throws
    -> ListDisclosuresResponse
  {
    let page = try await disclosures.list(request, context)
    return .with {
      $0.disclosures = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createDisclosure(_ request: CreateDisclosureRequest, context: ServerContext) async throws -> Disclosure {
    try await disclosures.create(request, context)
  }

  func updateDisclosure(_ request: UpdateDisclosureRequest, context: ServerContext) async throws -> Disclosure {
    try await disclosures.update(request, context)
  }

  func deleteDisclosure(_ request: DeleteDisclosureRequest, context: ServerContext) async throws -> Disclosure {
    try await disclosures.delete(request, context)
  }

  func undeleteDisclosure(_ request: UndeleteDisclosureRequest, context: ServerContext) async throws -> Disclosure {
    try await disclosures.undelete(request, context)
  }
}
