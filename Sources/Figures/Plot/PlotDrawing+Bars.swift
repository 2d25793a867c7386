extension PlotDrawing {
    /// Bars from zero, up in the positive colour, down in the negative one; beside those of other series.
    mutating func drawBars(_ bars: [Plot.Bar], _ index: Int) {
        let series = layout.plot.series.indices.filter {
            if case .bars = layout.plot.series[$0].shape { true } else { false }
        }
        let slot = (layout.x.end - layout.x.start) / Double(max(1, layout.categories.count))
        let width = min(44, slot * 0.62 / Double(series.count))
        let rank = series.firstIndex(of: index) ?? 0
        let offset = (Double(rank) - Double(series.count - 1) / 2) * (width + 2)
        // One size for the numbers of all series, since they are compared.
        let all = layout.plot.series.flatMap { if case .bars(let bars) = $0.shape { bars } else { [Plot.Bar]() } }
        let size = textSize(all, room: series.count > 1 ? width + 2 : slot)
        for (place, bar) in bars.enumerated() where bar.value.isFinite {
            let x = layout.x.position(Double(place)) + offset
            let zero = layout.y.position(0)
            let end = layout.y.position(bar.value)
            let box = Rectangle(x: x - width / 2, y: min(zero, end), width: width, height: (end - zero).magnitude)
            let paint: Paint =
                series.count > 1 ? .series(index) : bar.value < 0 ? .negative : .positive
            let role = "bar \(bar.name.text)"
            placer.boxes.append(box)
            items.append(.fill(FillItem(role: role, path: .rectangle(box), paint: paint)))
            guard let size else { continue }
            let text = TextLine(bar.text, face: PlotStyle.seriesFace, size: size, measurer: layout.measurer)
            let baseline = bar.value < 0 ? end + 5 + text.ascent : end - 5
            let item = text.item(role: role, x: x, baseline: baseline, halo: Halo(width: 4))
            placer.boxes.append(item.box)
            items.append(.text(item))
        }
    }

    /// The size at which the numbers stand side by side; nil when none is readable, for the axis has them too.
    private func textSize(_ bars: [Plot.Bar], room: Double) -> Double? {
        let widest = bars.reduce(0) {
            max($0, layout.measurer.width(of: $1.text, face: PlotStyle.seriesFace, size: 1))
        }
        guard widest > 0 else { return nil }
        let size = min(PlotStyle.tickSize, (room - 4) / widest)
        return size < 7 ? nil : size
    }
}
