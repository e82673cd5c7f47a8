extension ServiceConfig {
  /// Which methods settings are for.
  public struct MethodName: Sendable, Hashable {
    /// The fully qualified service; empty: every method of every service.
    public var service: String
    /// The method; empty: all of the service that have no settings of their own.
    public var method: String

    /// A method, a service's default, or with no arguments the default of all.
    public init(service: String = "", method: String = "") {
      self.service = service
      self.method = method
    }
  }

  /// Settings of some methods.
  public struct Method: Sendable, Hashable {
    /// How calls are repeated.
    public enum Repetition: Sendable, Hashable {
      /// One after the other, after failures.
      case retry(RetryPolicy)
      /// Several at once, without waiting for failures.
      case hedging(HedgingPolicy)
    }

    /// The methods; a name may stand in a config once.
    public var names: [MethodName]
    /// Whether calls wait for a connection; what the caller says goes first.
    public var waitForReady: Bool?
    /// The longest time of a call; where the caller sets one too, the shorter holds.
    public var timeout: Duration?
    /// The largest request message in bytes; where the caller sets one too, the smaller holds.
    public var maximumRequestBytes: Int?
    /// The largest response message in bytes; where the caller sets one too, the smaller holds.
    public var maximumResponseBytes: Int?
    /// How calls are repeated; nil: only those that the server has never seen.
    public var repetition: Repetition?

    /// Settings of the named methods.
    public init(names: [MethodName], timeout: Duration? = nil, repetition: Repetition? = nil) {
      self.names = names
      self.timeout = timeout
      self.repetition = repetition
    }
  }

  /// Repeats a call that failed before the server sent anything of a response (gRFC A6).
  public struct RetryPolicy: Sendable, Hashable {
    /// Attempts in all, at least 2. A channel takes numbers above its own maximum (5) as that maximum.
    public var maximumAttempts: Int
    /// The wait before the first repetition, drawn from ±20 % around it; above 0.
    public var initialBackoff: Duration
    /// The longest wait, drawn likewise; above 0.
    public var maximumBackoff: Duration
    /// Factor between one wait and the next; above 0.
    public var backoffMultiplier: Double
    /// The codes after which a call is repeated; not empty.
    public var retryableCodes: Set<StatusCode>

    /// A policy.
    public init(
      maximumAttempts: Int,
      initialBackoff: Duration,
      maximumBackoff: Duration,
      backoffMultiplier: Double = 2,
      retryableCodes: Set<StatusCode> = [.unavailable]
    ) {
      self.maximumAttempts = maximumAttempts
      self.initialBackoff = initialBackoff
      self.maximumBackoff = maximumBackoff
      self.backoffMultiplier = backoffMultiplier
      self.retryableCodes = retryableCodes
    }
  }

  /// Makes a call several times at once and takes the first answer (gRFC A6): only for methods that may run repeatedly.
  public struct HedgingPolicy: Sendable, Hashable {
    /// Attempts in all, at least 2. A channel takes numbers above its own maximum (5) as that maximum.
    public var maximumAttempts: Int
    /// Time from one attempt to the next; zero starts all at once.
    public var delay: Duration
    /// The codes after which the other attempts may still succeed; any other ends the call.
    public var nonFatalCodes: Set<StatusCode>

    /// A policy.
    public init(maximumAttempts: Int, delay: Duration = .zero, nonFatalCodes: Set<StatusCode> = []) {
      self.maximumAttempts = maximumAttempts
      self.delay = delay
      self.nonFatalCodes = nonFatalCodes
    }
  }
}
