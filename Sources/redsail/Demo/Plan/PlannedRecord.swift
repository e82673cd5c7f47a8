internal import RedSailClient
internal import RedSailModel

/// A record as it is played: what it holds, the last part of its name, and when it was made.
struct PlannedRecord<Resource: CityResource> {
  let id: String
  let time: UnixTime
  let resource: Resource

  init(_ id: String, at time: UnixTime, _ fill: (inout Resource) -> Void) {
    self.id = id
    self.time = time
    resource = .with(fill)
  }
}
