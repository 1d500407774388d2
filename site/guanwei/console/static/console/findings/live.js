/* Checks what is on the screen, a moment after the last key, and shows what was found on the text and in the list. */
(() => {
  "use strict";
  const gw = window.guanwei;
  const PAUSE = 400;
  const AGAIN = 15000;

  class Live {
    constructor(panel) {
      this.panel = panel;
      this.form = panel.closest("form");
      this.words = JSON.parse(document.getElementById("gw-live-words").textContent);
      this.known = new Map();
      this.asked = "";
      this.timer = 0;
      this.frame = 0;
      this.waiting = null;
    }

    start() {
      const soon = () => this.soon();
      ["input", "change", "keyup"].forEach((each) => this.form.addEventListener(each, soon));
      // Blocks and rows come, go and move, and the paragraph's editor keeps its keys to itself.
      new MutationObserver(soon).observe(this.form, { subtree: true, childList: true, characterData: true });
      new IntersectionObserver(([seen]) => this.panel.classList.toggle("gw-live--seen", seen.isIntersecting))
        .observe(this.panel);
      this.panel.querySelector("[data-gw-live-chip]").addEventListener("click", () => {
        gw.reveal(this.panel);
        this.panel.scrollIntoView({ behavior: "instant" });
        this.panel.focus({ preventScroll: true });
      });
      this.ask();
    }

    /* Once a frame, whatever happened in it: marks move with the text, and a check is due when it has changed. */
    soon() {
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0;
        const texts = gw.textsOn(this.form, this.words);
        this.follow(texts);
        if (JSON.stringify(gw.stateOf(this.form, this.panel, texts)) !== this.asked) this.later(PAUSE);
      });
    }

    later(pause) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), pause);
    }

    follow(texts) {
      const fields = new Set(texts.map((each) => each.field));
      this.known.forEach((_held, field) => {
        if (fields.has(field)) return;
        gw.paint(field, []);
        this.known.delete(field);
      });
      fields.forEach((field) => {
        const held = this.known.get(field);
        const text = held && field.read();
        if (!held || (text === held.text && !this.isStale(field, held))) return;
        this.hold(field, text, gw.follow(held.marks, held.text, text));
      });
    }

    /* The paragraph's editor draws its text anew, and the ranges of old nodes are empty. */
    isStale(field, held) {
      return held.ranges.some((range) => range.collapsed || !range.startContainer.isConnected);
    }

    hold(field, text, marks) {
      this.known.set(field, { text, marks, ranges: gw.paint(field, marks) });
    }

    async ask() {
      clearTimeout(this.timer);
      const texts = gw.textsOn(this.form, this.words);
      const state = gw.stateOf(this.form, this.panel, texts);
      this.asked = JSON.stringify(state);
      this.waiting?.abort();
      const waiting = (this.waiting = new AbortController());
      this.panel.setAttribute("aria-busy", "true");
      const answer = await gw.askNow(this.form, this.panel, this.asked, waiting.signal);
      if (this.waiting !== waiting) return;
      this.panel.removeAttribute("aria-busy");
      if (answer.findings) this.show(answer.findings, state.texts, texts);
      else this.fail(answer);
    }

    /* Offsets are of what was sent; what was typed in the meantime moves them. */
    show(findings, sent, texts) {
      const byKey = new Map(sent.map(({ key, text }, index) => (
        [key, { text, units: gw.unitsOf(text), field: texts[index].field }]
      )));
      const marks = new Map(texts.map(({ field }) => [field, []]));
      findings.forEach((each) => {
        each.marks = each.places.filter((place) => byKey.has(place.text)).map((place) => {
          const { field, units } = byKey.get(place.text);
          const { severity } = each;
          return { ...place, field, severity, start: units(place.start), end: units(place.end) };
        });
        each.marks.forEach((mark) => marks.get(mark.field).push(mark));
      });
      byKey.forEach(({ field, text }) => {
        const now = field.read();
        this.hold(field, now, gw.follow(marks.get(field), text, now));
      });
      gw.drawShelves(this.panel, findings, this.words);
      const counts = gw.countsOf(findings);
      this.tell(gw.say(findings.length ? this.words.found : this.words.nothing, counts));
      this.beckon(counts);
    }

    /* Stands by while the list is out of sight. Information doesn't call anybody. */
    beckon(counts) {
      const chip = this.panel.querySelector("[data-gw-live-chip]");
      chip.hidden = !(counts.block || counts.look);
      chip.textContent = gw.say(counts.block ? this.words.chip : this.words.looks, counts);
      chip.dataset.gwCalls = counts.block ? "block" : "look";
    }

    fail({ status, trouble, error_message: sentence }) {
      this.tell(sentence || this.words[trouble] || this.words.failed, true);
      if (status === 0 || status >= 500) this.later(AGAIN);
    }

    tell(sentence, isTrouble = false) {
      const said = this.panel.querySelector("[data-gw-live-said]");
      said.classList.toggle("gw-bad", isTrouble);
      if (said.textContent !== sentence) said.textContent = sentence;
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-gw-live]").forEach((panel) => new Live(panel).start());
  });
})();
