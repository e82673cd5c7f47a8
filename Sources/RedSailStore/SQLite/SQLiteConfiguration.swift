/// Sizes of the embedded backend.
public struct SQLiteConfiguration: Sendable {
  /// The largest number of writes that share a commit. Default 512.
  public var batchLimit: Int

  /// Connections for short reads. Default 2.
  public var lookupConnections: Int

  /// Connections for reports. Default 2.
  public var reportConnections: Int

  /// Connections for reads with `ReadContext.asOf`. Default 2.
  public var pastConnections: Int

  /// How many records that differ from the present each of them keeps for the next read of the same moment, over all
  /// moments, at about 500 bytes of memory each. Default 100,000.
  public var pastRecords: Int

  /// Page cache of the writing connection, in KiB. Default 32 MiB.
  public var writerCacheKiB: Int

  /// The defaults.
  public init() {
    batchLimit = 512
    lookupConnections = 2
    reportConnections = 2
    pastConnections = 2
    pastRecords = 100_000
    writerCacheKiB = 32_768
  }
}
