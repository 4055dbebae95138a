// Small comforts; every page works without them.
(() => {
  'use strict';
  const summary = document.getElementById('error-summary');
  if (summary) summary.focus();

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  for (const button of document.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, 2500);
    });
  }

  for (const button of document.querySelectorAll('[data-copy-text]')) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copyText);
      // A table goes into a sheet cell by cell.
      const rows = source.rows && [...source.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim().replace(/\s+/g, ' ')).join('\t'));
      await navigator.clipboard.writeText(rows ? rows.join('\n') : source.textContent);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, 2500);
    });
  }

  // The menu closes where people expect it to.
  const menu = document.querySelector('details.menu');
  if (menu) {
    document.addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }

  // In a frame: the page around it may give the frame the height of its content.
  if (document.body.classList.contains('embed') && parent !== window) {
    const tell = () => parent.postMessage({ rolecall: true, height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
    new ResizeObserver(tell).observe(document.body);
    addEventListener('load', tell);
  }

  // On paper every finding of an ad stands.
  addEventListener('beforeprint', () => { for (const part of document.querySelectorAll('.audit details')) if (part.querySelector('.findings')) part.open = true; });

  // A link into a folded part unfolds it.
  const unfold = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    // What moved to a page of its own is still found by its old address.
    if (name && !target && /\/sources$/.test(location.pathname)) location.replace(`${location.pathname}/${encodeURIComponent(name)}`);
    if (name && !target && location.pathname === '/docs') location.replace(`/docs/schemas#${encodeURIComponent(name)}`);
    for (let part = target && target.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();

  // The draft is written again as its form changes.
  const form = document.querySelector('form[data-preview]');
  const preview = document.getElementById('preview');
  if (form && preview) {
    let timer;
    let asked = 0;
    const write = async () => {
      const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
      if (!fields.get('role')) return;
      const number = ++asked;
      let response;
      try {
        response = await fetch(`${form.dataset.preview}?${fields}`);
      } catch {
        return; // The server is away: the last text stays.
      }
      // A later answer may have come first; a form with a fault keeps the last good text.
      if (number !== asked || !response.ok) return;
      preview.innerHTML = await response.text();
      const status = document.getElementById('preview-status');
      if (status) status.textContent = status.dataset.said;
      // The address, the other language and the link to keep carry what is typed now.
      const [action] = form.getAttribute('action').split('#');
      history.replaceState(null, '', `${action}?${fields}`);
      const other = document.querySelector('a.lang');
      if (other) other.search = `?${fields}`;
      for (const link of document.querySelectorAll('[data-copy], [data-permalink]')) {
        const day = new URL(link.dataset.copy || link.href, location.href).searchParams.get('as_of');
        const kept = new URLSearchParams(fields);
        if (day) kept.set('as_of', day);
        if (link.dataset.copy) link.dataset.copy = `${action}?${kept}`;
        else link.search = `?${kept}`;
      }
    };
    form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(write, 400); });
  }

  // The documentation sends its examples itself.
  for (const request of document.querySelectorAll('form[data-try]')) {
    request.hidden = false;
    request.addEventListener('submit', async (event) => {
      event.preventDefault();
      const output = request.querySelector('output');
      const body = request.querySelector('textarea');
      const path = request.querySelector('input[name=path]').value;
      const options = { method: request.dataset.try, headers: { accept: 'application/json' } };
      if (body) { options.body = body.value; options.headers['content-type'] = 'application/json'; }
      const started = performance.now();
      try {
        const response = await fetch(path, options);
        const text = await response.text();
        const took = Math.round(performance.now() - started);
        let shown = text;
        if ((response.headers.get('content-type') || '').includes('json')) shown = JSON.stringify(JSON.parse(text), null, 2);
        output.textContent = `${response.status} ${response.statusText} · ${took} ms\n\n${shown.slice(0, 20000)}`;
      } catch (error) {
        output.textContent = String(error);
      }
    });
  }
})();
