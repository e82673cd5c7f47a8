internal import RedSailAPI

extension CreateCityRequest: CreateRequest {
  /// A city has no parent: it is named by its own id.
  var parent: String { "cities/\(cityID)" }
  var resourceID: String { cityID }
  var resource: City? { city }
}
extension UpdateCityRequest: UpdateRequest {
  var resource: City? { city }
}
