/// What a dict shows of itself: its keys, its values or both; it changes with the dict.
public final class DictView {
    enum Part: String {
        case keys = "dict_keys"
        case values = "dict_values"
        case items = "dict_items"
    }

    let dict: DictObject
    let part: Part

    init(_ dict: DictObject, _ part: Part) {
        self.dict = dict
        self.part = part
    }

    /// What is shown of one pair of the dict.
    func shown(_ item: (key: Value, value: Value)) -> Value {
        switch part {
        case .keys: item.key
        case .values: item.value
        case .items: .tuple([item.key, item.value])
        }
    }

    var items: [Value] { dict.items.map { shown($0) } }
}
