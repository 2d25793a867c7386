/// What the cells and expressions of one chapter share besides their names: settings and the class hierarchy.
///
/// Every scope belongs to a session; scopes inside another one share its session.
public final class Session {
    public init() {}
}
