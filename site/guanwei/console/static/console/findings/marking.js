/* Highlights on the texts, by the CSS Custom Highlight API: the document stays as it is. A browser without it
   shows the list alone. */
(() => {
  "use strict";
  const gw = (window.guanwei ||= {});
  const LOUDNESS = ["info", "look", "block"];
  const held = new WeakMap();

  const registered = (severity) => {
    const name = `gw-${severity}`;
    if (!CSS.highlights.has(name)) {
      const made = new Highlight();
      made.priority = LOUDNESS.indexOf(severity);
      CSS.highlights.set(name, made);
    }
    return CSS.highlights.get(name);
  };

  function paint(field, marks) {
    if (!CSS.highlights) return [];
    const before = held.get(field) || [];
    before.forEach(([highlight, range]) => highlight.delete(range));
    const live = marks.filter((mark) => mark.end > mark.start).sort((one, other) => one.start - other.start);
    const ranges = field.ranges(live);
    const now = ranges.map((range, index) => [registered(live[index].severity), range]).filter(([, range]) => range);
    now.forEach(([highlight, range]) => highlight.add(range));
    held.set(field, now);
    return now.map(([, range]) => range);
  }

  /* Opens whatever folded panel or tab the field stands in. */
  function reveal(element) {
    for (let folded = element.closest("[hidden]"); folded; folded = element.closest("[hidden]")) {
      document.querySelector(`[aria-controls="${folded.id}"]`)?.click();
      if (folded.hidden) folded.hidden = false;
    }
  }

  Object.assign(gw, { paint, reveal });
})();
