// The reader's choice of light or dark, before anything is shown; without this script the system's choice holds.
"use strict";
{
    const root = document.documentElement;
    const media = { light: "not all", system: "screen and (prefers-color-scheme: dark)", dark: "screen" };
    const key = "longhand-theme";

    /** Storage may be closed to a page, as in a private window. */
    function remembered() {
        try {
            const theme = localStorage.getItem(key);
            return theme in media ? theme : "system";
        } catch {
            return "system";
        }
    }

    function dress(sources) {
        for (const source of sources) source.media = media[theme];
    }

    function show() {
        if (theme === "system") delete root.dataset.theme;
        else root.dataset.theme = theme;
        dress(document.querySelectorAll("picture > source[srcset$='-dark.svg']"));
    }

    let theme = remembered();
    root.classList.add("scripted");
    show();
    // Pictures that are still to come are dressed as they come, before they are fetched.
    if (theme !== "system") {
        const arrivals = new MutationObserver((changes) => {
            for (const { addedNodes } of changes) {
                dress([...addedNodes].filter((node) => node.matches?.("source[srcset$='-dark.svg']")));
            }
        });
        arrivals.observe(root, { childList: true, subtree: true });
        addEventListener("DOMContentLoaded", () => { arrivals.disconnect(); show(); });
    }

    // The clones of pictures, in previews, are dressed as their originals are.
    window.longhandTheme = {
        get value() { return theme; },
        set value(choice) {
            theme = choice;
            show();
            try {
                localStorage.setItem(key, choice);
            } catch {
                // It holds for this page.
            }
        },
        dress: (part) => dress(part.querySelectorAll("source[srcset$='-dark.svg']")),
    };
    addEventListener("storage", (event) => {
        if (event.key !== key && event.key !== null) return;
        theme = remembered();
        show();
        for (const radio of document.querySelectorAll(".theme input")) radio.checked = radio.value === theme;
    });
}
