import CPQ
import Glibc

/// A connection to a server, in a transaction that can only read and within a limit of time.
final class PostgresConnection {
  /// The most milliseconds that the server is waited for between two rows, beyond its own limit.
  private static let patience = 10_000

  let server: OpaquePointer
  private let place: Place
  private let milliseconds: Int
  private let secrets: [String]

  init(_ text: String, place: Place, timeLimit: Duration) throws(Diagnostic) {
    self.place = place
    let (seconds, rest) = timeLimit.components
    milliseconds = Int(clamping: max(1, min(seconds, 86_400) * 1000 + rest / 1_000_000_000_000_000))
    // A word alone is a service; libpq would take it for a database.
    let isConnection = text.contains("=") || text.contains("://")
    let connection = isConnection ? text : "service='" + text.filter { !"'\\".contains($0) } + "'"
    secrets = try Self.secrets(of: connection, place: place)
    let parameters: [(String, String)] = [
      ("connect_timeout", "10"), ("dbname", connection), ("client_encoding", "UTF8"),
      ("fallback_application_name", "annals"), ("keepalives_idle", "10"),
      ("keepalives_interval", "5"), ("keepalives_count", "3"),
    ]
    let keys = parameters.map { strdup($0.0) }
    let values = parameters.map { strdup($0.1) }
    defer { for text in keys + values { free(text) } }
    let opened = PQconnectdbParams(
      keys.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    guard let opened else {
      throw Diagnostic(.error, code: "database-connection", "there is not enough memory", at: place)
    }
    server = opened
    guard PQstatus(server) == CONNECTION_OK else { throw unreachable }
    for command in [
      "SET default_transaction_read_only = on", "SET statement_timeout = \(milliseconds)",
      "SET datestyle = 'ISO, YMD'", "SET intervalstyle = 'iso_8601'", "SET bytea_output = 'hex'",
      "BEGIN READ ONLY",
    ] {
      let result = PQexec(server, command)
      defer { PQclear(result) }
      guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw problem(result) }
    }
  }

  deinit { PQfinish(server) }

  /// The words that no message may hold. What is wrong with the text itself is not told either:
  /// the server's library would quote a part of it.
  private static func secrets(of text: String, place: Place) throws(Diagnostic) -> [String] {
    guard let options = PQconninfoParse(text, nil) else {
      throw Diagnostic(
        .error, code: "database-connection", "the connection text cannot be read", at: place,
        hint: "write it as: host=… port=… dbname=… user=…")
    }
    defer { PQconninfoFree(options) }
    var secrets: [String] = []
    var option = options
    while let keyword = option.pointee.keyword {
      if ["password", "sslpassword"].contains(String(cString: keyword)),
        let value = option.pointee.val
      {
        secrets.append(String(cString: value))
      }
      option += 1
    }
    return secrets.filter { !$0.isEmpty }
  }

  /// Has the server parse a query; it takes one statement only.
  func prepare(_ query: String) throws(Diagnostic) {
    let result = PQprepare(server, "", query, 0, nil)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw problem(result) }
  }

  /// Waits for the next result; a server that went silent is given up.
  func wait() throws(Diagnostic) {
    while PQisBusy(server) == 1 {
      var events = pollfd(fd: PQsocket(server), events: Int16(POLLIN), revents: 0)
      let ready = poll(&events, 1, Int32(clamping: milliseconds + Self.patience))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, PQconsumeInput(server) == 1 else { throw problem(nil) }
    }
  }

  private var unreachable: Diagnostic {
    let message = clean(PQerrorMessage(server).map { String(cString: $0) } ?? "")
    return Diagnostic(
      .error, code: "database-connection", "the database cannot be reached: \(message)", at: place,
      hint: "check that the server runs, and host, port, name, user and password")
  }

  /// What is wrong with a result; without one, with the connection.
  func problem(_ result: OpaquePointer?) -> Diagnostic {
    func made(_ code: String, _ message: String, _ hint: String?) -> Diagnostic {
      Diagnostic(.error, code: code, message, at: place, hint: hint)
    }
    let state = field(result, "C") ?? ""
    let message = field(result, "M") ?? PQerrorMessage(server).map { String(cString: $0) } ?? ""
    let isGone = PQstatus(server) != CONNECTION_OK || result == nil
    if isGone || state.hasPrefix("57P") || state.hasPrefix("08") {
      return made(
        "database-lost", "the database went away: \(clean(message))",
        "run again; nothing of the answer was kept")
    }
    switch state {
    case "25006", "25001":
      return made(
        "database-write", "the query does more than read: \(clean(message))",
        "write one SELECT; nothing may be changed")
    case "57014":
      return made(
        "database-timeout", "the query takes longer than \(milliseconds / 1000) s",
        "ask for less, or add an index")
    case "42601" where message.contains("multiple commands"):
      return made(
        "database-several", "the query holds several statements", "keep one SELECT")
    case "42501":
      return made(
        "database-query", "the query fails: \(clean(message))", "have the user allowed to read it")
    default:
      let hint = field(result, "H").map(clean)
      return made("database-query", "the query fails: \(clean(message))", hint)
    }
  }

  private func field(_ result: OpaquePointer?, _ code: Unicode.Scalar) -> String? {
    PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
  }

  /// A message of the server on one line, without secrets and without what acts on a terminal.
  private func clean(_ message: String) -> String {
    var text = message
    for secret in secrets { text = text.replacing(secret, with: "…") }
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    return String(
      String.UnicodeScalarView(words.unicodeScalars.filter { !isRefused($0) }.prefix(300)))
  }
}

/// What can be told of a query before a server sees it.
enum PostgresQuery {
  /// Whether a statement begins as one that reads; what else it does, the transaction refuses.
  static func reads(_ query: String) -> Bool {
    let rest = withoutComments(query.utf8[...]).drop { $0 == UInt8(ascii: "(") || $0 <= 0x20 }
    let word = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
    return ["select", "with", "values", "table"].contains(String(word)?.lowercased() ?? "")
  }

  /// The text after the blanks and comments that it begins with.
  private static func withoutComments(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var rest = text.drop { $0 <= 0x20 }
    while true {
      if rest.starts(with: "--".utf8) {
        rest = rest.drop { $0 != 0x0A }
      } else if rest.starts(with: "/*".utf8) {
        var last: UInt8 = 0
        rest = rest.dropFirst(2)
        while let byte = rest.popFirst(), !(byte == 0x2F && last == 0x2A) { last = byte }
      } else {
        return rest
      }
      rest = rest.drop { $0 <= 0x20 }
    }
  }
}
