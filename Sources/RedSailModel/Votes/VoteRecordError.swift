/// Why recorded numbers of a vote cannot be.
public enum VoteRecordError: Error, Hashable {
  /// Area or heads are negative, or there are more owners than hundredths of m².
  case electorate(VoteWeight)
  /// More took part than there are, or a number is negative.
  case participants(VoteWeight, electorate: VoteWeight)
  /// The sides of a question together are more than took part, or a number is negative.
  case sides(String, participants: VoteWeight)
}

extension VoteRecordError: BilingualText, CustomStringConvertible {
  /// What was expected and what came.
  public var english: String {
    switch self {
    case .electorate(let came):
      "vote: expected an electorate of 0 or more hundredths of m² and heads, came \(came.area) and \(came.heads)"
    case .participants(let came, let whole):
      "vote: expected participants of at most \(whole.area) hundredths of m² and \(whole.heads) heads, "
        + "came \(came.area) and \(came.heads)"
    case .sides(let question, let participants):
      "vote on \(question): for, against and abstained together are more than the participants' \(participants.area) "
        + "hundredths of m² or \(participants.heads) heads, or negative"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .electorate: "专有部分总面积或业主总人数不正确"
    case .participants: "参与表决的面积或人数超过总数"
    case .sides(let question, _): "“\(question)”的同意、反对、弃权合计超过参与表决的面积或人数"
    }
  }

  /// The English sentence.
  public var description: String { english }
}
