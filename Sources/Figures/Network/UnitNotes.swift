/// The texts around a circle, placed from its centre: the name, the bias, sums, gradients and what is wanted.
///
/// From left to right the name stands above and the rest below, but for what is wanted of the last layer, which stands
/// right. From top to bottom lines leave and arrive above and below, so the name stands left and the rest right.
struct UnitNotes {
    struct Note {
        var text: TextLine
        var role: String
        var paint: Paint
        /// The anchor, on the baseline.
        var place: Point
        var anchor: TextLine.Anchor
    }

    struct Badge {
        var note: Note
        var box: Rectangle
        var paint: Paint
    }

    var notes: [Note] = []
    var badge: Badge?
    /// The circle and all its texts, from the centre.
    var bounds: Rectangle

    func texts(at centre: Point, halo: Halo) -> [DisplayList.Item] {
        var items = notes.map { DisplayList.Item.text($0.item(at: centre, halo: halo)) }
        if let badge { items.append(.text(badge.note.item(at: centre, halo: nil))) }
        return items
    }

    /// The badge behind the bias.
    func shapes(at centre: Point) -> [DisplayList.Item] {
        guard let badge else { return [] }
        let path = Path.pill(
            Rectangle(
                x: badge.box.x + centre.x, y: badge.box.y + centre.y, width: badge.box.width, height: badge.box.height))
        return [
            .fill(FillItem(role: badge.note.role, path: path, paint: .panel)),
            .stroke(StrokeItem(role: badge.note.role, path: path, width: 1, paint: badge.paint)),
        ]
    }
}

extension UnitNotes.Note {
    /// From the centre of the unit.
    var box: Rectangle { text.item(role: role, x: place.x, baseline: place.y, anchor: anchor).box }

    func item(at centre: Point, halo: Halo?) -> TextItem {
        text.item(
            role: role, x: centre.x + place.x, baseline: centre.y + place.y, anchor: anchor, paint: paint, halo: halo)
    }
}
