internal import NIOCore
internal import NIOPosix

extension RPCServer {
  /// Reads the files of ``ServerConfiguration/tls`` again, for the connections made from then on; those that there are
  /// stay as they are. To be called on SIGHUP, say; changed files are found without it too, see
  /// ``ServerTLS/reloadInterval``. Does nothing without TLS.
  ///
  /// - Throws: ``TLSFileError`` where a file cannot be used; the ones read before stay in use.
  public func reloadCertificates() async throws {
    guard let tls else { return }
    do {
      _ = try await NIOThreadPool.singleton.runIfActive { try tls.reload() }
      connections.report(.certificatesReloaded)
    } catch let error as TLSFileError {
      connections.report(.certificatesRefused(error))
      throw error
    }
  }

  /// Looks at the files now and then until the server stops.
  func watchCertificates() {
    guard let tls, let interval = configuration.tls?.reloadInterval else { return }
    let connections = connections
    let task = MultiThreadedEventLoopGroup.singleton.next().scheduleRepeatedTask(
      initialDelay: TimeAmount(interval),
      delay: TimeAmount(interval)
    ) { _ in
      NIOThreadPool.singleton.submit { _ in
        do {
          if try tls.reloadIfChanged() { connections.report(.certificatesReloaded) }
        } catch let error as TLSFileError {
          connections.report(.certificatesRefused(error))
        } catch {}
      }
    }
    connections.onStop { task.cancel() }
  }
}
