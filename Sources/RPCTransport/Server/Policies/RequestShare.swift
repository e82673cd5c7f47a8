/// What a call holds of its connection's ``RequestBudget``.
struct RequestShare {
  var held = 0
  /// Bytes that the peer gets no credit for yet.
  var withheld = 0
  var isQueued = false
}

/// A call with a share of a ``RequestBudget``.
protocol RequestHolder: AnyObject {
  /// Changed by the budget only.
  var share: RequestShare { get set }
}
