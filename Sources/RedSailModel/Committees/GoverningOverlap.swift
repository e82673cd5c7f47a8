/// Two bodies would serve at one time: two of the compound's own committees, or two committees of its community.
public struct GoverningOverlap: Error, BilingualText {
  /// The body that is there.
  public let existing: GoverningBody
  /// The body that comes.
  public let new: GoverningBody
  /// The days that both would serve.
  public let common: DatePeriod

  /// Which bodies, and when.
  public var english: String {
    "'\(new.name)' (\(new.period)) and '\(existing.name)' (\(existing.period)) would both serve \(common)"
  }

  /// The same in Chinese.
  public var chinese: String { "“\(new.name)”与“\(existing.name)”的履职期间重叠" }
}

extension GoverningOverlap: CustomStringConvertible {
  /// The English sentence.
  public var description: String { english }
}
