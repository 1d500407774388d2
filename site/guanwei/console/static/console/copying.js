// Copies a block to the clipboard: with its formatting where asked, always as plain text too.
(() => {
  const plainly = (block) => block.innerText.replace(/\u00a0/g, " ");

  async function copy(block, rich) {
    if (navigator.clipboard && window.ClipboardItem && window.isSecureContext) {
      const kinds = { "text/plain": new Blob([plainly(block)], { type: "text/plain" }) };
      if (rich) kinds["text/html"] = new Blob([block.innerHTML], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem(kinds)]);
      return true;
    }
    return selected(block);
  }

  // Without the clipboard interface (plain http, old browsers) a selection is copied, which carries formatting.
  function selected(block) {
    const range = document.createRange();
    range.selectNodeContents(block);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy");
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const block = document.getElementById(button.dataset.copy);
    let done = false;
    try {
      done = await copy(block, "rich" in button.dataset);
    } catch {
      done = selected(block);
    }
    if (!done) return;
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
})();
