/// The script that keeps pages fresh. It is added to pages as they are served and is in no site that is built.
enum PreviewScript {
    static let source = #"""
        // Keeps this page as the book is: what changed in it is replaced, and mistakes are shown over it.
        "use strict";
        (() => {
        const own = document.currentScript;
        const root = document.documentElement;
        let shown = Number(own.dataset.build);
        let latest, isBusy = false, panel, source;

        // The page as it was sent, and for each of its nodes the one that stands in the window, which other scripts may have
        // changed. It lies in a document of its own, in which images do not load.
        const inert = document.implementation.createHTMLDocument("");
        const live = new WeakMap();
        let before = inert.importNode(root, true);

        function pair(node, now) {
            live.set(node, now);
            node.childNodes.forEach((child, index) => pair(child, now.childNodes[index]));
        }
        pair(before, root);

        /** What did not change keeps its node in the window. */
        function keep(old, fresh) {
            live.set(fresh, live.get(old));
            fresh.childNodes.forEach((child, index) => keep(old.childNodes[index], child));
        }

        const areAlike = (old, fresh) => old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && old.id === fresh.id;

        /** A style sheet stays until the one in its place has come. */
        function renewStyle(fresh, now) {
            const next = document.importNode(fresh, true);
            next.addEventListener("load", () => now.remove(), { once: true });
            next.addEventListener("error", () => now.remove(), { once: true });
            now.after(next);
            live.set(fresh, next);
        }

        function renew(old, fresh, added) {
            const now = live.get(old);
            if (fresh.nodeName === "SCRIPT") return keep(old, fresh);
            if (fresh.nodeName === "LINK" && fresh.rel === "stylesheet") return renewStyle(fresh, now);
            live.set(fresh, now);
            if (fresh.nodeType !== Node.ELEMENT_NODE) {
                now.nodeValue = fresh.nodeValue;
                return;
            }
            for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) now.removeAttribute(name);
            for (const { name, value } of [...fresh.attributes]) if (old.getAttribute(name) !== value) now.setAttribute(name, value);
            renewChildren([...old.childNodes], [...fresh.childNodes], now, added);
        }

        function renewChildren(olds, freshs, parent, added) {
            while (olds.length && freshs.length && olds[0].isEqualNode(freshs[0])) keep(olds.shift(), freshs.shift());
            let after = null;
            while (olds.length && freshs.length && olds.at(-1).isEqualNode(freshs.at(-1))) {
                const old = olds.pop();
                after = live.get(old);
                keep(old, freshs.pop());
            }
            for (const fresh of freshs) {
                if (olds.length && areAlike(olds[0], fresh)) {
                    renew(olds.shift(), fresh, added);
                } else {
                    const copy = document.importNode(fresh, true);
                    pair(fresh, copy);
                    parent.insertBefore(copy, olds.length ? live.get(olds[0]) : after);
                    if (copy.nodeType === Node.ELEMENT_NODE) added.push(copy);
                }
            }
            for (const old of olds) live.get(old).remove();
        }

        /** Files that changed get another address, since a browser does not ask twice for the same image. */
        function version(fresh, changed) {
            const numbered = (address) => {
                const url = new URL(address, location.href);
                const number = url.origin === location.origin && changed[decodeURIComponent(url.pathname.slice(1))];
                return number ? `${address}?${number}` : address;
            };
            for (const element of fresh.querySelectorAll("img[src], image[href], source[srcset], link[rel=stylesheet][href]")) {
                for (const name of ["src", "srcset", "href"]) {
                    if (element.hasAttribute(name)) element.setAttribute(name, numbered(element.getAttribute(name)));
                }
            }
        }

        const scripts = (page) => [...page.querySelectorAll("script[src]")].map((script) => script.getAttribute("src")).join();

        async function refresh() {
            const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
            const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").documentElement;
            const script = fresh.querySelector("script[data-session]");
            const isSame = answer.ok && script && script.dataset.session === own.dataset.session;
            if (!isSame || scripts(fresh) !== scripts(before)) return location.reload();
            version(fresh, latest.changed);
            const added = [];
            for (const name of ["head", "body"]) renew(before.querySelector(name), fresh.querySelector(name), added);
            before = fresh;
            shown = Number(script.dataset.build);
            document.dispatchEvent(new CustomEvent("longhand:renewed", { detail: { added } }));
        }

        async function catchUp() {
            if (isBusy) return;
            isBusy = true;
            try {
                while (latest.build > shown) {
                    if (own.dataset.page !== "book") return location.reload();
                    await refresh();
                }
            } catch (error) {
                // What cannot be replaced is loaded; while the server is away, the next message says more.
                if (!(error instanceof TypeError && source?.readyState !== EventSource.OPEN)) location.reload();
            } finally {
                isBusy = false;
            }
        }

        // MARK: Mistakes

        const style = `
            :host { all: initial; display: block; position: fixed; inset: auto 0 0 0; z-index: 2147483647; }
            @media print { :host { display: none; } }
            section { position: relative; max-height: 70vh; display: flex;
                flex-direction: column; box-sizing: border-box; color-scheme: light dark; color: #1a1a1a; background: #fff;
                border-top: 4px solid #b3261e; box-shadow: 0 -4px 24px #0004; font: 1rem/1.5 system-ui, sans-serif; }
            .head { padding: .75rem 7rem .5rem 1.25rem; }
            h2 { margin: 0; font-size: 1rem; font-weight: 600; }
            button { position: absolute; top: .625rem; right: 1.25rem; font: inherit; font-size: .875rem; padding: .25rem .75rem;
                color: inherit; background: transparent; border: 1px solid currentColor; border-radius: 4px; cursor: pointer; }
            ol { margin: 0; padding: .25rem 1.25rem 1rem; overflow: auto; list-style: none; }
            li + li { border-top: 1px solid #8886; padding-top: .5rem; margin-top: .5rem; }
            p { margin: 0; overflow-wrap: anywhere; }
            pre { margin: .25rem 0; overflow-x: auto; font: .8125rem/1.45 "JetBrains Mono", ui-monospace, monospace; }
            button:focus-visible, ol:focus-visible { outline: 3px solid #0a58ca; outline-offset: 2px; }
            ol:focus-visible { outline-offset: -3px; }
            @media (prefers-color-scheme: dark) {
                section { color: #eee; background: #1e1e1e; border-top-color: #f2b8b5; }
                button:focus-visible, ol:focus-visible { outline-color: #8ab4f8; }
            }`;

        function hide() {
            panel?.remove();
            panel = undefined;
        }

        function tell(errors) {
            if (own.dataset.page !== "book") {
                if (errors !== told && told !== undefined) location.reload();
                told = errors;
                return;
            }
            if (errors === told) return;
            told = errors;
            hide();
            if (!errors) return;
            panel = document.createElement("longhand-errors");
            const inside = panel.attachShadow({ mode: "open" });
            const section = document.createElement("section");
            section.setAttribute("role", "dialog");
            section.setAttribute("aria-modal", "false");
            section.setAttribute("aria-labelledby", "title");
            section.innerHTML = `<style>${style}</style>${errors}<button type="button">Hide</button>`;
            section.querySelector("button").addEventListener("click", hide);
            inside.append(section);
            document.body.append(panel);
        }
        let told;
        addEventListener("keydown", (event) => { if (event.key === "Escape" && panel) hide(); });

        // MARK: Messages

        function take(message) {
            if (message.session !== own.dataset.session) return location.reload();
            latest = message;
            tell(message.errors);
            catchUp();
        }

        /** A tab that nobody sees does not listen: browsers grant a host six connections. */
        function listen() {
            if (source || document.hidden) return;
            source = new EventSource("/-/events");
            source.onmessage = (event) => take(JSON.parse(event.data));
            source.onerror = () => {
                if (source?.readyState !== EventSource.CLOSED) return;
                hush();
                setTimeout(listen, 500);
            };
        }

        function hush() {
            source?.close();
            source = undefined;
        }

        document.addEventListener("visibilitychange", () => document.hidden ? hush() : listen());
        addEventListener("pagehide", hush);
        addEventListener("pageshow", listen);
        listen();
        })();
        """#
}
