internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// Every change in a city, in order, from any point (变更订阅).
struct ChangeFeedHandlers: ChangeFeedService {
  private let environment: ServiceEnvironment

  init(_ environment: ServiceEnvironment) {
    self.environment = environment
  }

  func listChanges(_ request: ListChangesRequest, context: ServerContext) async throws -> ListChangesResponse {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let selection = ChangeSelection(
      parent: request.parent,
      division: request.division,
      kinds: request.kinds,
      caller: caller,
      &violations
    )
    let limit = violations.pageSize(request.maxChanges, "max_changes", default: 100)
    violations.start(cursor: request.cursor, fromLatest: request.fromLatest)
    try violations.check()
    let reader = ChangeReader(environment: environment, caller: caller, selection: selection)
    let start = try await reader.start(cursor: request.cursor, fromLatest: request.fromLatest)
    let page = try await reader.page(after: start, limit: limit)
    let changes = try reader.messages(page.changes)
    return .with {
      $0.changes = changes
      $0.nextCursor = reader.cursor(after: page.progress)
      $0.more = page.latest > page.progress
    }
  }

  func watchChanges(
    _ request: WatchChangesRequest,
    responses: ResponseWriter<WatchChangesResponse>,
    context: ServerContext
  ) async throws {
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let selection = ChangeSelection(
      parent: request.parent,
      division: request.division,
      kinds: request.kinds,
      caller: caller,
      &violations
    )
    violations.start(cursor: request.cursor, fromLatest: request.fromLatest)
    let interval = violations.progressInterval(request.progressInterval)
    try violations.check()
    let reader = ChangeReader(environment: environment, caller: caller, selection: selection)
    let start = try await reader.start(cursor: request.cursor, fromLatest: request.fromLatest)
    let watch = ChangeWatch(reader: reader, responses: responses, interval: interval)
    try await watch.run(from: start, announcingStart: request.fromLatest)
  }
}
