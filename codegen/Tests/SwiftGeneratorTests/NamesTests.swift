internal import SwiftProtobuf
internal import SwiftProtobufPluginLibrary
internal import Testing

@testable internal import SwiftGenerator

struct NamesTests {
  @Test(arguments: [
    ("request_id", "requestID"), ("id", "id"), ("ids", "ids"), ("external_ids", "externalIDs"), ("url", "url"),
    ("image_url", "imageURL"), ("URL", "url"), ("HTTPServerURLs", "httpServerURLs"), ("fooBar", "fooBar"),
    ("foo__bar_", "fooBar"), ("identity", "identity"), ("line_1", "line1"), ("range_1_2", "range1_2"),
    ("x_509_id", "x509ID"), ("gps", "gps"), ("peer_ip", "peerIP"), ("aB", "aB"), ("ABc", "aBc"),
  ])
  func lowerCamelCase(_ proto: String, _ swift: String) {
    #expect(IdentifierWords.lowerCamelCase(proto) == swift)
  }

  @Test(arguments: [
    ("ExternalId", "ExternalId"), ("ticket_state", "TicketState"), ("_url", "URL"), ("json_value", "JSONValue"),
  ])
  func upperCamelCase(_ proto: String, _ swift: String) {
    #expect(IdentifierWords.upperCamelCase(proto) == swift)
  }

  @Test func identifierWithoutWords() {
    #expect(IdentifierWords.lowerCamelCase("__") == nil)
    #expect(IdentifierWords.upperCamelCase("_") == nil)
  }

  @Test(arguments: [
    ("TICKET_STATE_CLOSED", "TicketState", "CLOSED"), ("HTTP_METHOD_GET", "HTTPMethod", "GET"),
    ("STATE_24_H", "State", "STATE_24_H"), ("STATES_ONE", "State", "STATES_ONE"), ("STATE_", "State", "STATE_"),
    ("STATE", "State", "STATE"), ("OTHER", "State", "OTHER"), ("State_new", "State", "new"),
  ])
  func enumPrefix(_ value: String, _ name: String, _ stripped: String) {
    #expect(EnumPrefix.strip(value, enumName: name) == stripped)
  }

  /// Fields that camel-case alike, which protoc accepts or refuses depending on its version: the lower number keeps the
  /// name whatever the order, so that adding the other one renames nothing.
  @Test(arguments: [["foo_bar": 1, "FooBar": 2], ["foo_bar": 7, "FooBar": 9, "fooBar": 8]])
  func lowerNumberKeepsTheName(_ fields: [String: Int32]) throws {
    let first = try #require(fields.min { $0.value < $1.value })
    for order in [fields.sorted { $0.value < $1.value }, fields.sorted { $0.value > $1.value }] {
      let names = try properties(order.map { ($0.key, $0.value) })
      #expect(names[first.key] == "fooBar")
      for (name, number) in fields where name != first.key { #expect(names[name] == "fooBar_\(number)") }
    }
  }

  private func properties(_ fields: [(String, Int32)]) throws -> MemberNames {
    let file = Google_Protobuf_FileDescriptorProto.with { file in
      file.name = "test.proto"
      file.syntax = "proto3"
      file.messageType = [
        .with { message in
          message.name = "M"
          message.field = fields.map { name, number in
            .with { field in
              field.name = name
              field.jsonName = name
              field.number = number
              field.type = .string
              field.label = .optional
            }
          }
        }
      ]
    }
    // A descriptor points back to its set without keeping it.
    let set = DescriptorSet(protos: [file])
    return try withExtendedLifetime(set) { MemberNames.properties(of: try #require(set.descriptor(named: "M"))) }
  }
}
