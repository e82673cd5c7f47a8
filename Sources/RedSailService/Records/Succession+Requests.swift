internal import RedSailAPI

extension ListSuccessionsRequest: ListRequest {}
