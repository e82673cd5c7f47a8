public import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Who calls, as far as an authoriser has found out, and how far they may go.
public struct Caller: Sendable {
  /// Tells callers apart: two of them may use the same `request_id`.
  public var id: String
  /// Who is written into the change log; an opaque reference, never a person's name.
  public var actor: String
  /// Whether the caller may load history (GRANT_HISTORY_LOAD): deadlines are then judged by event time.
  public var loadsHistory: Bool
  /// How late an entry may be before it is flagged `backfilled`, in seconds. Default 24 hours.
  public var offlineAllowance: Int64
  /// The parts that the caller plays; nil: all. Reports show small numbers of persons only to the offices that own the
  /// records. Default nil.
  public var roles: Set<Role>?
  /// What the caller may see and change.
  var scope: Scope

  /// A caller who sees and may do everything.
  public init(id: String, actor: String, loadsHistory: Bool = false) {
    self.id = id
    self.actor = actor
    self.loadsHistory = loadsHistory
    offlineAllowance = ActionTimes.defaultOfflineAllowance
    scope = .all
  }
}
