import Markup

/// Links to the pages of a long list: the first, the last, and those around the current one.
enum PaperPages {
  static func html(_ filter: PaperFilter, count: Int) -> HTML {
    let last = (count + filter.pageSize - 1) / filter.pageSize
    guard last > 1, filter.page <= last else { return .empty }
    let shown = Set([1, last] + (filter.page - 2...filter.page + 2)).filter { (1...last).contains($0) }.sorted()
    var links: [HTML] = []
    for (index, page) in shown.enumerated() {
      if index > 0, shown[index - 1] + 1 < page { links.append("<span>…</span>") }
      links.append(page == filter.page ? "<span aria-current=\"page\">\(page)</span>" : link(filter, page, "\(page)"))
    }
    if filter.page < last { links.append(link(filter, filter.page + 1, "Next", " rel=\"next\"")) }
    return "<nav class=\"pages\" aria-label=\"Pages\">\(links)</nav>"
  }

  private static func link(_ filter: PaperFilter, _ page: Int, _ label: HTML, _ attribute: HTML = "") -> HTML {
    "<a href=\"\(url: filter.address { $0.page = page })\"\(attribute)>\(label)</a>"
  }
}
