/// How long things are kept.
enum Retention {
  /// Days for which a deleted record can be restored before it may be purged.
  static let deletedDays: Int64 = 365
}
