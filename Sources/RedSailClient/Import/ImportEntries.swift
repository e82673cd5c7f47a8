/// The entries of an import that are there without waiting.
public struct ImportEntries<Base: Sequence>: AsyncSequence
where Base.Element: Sendable {
  private let base: Base

  init(_ base: Base) { self.base = base }

  /// An iterator over the entries.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base.makeIterator()) }

  /// Takes the entries one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private var base: Base.Iterator

    init(_ base: Base.Iterator) { self.base = base }

    /// The next entry.
    public mutating func next() async -> Base.Element? { base.next() }

    /// The next entry, made on the actor that asks: a lazy sequence's closure may be bound to it, as all closures of top-level
    /// code are bound to the main actor.
    public mutating func next(isolation actor: isolated (any Actor)?) async -> Base.Element? { base.next() }
  }
}

extension ImportEntries: Sendable where Base: Sendable {}
