internal import Foundation
internal import RedSailAPI
internal import Testing

/// Names, addresses and opening hours hold no number by which a person is reached or known.
@Suite struct PublicTextTests {
  private func violations(_ resource: AnyRecord.Resource) async throws -> [String] {
    var fields: [String] = []
    try await TestService.withCity { service in
      let results = try await RecordImportTests.push(
        service,
        [RecordImportTests.entry(resource)],
        validateOnly: true
      )
      guard let error = results.first?.error else { return }
      #expect(error.reason == .personalDataMisplaced && !error.localizedMessage.isEmpty, "\(error)")
      fields = error.violations.map(\.field)
    }
    return fields
  }

  @Test(arguments: [
    "古槐小区 13812345678", "古槐小区（电话138-1234-5678）", "古槐小区１３８１２３４５６７８", "古槐小区 0537-2345678",
    "古槐小区(0537)2345678", "古槐小区 05372345678", "古槐小区 010 62345678", "古槐小区 370811198001011234",
    "古槐小区 0537 234 5678", "古槐小区 010-6234-5678", "古槐小区 +86 537 2345678", "古槐小区 0086-10-62345678",
    "古槐小区 2号楼 0537-2345678",
  ])
  func numbersOfPersonsAreRefused(_ name: String) async throws {
    let compound = RecordImportTests.compound("n1") { $0.displayName = name }
    #expect(try await violations(.compound(compound)) == ["record.compound.display_name"])
  }

  @Test(arguments: [
    "327国道旁古槐小区2025年建", "古槐小区1-3号楼，0537小区", "12345热线联络站", "古槐小区0800-1800", "济宁路0531号2345678",
    "古槐小区 0900-1200 1330-1730", "91370811MA3YYYY16X", "古槐小区 400-658-1234",
    "古槐小区合同 0537-20240815", "古槐小区图纸013-20250101", "古槐小区0101-0203040", "古槐小区 86 号 537 2345678",
    "古槐小区 0830 1130 1400",
  ])
  func otherNumbersAreNot(_ name: String) async throws {
    let compound = RecordImportTests.compound("n1") { $0.displayName = name }
    #expect(try await violations(.compound(compound)).isEmpty)
  }

  @Test func eachFieldIsNamed() async throws {
    let station = Station.with {
      $0.name = "cities/370800/stations/s1"
      $0.division = TestService.community
      $0.grid = TestService.grid
      $0.displayName = "红帆驿站 13812345678"
      $0.address = "共青团路1号，13812345678"
      $0.openingHours = "8:00-18:00，夜间请拨 13812345678"
      $0.dutyRoster = [
        .with {
          $0.weekday = 1
          $0.person = .with { $0.reference = "p-1" }
          $0.role = .init(rawValue: 1)
          $0.hours = "上午 13812345678"
        }
      ]
    }
    let fields = try await violations(.station(station))
    #expect(
      ["display_name", "address", "opening_hours", "duty_roster[0].hours"].allSatisfy {
        fields.contains("record.station.\($0)")
      },
      "\(fields)"
    )
  }
}
