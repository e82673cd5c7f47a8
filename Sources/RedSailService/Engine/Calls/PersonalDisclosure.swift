internal import RPCCore
internal import RedSailAPI

/// Decides whether a reader sees who a caller (诉求人) or a member (党员) is in clear: the one place where that is decided.
///
/// It takes a stated purpose and GRANT_UNMASKED_READ, and, for a firm, the person's consent. Nobody holds that grant until
/// agencies have identities of their own, so everyone gets masked values.
struct PersonalDisclosure: Sendable {
  /// Whether the reply to a request is in clear.
  ///
  /// - Throws: PURPOSE_REQUIRED, PERMISSION_DENIED.
  static func isClear(unmasked: Bool, purpose: Purpose) throws(RPCError) -> Bool {
    guard unmasked else { return false }
    guard purpose != .unspecified else {
      throw Failure.make(
        .purposeRequired,
        LocalizedText("clear values are given for a stated purpose only: set purpose", "查看明文须说明用途")
      )
    }
    throw Failure.make(
      .permissionDenied,
      LocalizedText("reading persons in clear needs GRANT_UNMASKED_READ", "没有查看明文个人信息的授权"),
      metadata: ["permission": "GRANT_UNMASKED_READ"]
    )
  }
}
