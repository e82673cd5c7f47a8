extension StatusCode {
  /// The code for a response without `grpc-status`, from its HTTP status (grpc/doc/http-grpc-status-mapping.md).
  package init(httpStatus: Int) {
    self =
      switch httpStatus {
      case 400, 431: .internal
      case 401: .unauthenticated
      case 403: .permissionDenied
      case 404: .unimplemented
      case 429, 502, 503, 504: .unavailable
      default: .unknown
      }
  }

  /// The code for a stream that the peer reset, from the error code of RST_STREAM (grpc/doc/PROTOCOL-HTTP2.md, Errors;
  /// numbers from RFC 9113 §7).
  package init(http2ErrorCode: UInt32) {
    self =
      switch http2ErrorCode {
      case 0...6, 9, 10: .internal
      case 7: .unavailable  // REFUSED_STREAM
      case 8: .cancelled  // CANCEL
      case 11: .resourceExhausted  // ENHANCE_YOUR_CALM
      case 12: .permissionDenied  // INADEQUATE_SECURITY
      default: .unknown
      }
  }
}
