// Loads many tickets at once; run it again, and nothing is stored twice. Needs the county that first-ticket makes:
//   swift run import-tickets 127.0.0.1:50051 [COUNT]
internal import RedSailClient

let arguments = Array(CommandLine.arguments.dropFirst())
let redsail = try await RedSail.connect(to: arguments.first ?? "127.0.0.1:50051")
let count = arguments.count > 1 ? Int(arguments[1]) ?? 0 : 1000

// Made one by one, as fast as the server takes them.
let entries = (1...max(count, 1)).lazy.map { number in
  CreateTicketRequest.with {
    $0.ticket = .with {
      $0.title = "路灯不亮 \(number)"
      $0.source = .hotline
      $0.division = "cities/370800/divisions/370811"
      $0.sourceSystem = "example-hotline"
      $0.recordNumber = "\(number)"
    }
    // The same number always has the same id, so a second run finds what the first one stored.
    let digits = String(number, radix: 16)
    $0.requestID = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }
}

var (stored, present, refused) = (0, 0, 0)
for try await result in redsail.city("370800").tickets.import(entries) {
  if let error = result.error {
    refused += 1
    print("entry \(result.index) is refused: \(error)")
  } else if result.receipt?.alreadyPresent == true {
    present += 1
  } else {
    stored += 1
  }
}
print("stored \(stored), there before \(present), refused \(refused)")
await redsail.close()
