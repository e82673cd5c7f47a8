/// Why a list of units is no electorate.
public enum ElectorateError: Error, Hashable {
  /// A unit comes twice.
  case unitTwice(String)
  /// A unit's area is out of range.
  case area(String, came: Int64)
  /// A unit has no owner.
  case ownerMissing(String)
  /// The areas together are more than 2^63 hundredths of m².
  case totalArea
}

extension ElectorateError: BilingualText, CustomStringConvertible {
  /// What was expected and what came.
  public var english: String {
    switch self {
    case .unitTwice(let key): "unit \(key) comes twice"
    case .area(let key, let came):
      "unit \(key): expected an area from 1 to \(Electorate.areaLimit) hundredths of m², came \(came)"
    case .ownerMissing(let key): "unit \(key) has no owner"
    case .totalArea: "the areas together are too large to count"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .unitTwice(let key): "房屋“\(key)”重复"
    case .area(let key, let came): "房屋“\(key)”的专有面积超出范围：\(came)（单位：百分之一平方米）"
    case .ownerMissing(let key): "房屋“\(key)”没有业主"
    case .totalArea: "专有面积合计超出可计算范围"
    }
  }

  /// The English sentence.
  public var description: String { english }
}
