internal import Foundation
internal import RedSailClient

extension Scoreboard {
  /// Prints the scoreboard on standard output. Throws a `Failure` where a figure lies outside its interval.
  func show(json: Bool, language: Language) throws {
    print(json ? try jsonText() : ScoreboardTable(self, language: language).text)
    guard agrees else {
      throw Failure("not every figure agrees with the article", "并非所有指标都与报道相符")
    }
  }

  /// `{"rows": [{"row", "key", "quote", "published", "low", "high", "computed", "agrees",
  /// "rpc", "report", "numerator", "denominator"}]}`; null where there is none.
  private func jsonText() throws -> String {
    struct Row: Encodable {
      let row: Int32
      let key: String
      let quote: String
      let published, low, high, computed: Double?
      let agrees: Bool?
      let rpc, report: String
      let numerator, denominator: Int64?

      enum CodingKeys: String, CodingKey {
        case row, key, quote, published, low, high, computed, agrees, rpc, report, numerator, denominator
      }

      func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(row, forKey: .row)
        try fields.encode(key, forKey: .key)
        try fields.encode(quote, forKey: .quote)
        // A key for every field, also where there is no value.
        try fields.encode(published, forKey: .published)
        try fields.encode(low, forKey: .low)
        try fields.encode(high, forKey: .high)
        try fields.encode(computed, forKey: .computed)
        try fields.encode(agrees, forKey: .agrees)
        try fields.encode(rpc, forKey: .rpc)
        try fields.encode(report, forKey: .report)
        try fields.encode(numerator, forKey: .numerator)
        try fields.encode(denominator, forKey: .denominator)
      }
    }
    let rows = rows.map {
      Row(
        row: $0.row,
        key: $0.key,
        quote: $0.quote,
        published: $0.published,
        low: $0.low,
        high: $0.high,
        computed: $0.computed,
        agrees: $0.agrees,
        rpc: $0.rpc,
        report: $0.report,
        numerator: $0.numerator,
        denominator: $0.denominator
      )
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(["rows": rows]), as: UTF8.self)
  }
}
