/* A paragraph's editor (Draftail). Its text is read from the editor's own state, one block a line; what is marked
   is the text that it draws, which stays as it is. Words are put in through the state, never past it. */
(() => {
  "use strict";
  const gw = (window.guanwei ||= {});
  const kept = new WeakMap();

  class RichField {
    constructor(input) { this.input = input; }

    get element() {
      return this.input.parentElement.querySelector(".public-DraftEditor-content") || this.input.parentElement;
    }

    get state() { return this.input.draftailEditor?.getEditorState(); }

    blocks() { return this.state ? this.state.getCurrentContent().getBlocksAsArray() : []; }

    read() { return this.blocks().map((block) => block.getText()).join("\n"); }

    /* Null for what isn't drawn, as an end of line. */
    ranges(marks) {
      const points = marks.flatMap((mark) => [this.point(mark.start), this.point(mark.end)]);
      return marks.map((_mark, index) => {
        const [start, end] = [this.drawn(points[2 * index], true), this.drawn(points[2 * index + 1], false)];
        return start && end ? gw.rangeIn(start.node, start.offset, end.node, end.offset) : null;
      });
    }

    select(start, end) {
      const { EditorState } = window.DraftJS;
      this.input.draftailEditor.onChange(EditorState.forceSelection(this.state, this.selection(start, end)));
      const [from, to] = [this.drawn(this.point(start), true), this.drawn(this.point(end), false)];
      gw.bring(from && to ? gw.rangeIn(from.node, from.offset, to.node, to.offset) : this.element, this.element);
    }

    replace(start, end, words) {
      const { EditorState, Modifier } = window.DraftJS;
      const state = this.state;
      const [from, to] = [this.point(start), this.point(end)];
      const block = state.getCurrentContent().getBlockForKey(from.key);
      // The new words look and link as the first of the old ones did.
      const like = [block.getInlineStyleAt(from.offset), block.getEntityAt(from.offset)];
      const content = Modifier.replaceText(state.getCurrentContent(), this.selection(start, end), words, ...like);
      this.input.draftailEditor.onChange(EditorState.push(state, content, "insert-characters"));
      if (from.key === to.key) this.select(start, start + words.length);
    }

    selection(start, end) {
      const [from, to] = [this.point(start), this.point(end)];
      return window.DraftJS.SelectionState.createEmpty(from.key).merge({
        anchorOffset: from.offset, focusKey: to.key, focusOffset: to.offset, hasFocus: true,
      });
    }

    /* The editor's block and the offset in it. */
    point(offset) {
      let left = offset;
      for (const block of this.blocks()) {
        if (left <= block.getLength()) return { key: block.getKey(), offset: left };
        left -= block.getLength() + 1;
      }
      const last = this.blocks()[this.blocks().length - 1];
      return last ? { key: last.getKey(), offset: last.getLength() } : null;
    }

    /* The node that shows a point. A start belongs to the words after it, an end to those before. */
    drawn(point, isStart) {
      const block = point && this.element.querySelector(`[data-block][data-offset-key^="${point.key}-"]`);
      let left = point ? point.offset : 0;
      for (const span of block ? block.querySelectorAll('[data-text="true"]') : []) {
        const node = span.firstChild;
        if (node?.nodeType !== Node.TEXT_NODE) continue;
        if (isStart ? left < node.length : left <= node.length) return { node, offset: left };
        left -= node.length;
      }
      return null;
    }
  }

  gw.richField = (input) => {
    if (!kept.has(input)) kept.set(input, new RichField(input));
    return kept.get(input);
  };
})();
