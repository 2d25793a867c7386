extension DisplayList {
    /// A slide of 16:9, in points.
    public static var slide: (width: Double, height: Double) { (960, 540) }

    /// The size of the smallest letters in points; nil without any.
    public var smallestText: Double? {
        let sizes = texts.flatMap { $0.runs.map { $0.size } }
        return sizes.min()
    }

    /// The figure in the middle of a slide, as large as it goes with a border around it.
    public var onSlide: DisplayList {
        let (width, height) = DisplayList.slide
        let border = 36.0
        guard self.width > 0, self.height > 0 else { return DisplayList(width: width, height: height) }
        let scale = min((width - 2 * border) / self.width, (height - 2 * border) / self.height)
        let (dx, dy) = ((width - self.width * scale) / 2, (height - self.height * scale) / 2)
        return DisplayList(
            width: width, height: height, items: items.map { $0.scaled(by: scale).moved(dx, dy) })
    }
}

extension DisplayList.Item {
    /// Everything about the origin times `factor`: places, letters, lines.
    func scaled(by factor: Double) -> DisplayList.Item {
        let move = { (point: Point) in Point(point.x * factor, point.y * factor) }
        switch self {
        case .text(var item):
            item.box = Rectangle(
                x: item.box.x * factor, y: item.box.y * factor, width: item.box.width * factor,
                height: item.box.height * factor)
            for index in item.runs.indices {
                item.runs[index].x *= factor
                item.runs[index].baseline *= factor
                item.runs[index].size *= factor
            }
            if let halo = item.halo { item.halo = Halo(paint: halo.paint, width: halo.width * factor) }
            return .text(item)
        case .stroke(var item):
            item.path = item.path.mapped(move)
            item.width *= factor
            item.dash = item.dash.map { $0 * factor }
            return .stroke(item)
        case .fill(var item):
            item.path = item.path.mapped(move)
            return .fill(item)
        }
    }
}
