/// Why a step of a member's development is refused.
public enum MemberRefusal: Error, Hashable {
  /// Another stage comes next; `expected` is nil after the last.
  case stage(expected: MemberStage?, came: MemberStage)
  /// The day lies before the last stage's.
  case beforeLast(day: CivilDate, last: MemberPipeline.Entry)
  /// The stage before has not lasted long enough.
  case tooEarly(RuleBreach)
  /// The pipeline was left.
  case left(on: CivilDate)
}

extension MemberRefusal: BilingualText, CustomStringConvertible {
  /// What was expected and what came.
  public var english: String {
    switch self {
    case .stage(let expected?, let came): "no stage is skipped or repeated: expected \(expected), came \(came)"
    case .stage(nil, let came): "a full member has no further stage, came \(came)"
    case .beforeLast(let day, let last): "\(day) lies before \(last.stage), which began on \(last.day)"
    case .tooEarly(let breach): breach.english
    case .left(let day): "the development ended on \(day)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .stage(let expected?, let came): "各阶段不得跳过或重复：下一阶段为\(expected.chinese)，所填为\(came.chinese)"
    case .stage(nil, let came): "已是正式党员，不能再转为\(came.chinese)"
    case .beforeLast(let day, let last): "\(day)早于成为\(last.stage.chinese)的日期\(last.day)"
    case .tooEarly(let breach): breach.chinese
    case .left(let day): "发展程序已于\(day)终止"
    }
  }

  /// The English sentence.
  public var description: String { english }
}
