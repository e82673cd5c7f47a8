internal import RedSailAPI
internal import RedSailStore

extension EventMoment {
  /// The moment of what follows from a written record, for another record whose last event may be later.
  init(following written: some StoredResource, onto last: Instant?, in transaction: any StoreTransaction) {
    let event = written.eventTime.map { Instant($0) } ?? transaction.time
    self.init(event: max(event, last ?? event), record: transaction.time, isBackfilled: written.backfilled)
  }
}
