extension PlotDrawing {
    /// The regions of the classes in their tints, and the lines between them.
    mutating func drawRegions() {
        guard let regions = layout.plot.regions else { return }
        // The first class lies under all others, so that no ground shines through where regions meet.
        items.append(.fill(tint(0, regions, .rectangle(area))))
        var borders: [[Point]] = []
        for index in regions.names.indices.dropFirst() {
            let contour = Contour(columns: regions.columns, rows: regions.rows, values: regions.leads[index])
            var path = Path()
            for polygon in contour.polygons { path.append(polygon: polygon.map { place($0, regions) }) }
            if !path.elements.isEmpty { items.append(.fill(tint(index, regions, path))) }
            borders += contour.lines.map { line in line.map { place($0, regions) } }
        }
        for border in borders {
            let path = Path.polyline(border)
            items.append(.stroke(StrokeItem(role: "border", path: path, width: 1.25, paint: .ink)))
        }
        placer.lines += borders
    }

    private func tint(_ index: Int, _ regions: Regions, _ path: Path) -> FillItem {
        FillItem(role: "region \(regions.names[index].text)", path: path, paint: .seriesTint(index))
    }

    /// A place in steps of the grid, on the canvas.
    private func place(_ point: Point, _ regions: Regions) -> Point { layout.place(regions.place(point.x, point.y)) }

    /// The name of each class in its region, where there is room.
    mutating func drawRegionNames() {
        guard let regions = layout.plot.regions else { return }
        for (index, name) in regions.names.enumerated() {
            let text = PlotLayout.seriesLine(name, layout.measurer)
            let candidates = Self.grid(in: area, text).filter { box in
                Self.corners(of: box.grown(by: 4)).allSatisfy { leader(at: $0, regions) == index }
            }
            guard let box = placer.place(candidates) else { continue }
            append(
                text, role: "region \(name.text)", in: box, paint: .seriesText(index), halo: .seriesTint(index))
        }
    }

    /// Boxes for a text all over the area, the uppermost first.
    private static func grid(in area: Rectangle, _ text: TextLine) -> [Rectangle] {
        let height = text.ascent + text.descent
        return (0..<9).flatMap { row in
            (0..<9).map { column in
                Rectangle(
                    x: area.x + 6 + Double(column) * (area.width - text.width - 12) / 8,
                    y: area.y + 6 + Double(row) * (area.height - height - 12) / 8, width: text.width, height: height)
            }
        }
    }

    private static func corners(of box: Rectangle) -> [Point] {
        [
            Point(box.x, box.y), Point(box.right, box.y), Point(box.x, box.bottom), Point(box.right, box.bottom),
            box.centre,
        ]
    }

    private func leader(at place: Point, _ regions: Regions) -> Int {
        regions.leader(near: Point(layout.x.value(place.x), layout.y.value(place.y)))
    }
}
