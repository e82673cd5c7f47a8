internal import ArgumentParser

/// How long and how strictly rpc_soak and channel_soak play; the names are those of gRPC's own clients.
struct SoakOptions: ParsableArguments {
  @Option(help: "Calls that rpc_soak and channel_soak make.")
  var soakIterations = 100

  @Option(help: "Calls of a soak that may fail or be too slow.")
  var soakMaxFailures = 0

  @Option(help: "Milliseconds above which a call of a soak is too slow.")
  var soakPerIterationMaxAcceptableLatencyMs = 1_000

  @Option(help: "The least milliseconds between the starts of two calls of a soak.")
  var soakMinTimeMsBetweenRpcs = 0

  @Option(help: "Seconds after which a soak stops; calls that were not made by then are a failure.")
  var soakOverallTimeoutSeconds = 60

  func validate() throws {
    guard soakIterations > 0 else { throw ValidationError("--soak-iterations takes a number above 0") }
  }
}
