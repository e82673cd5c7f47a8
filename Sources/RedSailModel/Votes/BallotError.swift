/// Why ballots cannot be counted. `unit` is the key of the ballot's unit.
public enum BallotError: Error, Hashable {
  /// The electorate has no such unit.
  case unknownUnit(String)
  /// The unit gives neither area nor a head.
  case uncountedUnit(String)
  /// A unit has voted before.
  case unitTwice(String)
  /// A question that is not on the ballot is answered.
  case unknownQuestion(unit: String, question: String)
  /// More candidates are voted for than there are seats.
  case tooManyInFavour(unit: String, came: Int, seats: Int)
}

extension BallotError: BilingualText, CustomStringConvertible {
  /// What was expected and what came.
  public var english: String {
    switch self {
    case .unknownUnit(let unit): "ballot of \(unit): the electorate has no such unit"
    case .uncountedUnit(let unit): "ballot of \(unit): the unit has no vote"
    case .unitTwice(let unit): "ballot of \(unit): the unit has a ballot already"
    case .unknownQuestion(let unit, let question): "ballot of \(unit): \(question) is not on the ballot"
    case .tooManyInFavour(let unit, let came, let seats):
      "ballot of \(unit): expected at most \(seats) candidates voted for, came \(came)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .unknownUnit(let unit): "表决票“\(unit)”：名册中没有该房屋"
    case .uncountedUnit(let unit): "表决票“\(unit)”：该房屋不计入表决权"
    case .unitTwice(let unit): "表决票“\(unit)”：该房屋已投票"
    case .unknownQuestion(let unit, let question): "表决票“\(unit)”：“\(question)”不在表决事项内"
    case .tooManyInFavour(let unit, let came, let seats): "表决票“\(unit)”：应选\(seats)人，所选\(came)人，超过名额"
    }
  }

  /// The English sentence.
  public var description: String { english }
}
