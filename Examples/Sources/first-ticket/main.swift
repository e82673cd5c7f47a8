// Creates a ticket and lists all that there are:  swift run first-ticket 127.0.0.1:50051
internal import RedSailClient

let redsail = try await RedSail.connect(to: CommandLine.arguments.dropFirst().first ?? "127.0.0.1:50051")
let city = redsail.city("370800")

// A new server is empty: it needs a city with a county in it.
do {
  _ = try await redsail.createCity("370800", .with { $0.displayName = "济宁市" })
  let top = Division.with {
    $0.displayName = "济宁市"
    $0.level = .city
    $0.code = "370800"
  }
  let county = Division.with {
    $0.displayName = "任城区"
    $0.level = .county
    $0.code = "370811"
    $0.parentDivision = "cities/370800/divisions/370800"
  }
  _ = try await city.divisions.create(top, id: "370800")
  _ = try await city.divisions.create(county, id: "370811")
} catch {
  // An earlier run may have made them.
  guard error.reason == .nameTaken else { throw error }
}

let ticket = Ticket.with {
  $0.title = "三号楼电梯停运"
  $0.source = .owner
  $0.kind = .repair
}
let created = try await city.tickets.create(ticket, in: "370811")
print("created \(created.name), which is \(created.state)")

for try await ticket in city.tickets.list(in: "370811", orderBy: "create_time desc") {
  print(ticket.name, ticket.title)
}
await redsail.close()
