internal import ArgumentParser
internal import RedSailClient

/// What every command that calls a server takes.
struct TargetOptions: ParsableArguments {
  @Option(help: "The server: HOST:PORT, dns:///HOST:PORT or unix:PATH.")
  var target: String

  @Option(help: "Language of labels and messages: en or zh. Default: that of the locale.")
  var lang: Language?

  var language: Language { lang ?? .ofEnvironment() }

  /// Connects, runs the body and closes; a failed call becomes a readable failure.
  func withClient<Result>(_ body: (RedSail) async throws -> Result) async throws -> Result {
    do {
      let redsail = try await RedSail.connect(to: target)
      do {
        let result = try await body(redsail)
        await redsail.close()
        return result
      } catch {
        await redsail.close()
        throw error
      }
    } catch let error as RPCError {
      throw Failure(error)
    }
  }
}
