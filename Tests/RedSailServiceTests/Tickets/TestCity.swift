internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import RedSailAPI
internal import RedSailService
internal import RedSailStore

/// Jining on a store of its own in a temporary directory, reached through the in-process pair and the generated clients:
/// two streets with a community, grid, compound, firm and project each, and an event that was held.
final class TestCity: Sendable {
  static let name = "cities/370800"
  /// Divisions: city, county, two streets of it, a community of each.
  static let county = "\(name)/divisions/370811"
  static let street = "\(name)/divisions/370811012"
  static let otherStreet = "\(name)/divisions/370811013"
  static let community = "\(name)/divisions/370811012001"
  static let otherCommunity = "\(name)/divisions/370811013001"
  static let grid = "\(name)/grids/g1"
  static let otherGrid = "\(name)/grids/g2"
  static let compound = "\(name)/compounds/c1"
  static let project = "\(name)/projects/p1"
  static let firm = "\(name)/firms/91370811MA3YYYY16X"
  /// Held on 2025-09-20 from 9 to 11 o'clock.
  static let event = "\(name)/receptionDays/held"
  /// Planned for 2026-12-01.
  static let plannedEvent = "\(name)/receptionDays/planned"

  let clock: TestClock
  let store: SQLiteStore
  let channel: InProcessChannel
  private let directory: String

  var tickets: TicketServiceClient { TicketServiceClient(channel) }
  var changes: ChangeFeedServiceClient { ChangeFeedServiceClient(channel) }
  var events: ReceptionDayServiceClient { ReceptionDayServiceClient(channel) }
  var party: PartyServiceClient { PartyServiceClient(channel) }
  var firms: FirmServiceClient { FirmServiceClient(channel) }
  var scoreboards: ScoreboardServiceClient { ScoreboardServiceClient(channel) }
  var divisions: DivisionServiceClient { DivisionServiceClient(channel) }

  /// Opens a city whose clock stands at a time; `demonstration` is the day of a demonstration at a fiftieth.
  init(at time: String = "2026-01-31", loadsHistory: Bool = true, demonstration: String? = nil) async throws {
    clock = TestClock()
    clock.advance(seconds: try shanghaiSeconds(time) - clock.now.seconds)
    directory = NSTemporaryDirectory() + "redsail-tickets-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let clock = clock
    store = try SQLiteStore(
      directory: directory,
      schema: RedSailServices.storeSchema,
      configuration: .small,
      clock: { clock.now }
    )
    let services = try await RedSailServices(
      store: store,
      authorizer: OpenAuthorizer(loadsHistory: loadsHistory),
      clock: { clock.now }
    )
    var router = RPCRouter()
    services.register(in: &router)
    channel = InProcessChannel(router: router)
    try await city("370800", demonstration: demonstration)
    try await build()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Records a city.
  func city(_ code: String, demonstration day: String?) async throws {
    _ = try await divisions.createCity(
      .with {
        $0.cityID = code
        $0.city = .with {
          $0.displayName = "城市 \(code)"
          guard let day else { return }
          $0.demonstration = .with {
            $0.scaleMillionths = 20_000
            $0.asOfDate = CalendarDate(day)
          }
        }
      }
    )
  }

  private func build() async throws {
    try await division("370800", .city, below: "")
    try await division("370811", .county, below: "370800")
    for (index, street) in ["370811012", "370811013"].enumerated() {
      try await division(street, .street, below: "370811")
      try await division("\(street)001", .community, below: street)
      try await neighbourhood(index + 1, community: "\(Self.name)/divisions/\(street)001")
    }
    try await event("held", at: "2025-09-20T09:00:00", until: "2025-09-20T11:00:00")
    _ = try await events.createReceptionDay(
      try .with {
        $0.parent = Self.name
        $0.receptionDayID = "planned"
        $0.receptionDay = try .with {
          $0.division = Self.community
          $0.kind = .ownersTalk
          $0.plannedStartTime = try Timestamp(shanghai: "2026-12-01")
        }
      }
    )
  }

  /// Records an event that was held.
  func event(_ id: String, at start: String, until end: String) async throws {
    _ = try await events.createReceptionDay(
      try .with {
        $0.parent = Self.name
        $0.receptionDayID = id
        $0.receptionDay = try .with {
          $0.division = Self.community
          $0.kind = .managerReceptionDay
          $0.state = .held
          $0.project = Self.project
          $0.plannedStartTime = try Timestamp(shanghai: start)
          $0.startTime = try Timestamp(shanghai: start)
          $0.endTime = try Timestamp(shanghai: end)
        }
      }
    )
  }

  /// Records a firm.
  func firm(_ code: String) async throws {
    _ = try await firms.createFirm(
      .with {
        $0.parent = Self.name
        $0.firmID = code
        $0.firm = .with {
          $0.division = Self.county
          $0.displayName = "物业服务企业 \(code)"
        }
      }
    )
  }

  private func division(_ code: String, _ level: Division.Level, below parent: String) async throws {
    _ = try await divisions.createDivision(
      .with {
        $0.parent = Self.name
        $0.divisionID = code
        $0.division = .with {
          $0.code = code
          $0.level = level
          $0.displayName = "区划 \(code)"
          $0.parentDivision = parent.isEmpty ? "" : "\(Self.name)/divisions/\(parent)"
        }
      }
    )
  }

  private func neighbourhood(_ number: Int, community: String) async throws {
    let code = number == 1 ? "91370811MA3YYYY16X" : "914403001922038216"
    _ = try await divisions.createGrid(
      .with {
        $0.parent = Self.name
        $0.gridID = "g\(number)"
        $0.grid = .with {
          $0.division = community
          $0.displayName = "网格 \(number)"
          $0.scheme = "jining-grid-2024"
          $0.code = "g\(number)"
        }
      }
    )
    _ = try await CompoundServiceClient(channel).createCompound(
      .with {
        $0.parent = Self.name
        $0.compoundID = "c\(number)"
        $0.compound = .with {
          $0.division = community
          $0.grid = "\(Self.name)/grids/g\(number)"
          $0.displayName = "小区 \(number)"
        }
      }
    )
    try await firm(code)
    _ = try await ProjectServiceClient(channel).createProject(
      .with {
        $0.parent = Self.name
        $0.projectID = "p\(number)"
        $0.project = .with {
          $0.division = community
          $0.displayName = "项目 \(number)"
          $0.firm = "\(Self.name)/firms/\(code)"
          $0.compounds = ["\(Self.name)/compounds/c\(number)"]
        }
      }
    )
  }
}
