"""Writes books to measure with: chapters of about 1,500 words, 30 formulas, 25 inline values, 4 diagrams and a plot.

No two chapters share a number, so nothing that was computed or typeset for one serves another.
"""

import random
import sys
from pathlib import Path

WORDS = """a network small enough to look at shows every number that passes through it and so the weight of each line can
be followed from the inputs to the outputs and back again the sum that arrives at a unit is squeezed by its switch and
what leaves the unit is carried on by the next lines until the error is known then the question is which weight should
be larger and which smaller and by how much the answer is the gradient""".split()

NETWORK = """```{{network}} net
#| label: fig-net-{n}
#| caption: The network of chapter {n}, with `{{=}} net.parameter_count` weights.
inputs: [x1, x2]
layers:
  - h: {{activation: sigmoid, W: [[{w11}, {w12}], [{w21}, {w22}]]}}
  - y: {{activation: sigmoid, V: [[{v11}, {v12}], [{v21}, {v22}]]}}
loss: sse
```

```{{data}} rows
#| label: tbl-rows-{n}
#| caption: What goes in, and what should come out.
#| targets: t1, t2
x1, x2, t1, t2
{x1}, {x2}, 1, 0
{x3}, {x4}, 0, 1
```
"""

PASSES = """```{{forward}} first
#| display: diagram
#| label: fig-first-{n}
#| caption: The first instance, its loss `{{=}} first.loss:.4f`.
network: net
input: rows[0]
```

```{{backward}} back
#| display: diagram
#| label: fig-back-{n}
#| caption: The gradients of the first instance.
pass: first
```
"""

TRAINING = """```{{train}} run
#| label: fig-run-{n}
#| caption: The loss over `{{=}} run.epochs` epochs.
network: net
data: rows
epochs: 200
rate: 0.5
```

```{{diagram}} run.network
#| label: fig-after-{n}
#| caption: The network after training.
show: [names, weights]
```
"""

VALUES = ["first.h1_in", "first.h2_in:.4f", "first.h1:.6f", "first.y1:.4f", "first.y2:.4f", "first.loss:.3e", "back.v11",
          "back.v21:.4f", "back.w11!r", "back.y1_in", "net.w21", "run.loss[200]:.4f"]

FORMULAS = [
    r"$x_1 = \val{{first.x1}}$",
    r"$h_1^{{\text{{in}}}} = \val{{net.w11}} \cdot \val*{{first.x1}} + \val*{{net.w21}} \cdot \val*{{first.x2}} = \val{{first.h1_in}}$",
    r"$\sigma(\val{{first.h2_in:.3f}}) \approx \val{{first.h2:.5f}}$",
    r"$\frac{{\partial L}}{{\partial v_{{11}}}} \approx \val{{back.v11:.4f}}$",
    r"$y_{{{k}}} = {a} x^2 - {b} x$",
    r"$w \leftarrow w - {a} \cdot \frac{{\partial L}}{{\partial w_{{{k}}}}}$",
]

DISPLAYS = [
    r"$$\sigma(z) = \frac{{1}}{{1 + e^{{-{a} z}}}}, \qquad \sigma'(z) = {b}\,\sigma(z)\,(1 - \sigma(z))$$",
    r"$$\frac{{\partial L}}{{\partial w_{{11}}}} = \underbrace{{\val*{{back.h1_in:.3e}}}}_{{\text{{unit}}}} \cdot \val*{{first.x1}} \approx \val{{back.w11:.3e}}$$",
    r"$$L = \sum_{{i=1}}^{{{k}}} \left( y_i - {a} \, t_i \right)^2 + {b}$$",
]


def chapter(n: int, rng: random.Random) -> str:
    number = lambda: f"{rng.uniform(-3, 3):.4f}"
    numbers = {key: number() for key in "w11 w12 w21 w22 v11 v12 v21 v22 x1 x2 x3 x4".split()}
    fresh = lambda template: template.format(n=n, k=rng.randint(1, 99), a=number().lstrip("-"), b=number().lstrip("-"))
    inline = [fresh(FORMULAS[i % len(FORMULAS)]) for i in range(24)]
    displays = [fresh(DISPLAYS[i % len(DISPLAYS)]) for i in range(6)]
    values = ["`{=} " + VALUES[i % len(VALUES)] + "`" for i in range(25)]
    things = inline + values
    rng.shuffle(things)
    parts = [f"---\ntitle: Chapter {n}\n---\n", NETWORK.format(n=n, **numbers), PASSES.format(n=n), TRAINING.format(n=n)]
    for i in range(20):
        if i % 5 == 0:
            parts.append(f"## Part {i // 5 + 1} {{#sec-{n}-{i}}}\n")
        words = [rng.choice(WORDS) for _ in range(73)]
        words[0] = words[0].capitalize()
        for k, thing in enumerate(things[i::20]):
            words.insert(10 + 20 * k, thing)
        parts.append(" ".join(words) + f", as @fig-first-{n} shows.\n")
        if i % 3 == 2:
            parts.append(displays[i // 3] + "\n")
    return "\n".join(parts)


def write(folder: Path, chapters: int) -> None:
    rng = random.Random(chapters)
    folder.mkdir(parents=True)
    (folder / "book.yml").write_text("title: A generated book\nauthor: Nobody\nlanguage: en-GB\n")
    for n in range(1, chapters + 1):
        (folder / f"{n:03d}-chapter-{n}.md").write_text(chapter(n, rng))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
