/// The number of a change within its city: strictly increasing, starting above 0, gaps promised to nobody.
public typealias Revision = Int64
