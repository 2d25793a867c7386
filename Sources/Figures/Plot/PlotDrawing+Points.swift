extension PlotDrawing {
    /// A form a point; in dense clouds only the points that show, as one path.
    mutating func drawPoints(_ points: [Point], _ index: Int) {
        let form = PlotStyle.markerForm(index)
        let layout = layout
        let shown = points.lazy.filter { layout.shows($0) }.map { layout.place($0) }.filter { layout.contains($0) }
        let places = Cloud(area: area, inner: form.inner, outer: form.outer).visible(shown)
        let isOnTint = layout.plot.regions != nil
        if places.count > 400 {
            if isOnTint { items.append(.fill(cloud(places, index, scale: 1.35, paint: .ground))) }
            items.append(.fill(cloud(places, index, scale: 1, paint: .series(index))))
        } else {
            for place in places {
                if isOnTint { items.append(.fill(cloud([place], index, scale: 1.35, paint: .ground))) }
                items.append(.fill(cloud([place], index, scale: 1, paint: .series(index))))
            }
        }
        placer.dots += places
        if let last = places.max(by: { $0.x < $1.x }) { anchors.append((index, last)) }
    }

    private func cloud(_ places: [Point], _ index: Int, scale: Double, paint: Paint) -> FillItem {
        var path = Path()
        for place in places { path.elements += PlotStyle.marker(index, at: place, scale: scale).elements }
        return FillItem(role: role(index), path: path, paint: paint)
    }
}

/// Equal forms strewn over an area: which of them show?
///
/// A form is left out when what it would cover is covered already, to half a point. `inner` is the radius of a disc
/// inside the form, `outer` that of a disc around it, so that the picture is the same for any form between the two.
struct Cloud {
    let area: Rectangle
    let inner: Double
    let outer: Double
    private let cell = 0.5
    /// Fewer forms than this are all kept.
    private let few = 1500

    init(area: Rectangle, inner: Double, outer: Double) {
        self.area = area
        self.inner = inner
        self.outer = outer
    }

    /// The places of forms that show, in their order.
    /// - Precondition: all places are in the area.
    func visible(_ places: some Sequence<Point>) -> [Point] {
        let distinct = distinct(places)
        return distinct.count > few ? uncovered(distinct) : distinct
    }

    /// One place for each cell that holds any.
    private func distinct(_ places: some Sequence<Point>) -> [Point] {
        let width = Int(area.width / cell) + 2
        var seen = [Bool](repeating: false, count: width * (Int(area.height / cell) + 2))
        var kept: [Point] = []
        for place in places {
            let index = Int((place.y - area.y + 0.01) / cell) * width + Int((place.x - area.x + 0.01) / cell)
            if seen[index] { continue }
            seen[index] = true
            kept.append(place)
        }
        return kept
    }

    private func uncovered(_ places: [Point]) -> [Point] {
        let margin = outer + cell
        let width = Int((area.width + 2 * margin) / cell) + 3
        var covered = [Bool](repeating: false, count: width * (Int((area.height + 2 * margin) / cell) + 3))
        let needed = offsets(within: outer, width)
        let given = offsets(within: inner, width)
        return places.filter { place in
            let row = Int((place.y - area.y + margin) / cell)
            let centre = row * width + Int((place.x - area.x + margin) / cell)
            if needed.allSatisfy({ covered[centre + $0] }) { return false }
            for offset in given { covered[centre + offset] = true }
            return true
        }
    }

    /// The cells, counted from that of its centre, whose centres a disc covers.
    private func offsets(within radius: Double, _ width: Int) -> [Int] {
        let reach = Int(radius / cell)
        var offsets: [Int] = []
        for row in -reach...reach {
            for column in -reach...reach {
                let (dx, dy) = (Double(column) * cell, Double(row) * cell)
                if dx * dx + dy * dy <= radius * radius { offsets.append(row * width + column) }
            }
        }
        return offsets
    }
}
