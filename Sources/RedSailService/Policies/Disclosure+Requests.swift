internal import RedSailAPI

extension ListDisclosuresRequest: ListRequest {}
extension CreateDisclosureRequest: CreateRequest {
  var resourceID: String { disclosureID }
  var resource: Disclosure? { disclosure }
}
extension UpdateDisclosureRequest: UpdateRequest {
  var resource: Disclosure? { disclosure }
}
extension DeleteDisclosureRequest: ActionRequest {}
extension UndeleteDisclosureRequest: ActionRequest {}
