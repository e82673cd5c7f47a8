internal import RedSailAPI

/// Checks of names, addresses, opening hours and the like, which everyone may read.
extension Violations {
  /// A text as `text` checks it that holds no number of a telephone or of an identity card. A name or an address has none
  /// to tell, so that of an office is refused as well: it cannot be told from a person's.
  mutating func publicText(_ value: String, _ field: String, limit: Int, required: Bool = false) {
    text(value, field, limit: limit, required: required)
    guard PersonalDataScan(caller: nil).finds(in: value) || LandlineScan.finds(in: value) else { return }
    // The message must not repeat what it found.
    add(
      field,
      .personalDataMisplaced,
      LocalizedText(
        "holds a telephone or identity number, which everyone could read: leave it out",
        "该内容对外公开，不得包含电话、证件号码，请删除"
      )
    )
  }
}
