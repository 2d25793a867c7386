// Shows what lies behind a reference, a footnote or a computed number: on hover, on focus, and on a first touch. Escape
// closes it; the pointer may go into it. Where scripts do not run, links lead there and the style sheet shows numbers.
"use strict";
{
    const anchors = "main a.reference, main a[href*='#sec-'], main .footnote-ref a, main .value[data-value]";
    const box = document.createElement("div");
    box.className = "preview";
    box.id = "page:preview";
    box.hidden = true;
    // In the main part, which is where it belongs for those who go from landmark to landmark.
    document.querySelector("main").append(box);

    const anchorOf = (target) => box.contains(target) ? null : target.closest(anchors);

    /** The pieces of other pages, as they come by script, which is the one way that files allow too. */
    const pieces = new Map();
    const waiting = new Map();
    window.longhandPreviews = (stem, targets) => waiting.get(stem)?.(targets);

    function piece(stem) {
        if (!pieces.has(stem)) {
            pieces.set(stem, new Promise((resolve) => {
                const script = document.createElement("script");
                script.src = `assets/previews/${stem}.js`;
                script.onerror = () => resolve({});
                waiting.set(stem, resolve);
                document.head.append(script);
            }));
        }
        return pieces.get(stem);
    }

    /** Nothing in a preview is a stop of the keyboard or has a name of its own. */
    function quiet(part, page) {
        for (const node of [part, ...part.querySelectorAll("*")]) {
            node.removeAttribute("id");
            node.removeAttribute("tabindex");
            if (node.matches("a")) node.tabIndex = -1;
            const href = node.getAttribute("href");
            if (page && href?.startsWith("#")) node.setAttribute("href", page + href);
        }
        part.querySelectorAll(".anchor, .copy, .footnote-backref, .film-choice").forEach((node) => node.remove());
        return part;
    }

    /** A heading comes with the first paragraph below it. */
    function copies(target) {
        const parts = [target.cloneNode(true)];
        if (target.matches("h2, h3, h4, h5, h6") && target.nextElementSibling?.matches("p")) {
            parts.push(target.nextElementSibling.cloneNode(true));
        }
        if (target.matches("li")) return [...parts[0].childNodes];
        return parts;
    }

    async function contents(anchor) {
        const shell = document.createElement("div");
        if (anchor.matches(".value")) {
            // Every digit is there already.
            if (anchor.textContent === anchor.dataset.value.replaceAll("-", "−")) return null;
            shell.className = "preview-number";
            shell.textContent = anchor.dataset.value;
            return shell;
        }
        const page = anchor.getAttribute("href").split("#")[0];
        const id = decodeURIComponent(anchor.hash.slice(1));
        if (page === "") {
            const target = document.getElementById(id);
            if (!target) return null;
            shell.append(...copies(target));
        } else {
            const html = (await piece(decodeURIComponent(page.replace(/\.html$/, ""))))[id];
            if (!html) return null;
            shell.innerHTML = html;
        }
        return quiet(shell, page);
    }

    let shown = null;
    let timer;

    function hide() {
        clearTimeout(timer);
        shown?.removeAttribute("aria-describedby");
        shown = null;
        box.hidden = true;
        box.replaceChildren();
    }

    /** Below the anchor, or above where there is more room; always inside the window. */
    function place(anchor) {
        const line = [...anchor.getClientRects()].at(-1) ?? anchor.getBoundingClientRect();
        const gap = 8;
        const [width, height] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
        const below = height - line.bottom - 2 * gap;
        const above = line.top - 2 * gap;
        box.style.maxBlockSize = "none";
        box.removeAttribute("tabindex");
        const isBelow = box.offsetHeight <= below || below >= above;
        box.style.maxBlockSize = `${Math.max(80, isBelow ? below : above)}px`;
        if (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth) box.tabIndex = 0;
        const left = Math.min(Math.max(gap, line.left + line.width / 2 - box.offsetWidth / 2), width - box.offsetWidth - gap);
        box.style.insetInlineStart = `${Math.max(0, left)}px`;
        box.style.insetBlockStart = `${isBelow ? line.bottom + gap : Math.max(gap, line.top - gap - box.offsetHeight)}px`;
    }

    async function show(anchor, isTouched) {
        clearTimeout(timer);
        if (anchor === shown) return;
        hide();
        shown = anchor;
        const content = await contents(anchor);
        if (shown !== anchor) return;
        if (!content) return hide();
        // A preview of the author's may have put another text in the place of this.
        if (!box.isConnected) document.querySelector("main").append(box);
        box.replaceChildren(content);
        longhandTheme.dress(box);
        if (isTouched && anchor.matches("a")) {
            const link = document.createElement("a");
            link.className = "preview-link";
            link.href = anchor.href;
            link.textContent = `${anchor.textContent} →`;
            box.append(link);
        }
        // What a clone repeats need not be read again; a number has nothing else that says its digits.
        if (anchor.matches(".value")) {
            box.setAttribute("role", "tooltip");
            anchor.setAttribute("aria-describedby", box.id);
        } else {
            box.removeAttribute("role");
        }
        box.hidden = false;
        place(anchor);
    }

    const leave = () => { clearTimeout(timer); timer = setTimeout(hide, 250); };
    let pointer = "mouse";
    addEventListener("pointerdown", (event) => {
        pointer = event.pointerType;
        if (shown && !box.contains(event.target) && !shown.contains(event.target)) hide();
    });
    document.addEventListener("pointerover", (event) => {
        if (event.pointerType === "touch") return;
        const anchor = anchorOf(event.target);
        if (box.contains(event.target)) clearTimeout(timer);
        else if (anchor === shown && anchor) clearTimeout(timer);
        else if (anchor) {
            clearTimeout(timer);
            timer = setTimeout(show, anchor.matches(".value") ? 60 : 220, anchor);
        } else if (shown !== document.activeElement || !shown) leave();
    });
    document.addEventListener("focusin", (event) => {
        if (box.contains(event.target)) return clearTimeout(timer);
        const anchor = anchorOf(event.target);
        if (anchor && pointer !== "touch" && anchor.matches(":focus-visible, .value")) show(anchor);
    });
    document.addEventListener("focusout", (event) => { if (event.target === shown || event.target === box) leave(); });
    document.addEventListener("click", (event) => {
        const anchor = anchorOf(event.target);
        if (!anchor) return;
        if (pointer === "touch" && anchor !== shown) {
            event.preventDefault();
            show(anchor, true);
        } else if (anchor.matches("a")) hide();
    });
    // Before anything else that Escape does.
    addEventListener("keydown", (event) => {
        pointer = "key";
        if (event.key !== "Escape" || !shown) return;
        hide();
        event.preventDefault();
        event.stopImmediatePropagation();
    }, { capture: true });
    addEventListener("scroll", () => { if (shown && !box.hidden) place(shown); }, { passive: true });
    addEventListener("resize", hide);
}
