import Records

/// A partial date: what is read must be in order, and be read again from its own text.
let edtf: Target = { bytes in
  guard let text = String(validating: bytes, as: UTF8.self),
    let date = try? PartialDate.parse(text)
  else { return }
  if let first = date.earliest, let last = date.latest {
    precondition(first <= last, "\(date.source) ends before it begins")
  }
  precondition((try? PartialDate.parse(date.source)) == date, "\(date.source) is read differently")
}

/// A quantity: what is read is a finite number, and no range is reversed.
let quantity: Target = { bytes in
  guard let text = String(validating: bytes, as: UTF8.self),
    let quantity = try? Quantity.parse(text)
  else { return }
  precondition(quantity.value.isFinite, "\(text) is not finite")
  if let upper = quantity.upper { precondition(quantity.value <= upper, "\(text) is reversed") }
}
