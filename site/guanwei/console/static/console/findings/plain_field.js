/* An input or a textarea. Highlights need text in the document, so a transparent copy lies over the field. */
(() => {
  "use strict";
  const gw = (window.guanwei ||= {});
  const LIKE = ["fontFamily", "fontSize", "fontWeight", "fontStyle", "letterSpacing", "wordSpacing", "textIndent",
    "textAlign", "textTransform", "tabSize", "wordBreak", "overflowWrap", "direction", "lineHeight",
    "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
    "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth"];
  const kept = new WeakMap();

  class PlainField {
    constructor(input) {
      this.input = input;
      this.mirror = null;
      this.sized = new ResizeObserver(() => this.fit());
      ["scroll", "keyup", "pointerup", "input"].forEach((each) => input.addEventListener(each, () => this.scroll()));
    }

    get element() { return this.input; }

    read() { return this.input.value; }

    /* Ranges over the copy's text; none where nothing is marked, and then there is no copy. */
    ranges(marks) {
      if (!marks.length) {
        this.drop();
        return [];
      }
      this.build();
      const text = this.mirror.firstChild;
      text.textContent = `${this.input.value}\n`;
      this.fit();
      return marks.map((mark) => gw.rangeIn(text.firstChild, mark.start, text.firstChild, mark.end));
    }

    select(start, end) {
      this.input.focus({ preventScroll: true });
      this.input.setSelectionRange(start, end);
      const text = this.mirror?.firstChild.firstChild;
      gw.bring(text ? gw.rangeIn(text, start, text, end) : this.input, this.input);
    }

    /* As if typed, so that it can be undone and everybody who listens hears of it. */
    replace(start, end, words) {
      this.input.focus({ preventScroll: true });
      this.input.setSelectionRange(start, end);
      if (document.execCommand("insertText", false, words)) return;
      this.input.setRangeText(words, start, end, "end");
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
    }

    build() {
      if (this.mirror?.isConnected) return;
      this.mirror = document.createElement("div");
      this.mirror.className = "gw-mirror";
      this.mirror.classList.toggle("gw-mirror--line", this.input.tagName === "INPUT");
      this.mirror.setAttribute("aria-hidden", "true");
      this.mirror.append(document.createElement("div"));
      this.input.after(this.mirror);
      this.sized.observe(this.input);
    }

    drop() {
      this.sized.disconnect();
      this.mirror?.remove();
      this.mirror = null;
    }

    fit() {
      if (!this.mirror) return;
      const { input, mirror } = this;
      const style = getComputedStyle(input);
      LIKE.forEach((name) => { mirror.style[name] = style[name]; });
      mirror.style.left = `${input.offsetLeft}px`;
      mirror.style.top = `${input.offsetTop}px`;
      mirror.style.width = `${input.clientWidth + this.edges(style)}px`;
      mirror.style.height = `${input.offsetHeight}px`;
      if (input.tagName === "INPUT") mirror.firstChild.style.lineHeight = `${this.inner(style)}px`;
      this.scroll();
    }

    edges(style) { return parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth); }

    inner(style) { return this.input.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom); }

    scroll() {
      if (!this.mirror) return;
      this.mirror.firstChild.style.transform = `translate(${-this.input.scrollLeft}px, ${-this.input.scrollTop}px)`;
    }
  }

  /* Into the middle of the window, whatever scrolls: of a long text the words and not the field. */
  gw.bring = (words, element) => {
    const { top, bottom } = words.getBoundingClientRect();
    const scrolls = (each) => (
      each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)
    );
    let scroller = element.parentElement;
    while (scroller && !scrolls(scroller)) scroller = scroller.parentElement;
    (scroller || document.scrollingElement).scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: "instant" });
  };
  gw.rangeIn = (startNode, start, endNode, end) => {
    const range = document.createRange();
    range.setStart(startNode, start);
    range.setEnd(endNode, end);
    return range;
  };
  gw.plainField = (input) => {
    if (!kept.has(input)) kept.set(input, new PlainField(input));
    return kept.get(input);
  };
})();
