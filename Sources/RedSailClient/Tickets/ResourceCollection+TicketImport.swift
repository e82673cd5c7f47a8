extension ResourceCollection where Resource == Ticket {
  /// Loads tickets in bulk, with their history where they have one: see ``TicketImport``. Nothing is sent before you read it.
  ///
  /// `validateOnly` checks the entries and stores nothing. The options' timeout holds for each stream; there is none by default.
  public func `import`<Entries: AsyncSequence>(
    _ entries: Entries,
    validateOnly: Bool = false,
    options: CallOptions = CallOptions()
  ) -> TicketImport<Entries> where Entries.Element == CreateTicketRequest {
    TicketImport(
      entries: entries,
      call: TicketImportCall(client: TicketServiceClient(channel), parent: city.name, validateOnly: validateOnly),
      options: options,
      retries: city.redsail.retries
    )
  }

  /// Loads tickets in bulk from a collection, or from a lazy sequence that makes them one by one.
  public func `import`<Entries: Sequence<CreateTicketRequest>>(
    _ entries: Entries,
    validateOnly: Bool = false,
    options: CallOptions = CallOptions()
  ) -> TicketImport<ImportEntries<Entries>> {
    self.import(ImportEntries(entries), validateOnly: validateOnly, options: options)
  }
}
