/* Offsets in a text: from the server's, which count characters, to the browser's, and along with what is typed. */
(() => {
  "use strict";
  const gw = (window.guanwei ||= {});

  /* A character outside the basic plane counts once on the server and twice here. */
  function unitsOf(text) {
    if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
    const starts = [0];
    for (const character of text) starts.push(starts[starts.length - 1] + character.length);
    return (offset) => starts[Math.min(offset, starts.length - 1)];
  }

  function sameStart(before, after) {
    const most = Math.min(before.length, after.length);
    let count = 0;
    while (count < most && before[count] === after[count]) count += 1;
    return count;
  }

  function sameEnd(before, after, most) {
    let count = 0;
    while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count += 1;
    return count;
  }

  /* Marks move with the text around them. One whose own words were touched is gone until the next check. */
  function follow(marks, before, after) {
    if (before === after) return marks;
    const start = sameStart(before, after);
    const end = before.length - sameEnd(before, after, Math.min(before.length, after.length) - start);
    const moved = after.length - before.length;
    return marks.filter((mark) => {
      if (mark.start >= end) {
        mark.start += moved;
        mark.end += moved;
      } else if (mark.end > start) {
        mark.gone = true;
      }
      return !mark.gone;
    });
  }

  Object.assign(gw, { unitsOf, follow });
})();
