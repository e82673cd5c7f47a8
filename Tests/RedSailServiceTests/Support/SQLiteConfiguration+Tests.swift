internal import RedSailStore

extension SQLiteConfiguration {
  /// As few connections as there may be: hundreds of tests have a database open at the same time.
  static var small: SQLiteConfiguration {
    var configuration = SQLiteConfiguration()
    configuration.lookupConnections = 1
    configuration.reportConnections = 1
    configuration.pastConnections = 1
    configuration.writerCacheKiB = 1_024
    return configuration
  }
}
