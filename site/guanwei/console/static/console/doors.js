// A page that was left alone: covers it at the idle limit, and opens it again once its reader has signed in.
// The server decides (DoorMiddleware); this only spares people from typing into an ended session.
(() => {
  const said = document.currentScript ? document.currentScript.dataset : null;
  if (!said || !document.querySelector('meta[name=gw-person]')?.content) return;
  const SEEN = 'guanwei-seen';
  const limit = Number(said.minutes) * 60000;
  const ask = (method, token) =>
    fetch(said.here, {
      method,
      credentials: 'same-origin',
      headers: { 'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json', ...(token && { 'X-CSRFToken': token }) },
    });
  const token = () => document.querySelector('input[name=csrfmiddlewaretoken]')?.value || '';
  const seen = () => Number(localStorage.getItem(SEEN)) || 0;
  let told = Date.now();
  const person = document.querySelector('meta[name=gw-person]')?.content;
  let cover = null;

  const active = () => {
    if (cover) return;
    const now = Date.now();
    if (now - seen() > 1000) localStorage.setItem(SEEN, String(now));
    if (now - told > limit / 6) {
      told = now;
      ask('POST', token()).catch(() => {});
    }
  };

  const hide = () => {
    if (cover) return;
    cover = document.createElement('dialog');
    cover.className = 'gw-away';
    const heading = document.createElement('h2');
    heading.textContent = said.heading;
    const text = document.createElement('p');
    text.textContent = said.text;
    const link = document.createElement('a');
    link.className = 'button';
    link.href = said.signIn;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = said.button;
    cover.append(heading, text, link);
    cover.addEventListener('cancel', (event) => event.preventDefault());
    document.body.append(cover);
    cover.showModal();
  };

  const reopen = (answer) => {
    if (String(answer.person) !== person) {
      window.location.assign(said.signIn);
      return;
    }
    if (!cover) return;
    document.querySelectorAll('input[name=csrfmiddlewaretoken]').forEach((each) => { each.value = answer.csrf; });
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = answer.csrf;
    localStorage.setItem(SEEN, String(Date.now()));
    cover.remove();
    cover = null;
  };

  const look = async () => {
    const response = await ask('GET').catch(() => null);
    if (!response) return;
    if (response.ok && response.headers.get('content-type')?.includes('json')) reopen(await response.json());
    else if (response.status === 401 || response.status === 403) hide();
  };

  const check = () => {
    if (cover || Date.now() - seen() >= limit) look();
  };

  ['keydown', 'pointerdown', 'wheel'].forEach((name) => document.addEventListener(name, active, { passive: true, capture: true }));
  window.addEventListener('focus', check);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) check(); });
  localStorage.setItem(SEEN, String(Date.now()));
  window.setInterval(check, 15000);
})();
