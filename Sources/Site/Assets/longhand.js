// Copies listings, marks the section being read, turns pages by key, opens search and help; takes what does not scroll from
// the stops of the keyboard. A page is complete without this script, and asks for nothing that does not lie beside it.
"use strict";
{

// Listings

/** Where a page stands in a file, some browsers keep the clipboard from it; a selection may still be copied. */
function copySelected(code) {
    const selection = getSelection();
    const before = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    selection.selectAllChildren(code);
    const isCopied = document.execCommand("copy");
    selection.removeAllRanges();
    if (before) selection.addRange(before);
    if (!isCopied) throw new Error("the browser refused");
}

async function copy(code) {
    if (!navigator.clipboard) return copySelected(code);
    try {
        await navigator.clipboard.writeText(code.textContent);
    } catch {
        copySelected(code);
    }
}

for (const button of document.querySelectorAll("button.copy")) {
    const code = button.parentElement.querySelector("code");
    const label = button.textContent;
    let reset;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
        try {
            await copy(code);
            button.textContent = "Copied";
        } catch {
            button.textContent = "Not copied";
        }
        clearTimeout(reset);
        reset = setTimeout(() => { button.textContent = label; }, 2000);
    });
    button.hidden = false;
}

/** What a reader has got to stays a stop until they go on. */
function look(part) {
    const isHigh = part.matches("pre, .table-scroll") && part.scrollHeight > part.clientHeight;
    const scrolls = part.scrollWidth > part.clientWidth || isHigh;
    if (scrolls) part.tabIndex = 0;
    else if (part !== document.activeElement) part.removeAttribute("tabindex");
}

const parts = document.querySelectorAll(":is(pre, .formula, .table-scroll, .figure-scroll)[tabindex]");
const sizes = new ResizeObserver((changes) => changes.forEach((change) => look(change.target)));
parts.forEach((part) => sizes.observe(part));
document.fonts.ready.then(() => parts.forEach(look));

// The theme

for (const radio of document.querySelectorAll(".theme input")) {
    radio.checked = radio.value === longhandTheme.value;
    radio.addEventListener("change", () => { longhandTheme.value = radio.value; });
}

// Dialogs: what stands hidden at the end of the page; a click beside an open one closes it.

function makeDialog(part) {
    const dialog = document.createElement("dialog");
    [dialog.id, dialog.className] = [part.id, part.className];
    dialog.setAttribute("aria-label", part.dataset.label);
    dialog.append(...part.childNodes);
    part.replaceWith(dialog);
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog || event.target.closest(".close")) dialog.close();
    });
    return dialog;
}

const help = makeDialog(document.getElementById("page:keys"));
const searchDialog = makeDialog(document.getElementById("page:search"));

// The contents: the section that is being read is marked, and brought into view.

const entries = new Map([...document.querySelectorAll(".outline .sections a")]
    .map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
const headings = [...document.querySelectorAll("main h2[id]")].filter((heading) => entries.has(heading.id));

function markSection() {
    const line = innerHeight / 3;
    let open = headings.findLast((heading) => heading.getBoundingClientRect().top <= line);
    const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    if (isAtEnd && headings.length > 0) open = headings.at(-1);
    for (const heading of headings) {
        const link = entries.get(heading.id);
        if (heading !== open) link.removeAttribute("aria-current");
        else if (!link.hasAttribute("aria-current")) {
            link.setAttribute("aria-current", "location");
            reveal(link);
        }
    }
}

/** Scrolls the list, never the page. */
function reveal(link) {
    const list = link.closest(".outline");
    if (list.scrollHeight <= list.clientHeight) return;
    const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top + 40 || inner.bottom > outer.bottom - 40) {
        list.scrollTop += inner.top - outer.top - outer.height / 3;
    }
}

if (headings.length > 0) {
    // Headings pass the line at a third of the window; the thresholds of the observer say when to look.
    const passing = new IntersectionObserver(markSection, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });
    headings.forEach((heading) => passing.observe(heading));
    addEventListener("scrollend", markSection);
}
const openChapter = document.querySelector(".outline [aria-current='page']");
if (openChapter) reveal(openChapter);
for (const list of document.querySelectorAll("details.outline")) {
    list.addEventListener("click", (event) => {
        if (event.target.closest("a[href^='#']")) list.open = false;
    });
}

// Keys

const keySwitch = help.querySelector("input");
const keysAreOff = "longhand-keys-off";
try {
    keySwitch.checked = localStorage.getItem(keysAreOff) === null;
} catch {
    keySwitch.checked = true;
}
keySwitch.addEventListener("change", () => {
    try {
        if (keySwitch.checked) localStorage.removeItem(keysAreOff);
        else localStorage.setItem(keysAreOff, "1");
    } catch {
        // It holds for this page.
    }
});

/** The scripts of a search are fetched when it is first wanted. */
const searchScripts = {};
function script(address) {
    searchScripts[address] ??= new Promise((resolve, reject) => {
        const tag = document.createElement("script");
        tag.src = address;
        tag.onload = () => resolve();
        tag.onerror = () => reject(new Error(address));
        document.head.append(tag);
    });
    return searchScripts[address];
}

async function openSearch() {
    if (!searchDialog.open) searchDialog.showModal();
    searchDialog.querySelector("input").select();
    await script("assets/search.js");
    longhandSearch.prepare();
}

function turnTo(relation) {
    const link = document.querySelector(`.turn a[rel="${relation}"]`);
    if (!link) return false;
    location.href = link.href;
    return true;
}

/** Where keys have a meaning of their own: fields, what is open above the page, and what scrolls sideways. */
function isTaken(target, isArrow) {
    if (document.querySelector("dialog[open]")) return true;
    if (target.closest?.("input:not([type='checkbox']), textarea, select, [contenteditable], audio, video")) return true;
    const part = isArrow && target.closest?.("pre, .formula, .table-scroll, .figure-scroll, .film-window");
    return Boolean(part) && part.scrollWidth > part.clientWidth;
}

addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const isArrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (!isArrow && event.key !== "/" && event.key !== "?") return;
    if (isTaken(event.target, isArrow) || !isArrow && !keySwitch.checked || isArrow && event.shiftKey) return;
    if (event.key === "/") openSearch();
    else if (event.key === "?") help.showModal();
    else if (!turnTo(event.key === "ArrowLeft" ? "prev" : "next")) return;
    event.preventDefault();
});

document.querySelector(".search-open")?.addEventListener("click", openSearch);
document.querySelector(".keys-open")?.addEventListener("click", () => help.showModal());
// What a search found is marked in the text, until Escape.

const sought = new URLSearchParams(location.search).get("q");
if (sought) script("assets/search.js").then(() => longhandSearch.mark(sought));

}
