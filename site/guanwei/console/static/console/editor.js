/* Counters under what a channel limits, the chain's fragment, and fields that only a repost has. */
(() => {
  "use strict";

  const length = (text) => [...text.replace(/\r\n/g, "\n").trim()].length;
  const sentences = {
    plain: (have, most) => `${have} / ${most} 字`,
    warn: (have, most, warn) => `${have} / ${most} 字，超过 ${warn} 字部分平台会折叠或截断`,
    over: (have, most) => `${have} / ${most} 字，超出 ${have - most} 字`,
    open: (have) => `${have} 字`,
    page: (have) => `${have} 字，另取页面正文`,
  };
  const keys = {
    title: ["title_chars", "title_warn"],
    digest: ["digest_chars", null],
    text: ["text_chars", "text_warn"],
  };

  function limitsOf(form) {
    const script = document.getElementById("gw-limits");
    const account = form.querySelector("[data-gw-account]");
    return script && account ? JSON.parse(script.textContent)[account.value] : undefined;
  }

  function judged(have, most, warn) {
    if (most !== null && most !== undefined && have > most) return ["over", sentences.over(have, most)];
    if (warn !== null && warn !== undefined && have > warn) return ["warn", sentences.warn(have, most ?? "—", warn)];
    if (most !== null && most !== undefined) return ["plain", sentences.plain(have, most)];
    return ["plain", sentences.open(have)];
  }

  function counterOf(input) {
    const wrapper = input.closest("[data-field-wrapper], .w-field__wrapper") || input.parentElement;
    let counter = wrapper.querySelector(":scope > .gw-count");
    if (!counter) {
      counter = document.createElement("p");
      counter.className = "gw-count";
      counter.setAttribute("aria-live", "polite");
      wrapper.append(counter);
    }
    return counter;
  }

  function count(input) {
    const form = input.closest("[data-inline-panel-child]") || input.closest("form");
    const limits = limitsOf(form);
    const counter = counterOf(input);
    const have = length(input.value);
    const [most, warn] = keys[input.dataset.gwCounted];
    if (!limits) {
      counter.className = "gw-count";
      counter.textContent = sentences.open(have);
      return;
    }
    const [state, sentence] = judged(have, limits[most], warn ? limits[warn] : null);
    counter.className = `gw-count gw-count--${state}`;
    if (counter.textContent !== sentence) counter.textContent = sentence;
  }

  const countAll = (root) => root.querySelectorAll("[data-gw-counted]").forEach(count);

  function showKind() {
    const kind = document.getElementById("id_kind");
    if (!kind) return;
    document.querySelectorAll("[data-gw-only-kind]").forEach((element) => {
      const section = element.closest("section") || element;
      section.hidden = element.dataset.gwOnlyKind !== kind.value;
    });
  }

  async function loadChain(chain) {
    chain.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(chain.dataset.gwChain, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      const html = await answer.text();
      if (answer.ok || answer.status === 403) chain.innerHTML = html;
      else chain.textContent = "流程暂时判定不了，请点“刷新”再试；一直不行请联系系统管理员。";
    } catch {
      chain.textContent = "没有连上服务器，请检查网络后点“刷新”。";
    }
    chain.removeAttribute("aria-busy");
  }

  const loadChains = () => document.querySelectorAll("[data-gw-chain]").forEach(loadChain);

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-gw-counted]")) count(event.target);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-gw-account]")) {
      countAll(event.target.closest("[data-inline-panel-child]") || document);
    }
    if (event.target.id === "id_kind") showKind();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-gw-chain-refresh]")) loadChains();
  });
  document.addEventListener("w-autosave:success", loadChains);
  document.addEventListener("DOMContentLoaded", () => {
    countAll(document);
    showKind();
    loadChains();
    const forms = document.getElementById("id_variants-FORMS");
    if (forms) new MutationObserver(() => countAll(forms)).observe(forms, { childList: true });
  });
})();
