internal import ProtobufRuntime

extension GoogleRPC.BadRequest.FieldViolation {
  /// A wrong field: its path in the request, what is wrong with it, and a reason for machines.
  public init(field: String, description: String, reason: String = "") {
    self.init()
    self.field = field
    self.description = description
    self.reason = reason
  }
}

extension GoogleRPC.ErrorInfo {
  /// A reason in UPPER_SNAKE_CASE, unique within the domain, with values that its message mentions.
  public init(reason: String, domain: String, metadata: [String: String] = [:]) {
    self.init()
    self.reason = reason
    self.domain = domain
    self.metadata = metadata
  }
}

extension GoogleRPC.LocalizedMessage {
  /// A message for people in the language of a BCP 47 tag such as `zh-CN`.
  public init(locale: String, message: String) {
    self.init()
    self.locale = locale
    self.message = message
  }
}

extension GoogleRPC.RetryInfo {
  /// A wait before the next attempt.
  public init(retryDelay: Duration) {
    self.init()
    self.retryDelay = ProtobufDuration(retryDelay)
  }
}

extension GoogleRPC.QuotaFailure.Violation {
  /// A quota that is used up: whose it is, such as `clientip:10.1.2.3`, and how much it allows.
  public init(subject: String, description: String) {
    self.init()
    self.subject = subject
    self.description = description
  }
}

extension GoogleRPC.PreconditionFailure.Violation {
  /// A precondition that does not hold: its type in UPPER_SNAKE_CASE, such as `TOS`, what it is about, and what to do.
  public init(type: String, subject: String, description: String) {
    self.init()
    self.type = type
    self.subject = subject
    self.description = description
  }
}

extension GoogleRPC.ResourceInfo {
  /// A resource: its type, its name, and what is wrong with it; its owner where that helps.
  public init(type: String, name: String, owner: String = "", description: String = "") {
    self.init()
    resourceType = type
    resourceName = name
    self.owner = owner
    self.description = description
  }
}

extension GoogleRPC.RequestInfo {
  /// What the server knows the request by, and opaque data for its developers.
  public init(requestID: String, servingData: String = "") {
    self.init()
    self.requestID = requestID
    self.servingData = servingData
  }
}

extension GoogleRPC.Help.Link {
  /// A page, and what it offers.
  public init(description: String, url: String) {
    self.init()
    self.description = description
    self.url = url
  }
}

extension GoogleRPC.DebugInfo {
  /// Where the error arose, innermost frame first, and anything else for developers. Not for callers who are strangers.
  public init(stackEntries: [String], detail: String = "") {
    self.init()
    self.stackEntries = stackEntries
    self.detail = detail
  }
}
