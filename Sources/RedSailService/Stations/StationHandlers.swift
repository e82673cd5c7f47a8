internal import RPCCore
internal import RedSailAPI

/// Red Sail stations, venues and their bookings (红帆驿站、活动场所).
struct StationHandlers: StationService {
  let stations: StandardMethods<Station>
  let venues: StandardMethods<Venue>
  let bookings: StandardMethods<Booking>

  init(_ environment: ServiceEnvironment) {
    stations = StandardMethods(environment: environment)
    venues = StandardMethods(environment: environment)
    bookings = StandardMethods(environment: environment)
  }
}
