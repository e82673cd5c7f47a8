/// Sizes of the embedded backend.
public struct SQLiteConfiguration: Sendable {
  /// The largest number of writes that share a commit. Default 512.
  public var batchLimit: Int

  /// Connections for short reads. Default 2.
  public var lookupConnections: Int

  /// Connections for reports. Default 2.
  public var reportConnections: Int

  /// Page cache of the writing connection, in KiB. Default 32 MiB.
  public var writerCacheKiB: Int

  /// The defaults.
  public init() {
    batchLimit = 512
    lookupConnections = 2
    reportConnections = 2
    writerCacheKiB = 32_768
  }
}
