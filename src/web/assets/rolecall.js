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

  // A link into a folded part unfolds it.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
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
      const action = form.getAttribute('action');
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
