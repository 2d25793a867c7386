// Search over the whole book, loaded when a reader first asks for it. Each chapter has its texts in a script of its own
// beside this one; lunr makes the index of them here. docs/decisions/search.md says why.
"use strict";
{
    const limit = 40;
    const isEnglish = /^en\b/.test(document.documentElement.lang);
    const dialog = document.getElementById("page:search");
    const input = dialog.querySelector("input");
    const status = dialog.querySelector(".search-status");
    const results = document.getElementById("page:results");
    const words = status.dataset;
    for (const [name, value] of Object.entries({
        role: "combobox", "aria-expanded": "false", "aria-controls": results.id, "aria-autocomplete": "list",
    })) input.setAttribute(name, value);
    results.setAttribute("role", "listbox");
    results.setAttribute("aria-label", words.places);
    const chapters = [...document.querySelectorAll(".outline nav > ol > li > a, nav.contents a")].map((link) => ({
        stem: decodeURIComponent(link.getAttribute("href").replace(/\.html$/, "")),
        title: [".outline-number, .chapter-number", ".outline-title, .chapter-title"]
            .map((part) => link.querySelector(part).textContent).join(" "),
    }));
    const entries = [];
    let index = null;
    let hasFailed = false;

    function script(address) {
        return new Promise((resolve, reject) => {
            const tag = document.createElement("script");
            tag.src = address;
            tag.onload = resolve;
            tag.onerror = reject;
            document.head.append(tag);
        });
    }

    /** Words, names with underscores, and numbers with their point, each where it stands. */
    function tokens(text, metadata) {
        return [...String(text).matchAll(/\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}_]+/gu)].map((match, number) =>
            new lunr.Token(match[0].toLowerCase(), {
                ...metadata, position: [match.index, match[0].length], index: number,
            }));
    }

    const rest = () => new Promise((resolve) => setTimeout(resolve));
    const pieces = new Map();
    window.longhandTexts = (stem, found) => pieces.set(stem, found);

    /** Chapter by chapter, with a rest between them in which the window stays alive. */
    async function build() {
        status.textContent = words.loading;
        await script("assets/lunr.js");
        await Promise.all(chapters.map(({ stem }) =>
            script(`assets/search/${encodeURIComponent(stem)}.js`).catch(() => { hasFailed = true; })));
        const builder = new lunr.Builder();
        builder.tokenizer = tokens;
        builder.metadataWhitelist = ["position"];
        // lunr has the endings of English; in other languages the beginnings of words have to do.
        if (isEnglish) {
            builder.pipeline.add(lunr.stopWordFilter, lunr.stemmer);
            builder.searchPipeline.add(lunr.stemmer);
        }
        builder.ref("id");
        builder.field("title", { boost: 4 });
        builder.field("text");
        for (const [number, { stem }] of chapters.entries()) {
            for (const [anchor, kind, title, text] of pieces.get(stem) ?? []) {
                builder.add({ id: String(entries.length), title, text });
                entries.push({ chapter: number, anchor, kind, title, text });
            }
            await rest();
        }
        index = builder.build();
        status.textContent = hasFailed ? words.failed : "";
    }

    let building = null;
    async function prepare() {
        building ??= build();
        await building;
        if (input.value && results.childElementCount === 0) search();
    }

    /** Each word as it is, as a beginning, and with one slip; places that have all words come first. */
    function find(text) {
        const all = tokens(text);
        const telling = all.filter((token) => !isEnglish || lunr.stopWordFilter(token));
        const asked = (telling.length > 0 ? telling : all).map(String);
        const hits = new Map();
        for (const word of new Set(asked)) {
            const found = index.query((query) => {
                query.term(word, { boost: 10 });
                query.term(word, { boost: 2, wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
                if (word.length > 4) query.term(word, { editDistance: 1, boost: 0.3 });
            });
            for (const { ref, score, matchData } of found) {
                const hit = hits.get(ref) ?? { entry: entries[ref], score: 0, count: 0, title: [], text: [] };
                hit.score += score;
                hit.count += 1;
                for (const fields of Object.values(matchData.metadata)) {
                    for (const field in fields) hit[field].push(...fields[field].position);
                }
                hits.set(ref, hit);
            }
        }
        return [...hits.values()].sort((a, b) => b.count - a.count || b.score - a.score);
    }

    /** A text with its marks, cut to the surroundings of the first. */
    function marked(text, positions, room) {
        const marks = [...new Map(positions.map((place) => [place[0], place])).values()].sort((a, b) => a[0] - b[0]);
        let start = room && marks.length > 0 ? Math.max(0, marks[0][0] - room / 3) : 0;
        if (start > 0) start = text.indexOf(" ", start) + 1;
        const end = room ? Math.min(text.length, start + room) : text.length;
        const parts = start > 0 ? ["… "] : [];
        let at = start;
        for (const [from, length] of marks) {
            if (from < at || from + length > end) continue;
            const mark = document.createElement("mark");
            mark.textContent = text.slice(from, from + length);
            parts.push(text.slice(at, from), mark);
            at = from + length;
        }
        parts.push(text.slice(at, end), end < text.length ? " …" : "");
        return parts;
    }

    function option(hit, number) {
        const { entry } = hit;
        const link = document.createElement("a");
        const found = hit.text.concat().map(([from, length]) => entry.text.slice(from, from + length))
            .concat(hit.title.map(([from, length]) => entry.title.slice(from, from + length)));
        const query = new URLSearchParams({ q: [...new Set(found.map((word) => word.toLowerCase()))].join(" ") });
        const stem = encodeURIComponent(chapters[entry.chapter].stem);
        link.href = `${stem}.html?${query}${entry.anchor && `#${encodeURIComponent(entry.anchor)}`}`;
        link.id = `page:result:${number}`;
        link.setAttribute("role", "option");
        link.setAttribute("aria-selected", "false");
        link.tabIndex = -1;
        const title = document.createElement("span");
        title.className = "result-title";
        title.append(...marked(entry.title, hit.title));
        const text = document.createElement("span");
        text.className = `result-text ${entry.kind}`;
        text.append(...marked(entry.text, hit.text, 160));
        link.append(title, text);
        return link;
    }

    function show(hits) {
        const best = hits.slice(0, limit);
        const groups = Map.groupBy(best, (hit) => hit.entry.chapter);
        let number = 0;
        results.replaceChildren(...[...groups].map(([chapter, found]) => {
            const group = document.createElement("div");
            const title = document.createElement("p");
            group.setAttribute("role", "group");
            title.className = "result-chapter";
            title.id = `page:results:${chapter}`;
            title.textContent = chapters[chapter].title;
            group.setAttribute("aria-labelledby", title.id);
            group.append(title, ...found.map((hit) => option(hit, number++)));
            return group;
        }));
        const count = hits.length > limit
            ? words.best.replace("##", hits.length).replace("#", limit) : words.many.replace("#", hits.length);
        status.textContent = hits.length === 0 ? words.none : hits.length === 1 ? words.one : count;
    }

    function select(link) {
        for (const other of results.querySelectorAll("[aria-selected='true']")) other.setAttribute("aria-selected", "false");
        link?.setAttribute("aria-selected", "true");
        link?.scrollIntoView({ block: "nearest" });
        if (link) input.setAttribute("aria-activedescendant", link.id);
        else input.removeAttribute("aria-activedescendant");
    }

    function search() {
        if (!index) return;
        if (input.value.trim()) show(find(input.value));
        else {
            results.replaceChildren();
            status.textContent = "";
        }
        input.setAttribute("aria-expanded", String(results.childElementCount > 0));
        select(results.querySelector("[role='option']"));
    }

    input.addEventListener("input", search);
    dialog.addEventListener("keydown", (event) => {
        const links = [...results.querySelectorAll("[role='option']")];
        const now = links.findIndex((link) => link.getAttribute("aria-selected") === "true");
        if (event.key === "ArrowDown") select(links[(now + 1) % links.length]);
        else if (event.key === "ArrowUp") select(links.at(now <= 0 ? -1 : now - 1));
        else if (event.key === "Enter" && event.target === input) links[now]?.click();
        else return;
        event.preventDefault();
    });
    // A place may be on this very page.
    results.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });

    /** Marks words in the text without touching it, until Escape. */
    function mark(text) {
        const sought = text.toLowerCase().split(/\s+/).filter(Boolean).map((word) => word.replace(/[^\p{L}\p{N}\p{M}_.]/gu, ""));
        if (!("highlights" in CSS) || sought.length === 0) return;
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sought.map((word) => word.replaceAll(".", "\\.")).join("|")})(?![\\p{L}\\p{N}_])`, "giu");
        const highlight = new Highlight();
        const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (const match of node.data.matchAll(pattern)) {
                const range = new Range();
                range.setStart(node, match.index);
                range.setEnd(node, match.index + match[0].length);
                highlight.add(range);
            }
        }
        CSS.highlights.set("search", highlight);
        addEventListener("keydown", (event) => { if (event.key === "Escape") CSS.highlights.delete("search"); });
    }

    window.longhandSearch = { prepare, mark };
}
