extension Record {
  /// A record as a write leaves it.
  init(
    kind: RecordKind,
    id: Int64,
    name: String,
    city: String,
    division: String,
    stamp: RecordStamp,
    bytes: [UInt8]
  ) {
    self.init(
      kind: kind,
      id: id,
      name: name,
      city: city,
      division: division,
      revision: stamp.revision,
      createTime: stamp.createTime,
      updateTime: stamp.updateTime,
      deleteTime: stamp.deleteTime,
      purgeTime: stamp.purgeTime,
      bytes: bytes
    )
  }
}
