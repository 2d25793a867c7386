// Shows the buttons that copy listings, and takes what does not scroll from the stops of the keyboard; a page is complete
// without this script, and asks for nothing.
"use strict";

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
