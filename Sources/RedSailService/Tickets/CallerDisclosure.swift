internal import RPCCore
internal import RedSailAPI

/// Decides whether a reader sees a caller (诉求人) in clear: the one place where that is decided.
///
/// It takes a stated purpose and GRANT_UNMASKED_READ, and, for a firm, the person's consent. Nobody holds that grant until
/// agencies have identities of their own, so everyone gets masked values.
struct CallerDisclosure: Sendable {
  /// Whether the reply to a request is in clear.
  ///
  /// - Throws: PURPOSE_REQUIRED, PERMISSION_DENIED.
  static func isClear(_ request: GetTicketCallerRequest) throws(RPCError) -> Bool {
    guard request.unmasked else { return false }
    guard request.purpose != .unspecified else {
      throw Failure.make(
        .purposeRequired,
        LocalizedText("clear values are given for a stated purpose only: set purpose", "查看明文须说明用途")
      )
    }
    throw Failure.make(
      .permissionDenied,
      LocalizedText("reading callers in clear needs GRANT_UNMASKED_READ", "没有查看明文个人信息的授权"),
      metadata: ["permission": "GRANT_UNMASKED_READ"]
    )
  }
}
