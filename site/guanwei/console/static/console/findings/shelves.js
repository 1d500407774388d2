/* The list of findings on its three shelves. Everything that is said comes from the template or the server. */
(() => {
  "use strict";
  const gw = (window.guanwei ||= {});
  const SEVERITIES = ["block", "look", "info"];
  const MOST_PLACES = 8;
  const AROUND = 8;

  const put = (root, name, text) => {
    const element = root.querySelector(`[data-${name}]`);
    element.textContent = text;
    element.hidden = !text;
    return element;
  };

  const copy = (panel, name) => (
    panel.querySelector(`template[data-gw-${name}]`).content.firstElementChild.cloneNode(true)
  );

  function drawCites(root, cites) {
    const all = root.querySelector("[data-cites]");
    cites.forEach(({ said, url }) => {
      const link = document.createElement("a");
      Object.assign(link, { className: "gw-cite", href: url, target: "_blank", textContent: said });
      const one = document.createElement("span");
      one.append(link);
      all.append(one);
    });
  }

  /* The words with a little of what stands around them, as the field shows them. */
  function quote(button, mark) {
    const text = mark.field.read();
    const from = Math.max(mark.start - AROUND, 0);
    const to = Math.min(mark.end + AROUND, text.length);
    put(button, "before", (from ? "…" : "") + text.slice(from, mark.start));
    put(button, "words", text.slice(mark.start, mark.end));
    put(button, "after", text.slice(mark.end, to) + (to < text.length ? "…" : ""));
  }

  function drawPlace(panel, mark, words, key) {
    const row = copy(panel, "place");
    const go = row.querySelector("[data-go]");
    put(row, "part", mark.part);
    if (mark.end > mark.start) quote(go, mark);
    go.dataset.gwKey = `${key} ${mark.text} ${mark.start}`;
    go.addEventListener("click", () => {
      if (mark.gone) return;
      gw.reveal(mark.field.element);
      mark.field.select(mark.start, mark.end);
    });
    const mend = put(row, "mend", mark.right && gw.say(words.mend, { right: mark.right }));
    mend.dataset.gwKey = `${key} ${mark.text} ${mark.start} mend`;
    mend.addEventListener("click", () => {
      if (mark.gone) return;
      gw.reveal(mark.field.element);
      mark.field.replace(mark.start, mark.end, mark.right);
    });
    return row;
  }

  function drawFinding(panel, each, words) {
    const row = copy(panel, "finding");
    row.classList.add(`gw-live__finding--${each.severity}`);
    put(row, "label", each.label);
    put(row, "sentence", each.sentence);
    // The button says it.
    const isSaid = each.marks.some((mark) => mark.right && each.suggestion.includes(mark.right));
    put(row, "suggestion", isSaid ? "" : each.suggestion);
    put(row, "often", each.count > 1 ? gw.say(words.often, { count: each.count }) : "");
    put(row, "answer", each.answer ? gw.say(words.answered, each.answer) : "");
    drawCites(row, each.cites);
    const places = row.querySelector("[data-places]");
    each.marks.slice(0, MOST_PLACES).forEach((mark) => places.append(drawPlace(panel, mark, words, each.key)));
    const more = each.count - Math.min(each.marks.length, MOST_PLACES);
    put(row, "more", each.marks.length && more > 0 ? gw.say(words.more, { more }) : "");
    return row;
  }

  /* Whoever is in the list with the keyboard stays at the same place of it. */
  function draw(panel, findings, words) {
    const at = panel.contains(document.activeElement) ? document.activeElement.dataset.gwKey : "";
    SEVERITIES.forEach((severity) => {
      const shelf = panel.querySelector(`[data-gw-shelf="${severity}"]`);
      const own = findings.filter((each) => each.severity === severity);
      shelf.hidden = !own.length;
      put(shelf, "count", String(own.length));
      shelf.querySelector("ul").replaceChildren(...own.map((each) => drawFinding(panel, each, words)));
    });
    if (at) [...panel.querySelectorAll("[data-gw-key]")].find((each) => each.dataset.gwKey === at)?.focus();
  }

  gw.drawShelves = draw;
  gw.countsOf = (findings) => Object.fromEntries(
    SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity).length]),
  );
})();
