// Errors, going back, languages, links that last, the live preview, hostile input, frames.
import { createServer } from 'node:http';
import { LANGS, PHONE, at, axe, open, serve, tick, unfold } from './lib.mjs';
import { ADS } from './pages.mjs';

const HOSTILE = `"><img src=x onerror=alert(1)></script></textarea><script>alert(2)</script><svg onload=alert(3)>'{{7*7}}{%raw%}`;
const JAVASCRIPT = 'javascript:alert(4)//<b>bold</b>';
const SUBMIT = 'main form button[type=submit]:not([name])';

const ERROR = { fr: /^Erreur/, en: /^Error/ };

const list = [];
const test = (name, run, options = {}) => list.push({ name: `behaviour ${name}`, options, run });

async function submit(page, selector = SUBMIT) {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
}

/** The summary of errors: it has focus, names the fault in the title, and leads to the field. */
async function summarised(t, page, lang, field) {
  const where = at(page);
  t.equal(page.statuses.get(page.url()), 422, `status of ${where}`);
  t.ok(ERROR[lang].test(await page.title()), `title of ${where}: “${await page.title()}”`);
  if (!t.ok(await page.locator('#error-summary').count(), `no error summary on ${where}`)) return;
  t.equal(await page.evaluate(() => document.activeElement.id), 'error-summary', `what has focus on ${where}`);
  if (!t.ok(await page.locator('#error-summary a').count(), `the summary has no link on ${where}`)) return;
  const link = page.locator('#error-summary a').first();
  const target = (await link.getAttribute('href')).slice(1);
  t.equal(target, field, `field that the summary leads to on ${where}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(100);
  const reached = await page.evaluate(() => document.activeElement.id);
  t.equal(reached, field, `what has focus after the link of the summary on ${where}`);
  t.ok(await page.locator(`[id="${field}-error"]`).count(), `no message beside ${field} on ${where}`);
  const described = await page.locator(`[id="${field}"]`).first().evaluate((element) => {
    const ids = [];
    for (let at = element; at; at = at.parentElement) ids.push(...(at.getAttribute('aria-describedby') ?? '').split(/\s+/));
    return ids;
  });
  t.ok(described.includes(`${field}-error`), `the message beside ${field} is not tied to it on ${where}`);
}

for (const lang of LANGS) {
  test(`a question without an answer, ${lang}`, async (t, { base, page }) => {
    await page.goto(`${base}/${lang}/hire`);
    const first = (await page.locator('fieldset [name=goals]').count()) ? 'goals' : 'presence_stage';
    await submit(page);
    await summarised(t, page, lang, first);
    // The other required question, with the first answer kept.
    await page.goto(`${base}/${lang}/hire`);
    const answer = first === 'goals' ? 'retention' : 'growing';
    await tick(page, `[name=${first}][value=${answer}]`);
    await submit(page);
    await submit(page);
    await summarised(t, page, lang, first === 'goals' ? 'presence_stage' : 'goals');
    t.ok(page.url().includes(`${first}=${answer}`), `the first answer is lost: ${at(page)}`);
    // The whole form.
    await page.goto(`${base}/${lang}/hire/form`);
    await unfold(page);
    await page.fill('#employees', '12');
    await submit(page);
    await summarised(t, page, lang, 'presence_stage');
    t.equal(await page.inputValue('#employees'), '12', 'input kept');
    await page.goto(`${base}/${lang}/audit`);
    await submit(page);
    await summarised(t, page, lang, 'text');
  });

  for (const [path, fields] of Object.entries({
    '/hire/form?presence_stage=growing&goals=retention': ['employees', 'max_hires', 'team.community_managers', 'workload.messages_per_week', 'annual_budget.amount'],
    '/hire?presence_stage=growing&goals=retention&ask=employees': ['employees'],
    '/hire?presence_stage=growing&goals=retention&ask=workload': ['workload.messages_per_week'],
    '/hire?presence_stage=growing&goals=retention&ask=team': ['team.community_managers'],
    '/offer?role=community-manager': ['amount', 'fte', 'variable', 'against.amount'],
    '/cost': ['gross', 'headcount', 'fte', 'mobility_rate', 'freelance.day_rate', 'agency.monthly_retainer', 'apprentice.age'],
    '/draft?role=community-manager': ['hours_per_week', 'company.employees', 'remote_days', 'duration_months', 'pay.min'],
    '/audit': ['employees'],
  })) {
    test(`wrong numbers at ${path}, ${lang}`, async (t, { base, page }) => {
      for (const wrong of ['abc', '-5', '1e9']) {
        await page.goto(`${base}/${lang}${path}`);
        await unfold(page);
        for (const [needed, value] of [['#amount', '30000'], ['#gross', '30000'], ['#text', ADS[lang]]]) {
          if ((await page.locator(needed).count()) && !fields.includes(needed.slice(1))) await page.fill(needed, value);
        }
        for (const field of fields) await page.fill(`[id="${field}"]`, wrong);
        await submit(page);
        const summary = (await page.locator('#error-summary li').allInnerTexts()).join(' ');
        // A number that is only large may be an answer; what is no number, or below nothing, is not.
        if (wrong === '1e9' && summary === '') { t.ok(page.statuses.get(page.url()) < 400, `${wrong}: an error without words`); continue; }
        if (!t.ok(summary, `${wrong}: taken as an answer at ${at(page)}`)) continue;
        const loose = await page.locator('#error-summary li:not(:has(a))').allInnerTexts();
        t.ok(loose.length === 0, `${wrong}: the summary names no field: “${loose.join(' ')}”`);
        for (const field of fields) {
          const what = `${field} = ${wrong}`;
          if (!t.ok(await page.locator(`[id="${field}"]`).count(), `${what}: the field is not on the page that says the error`)) continue;
          t.equal(await page.inputValue(`[id="${field}"]`), wrong, `${what}: input kept`);
          const message = page.locator(`[id="${field}-error"]`);
          if (!(await message.count())) { t.ok(wrong === '1e9', `${what}: no message beside the field; the summary says “${summary}”`); continue; }
          t.ok(await message.first().isVisible(), `${what}: the message is folded away`);
        }
      }
    });
  }

  test(`back, ${lang}`, async (t, { base, page }) => {
    await page.goto(`${base}/${lang}/hire`);
    const asked = [];
    for (let step = 0; step < 4 && !page.url().includes('/check'); step += 1) {
      asked.push([await page.locator('h1').innerText(), page.url()]);
      if (await page.locator('fieldset [name=goals]').count()) await tick(page, '[name=goals][value=retention]');
      else if (await page.locator('[type=radio][name=presence_stage]').count()) await tick(page, '[name=presence_stage][value=growing]');
      else for (const input of await page.locator('main input[type=text]').all()) await input.fill('3');
      await submit(page);
    }
    await page.goBack();
    t.equal(await page.locator('h1').innerText(), asked.at(-1)[0], 'question after the browser’s back');
    // Our own link goes back question by question.
    for (const [question] of asked.slice(0, -1).reverse()) {
      await page.locator('a.back').click();
      await page.waitForLoadState();
      t.equal(await page.locator('h1').innerText(), question, 'question after “previous question”');
    }
    if (await page.locator('fieldset [name=goals]').count()) t.ok(await page.locator('[name=goals][value=retention]').isChecked(), '“previous question” shows the question without the answer that was given');
  });

  test(`language switch, ${lang}`, async (t, { base, page }) => {
    const other = lang === 'fr' ? 'en' : 'fr';
    for (const path of ['/hire?presence_stage=growing&goals=retention&goals=website&employees=12', '/hire/check?presence_stage=growing&goals=retention&secondary=retention', '/hire/result?presence_stage=growing&goals=retention&country=FR', '/offer?role=community-manager&amount=25+000&period=year&city=Paris', '/draft?role=hybrid&company.name=Dupr%C3%A9+%26+fils&place.country=FR', '/pay?role=hybrid&country=GB', '/sources?q=b%26d']) {
      await page.goto(`${base}/${lang}${path}`);
      const before = new URL(page.url());
      await page.locator('a.lang').click();
      await page.waitForURL((url) => url.pathname.startsWith(`/${other}/`));
      const after = new URL(page.url());
      after.searchParams.delete('language');
      t.equal(after.pathname + [...after.searchParams].join(), before.pathname.replace(lang, other) + [...before.searchParams].join(), `answers of ${path}`);
      t.equal(await page.evaluate(() => document.documentElement.lang), other, `language after the switch at ${path}`);
    }
    // What was typed into the live draft is there in the other language too.
    await page.goto(`${base}/${lang}/draft?role=hybrid`);
    await unfold(page);
    await page.fill('[id="company.name"]', 'Zanzibar');
    await page.locator('article.preview', { hasText: 'Zanzibar' }).waitFor();
    await page.locator('a.lang').click();
    await page.waitForURL((url) => url.pathname.startsWith(`/${other}/`));
    t.equal(await page.inputValue('[id="company.name"]'), 'Zanzibar', 'what was typed into the draft, after the switch');
  });

  test(`the link that fixes the day, ${lang}`, async (t, { base, page }) => {
    for (const path of ['/hire/result?presence_stage=growing&goals=retention&country=FR', '/offer?role=community-manager&amount=25000&period=year&city=Paris', '/pay?role=community-manager&city=Paris', '/cost?gross=32000&country=FR', '/compare?country=GB', '/draft?role=hybrid&company.name=Dupr%C3%A9&place.country=FR&goals=retention']) {
      await page.goto(`${base}/${lang}${path}`);
      const content = () => page.locator('main').evaluate((main) => { const copy = main.cloneNode(true); for (const part of copy.querySelectorAll('form, aside, script')) part.remove(); return copy.textContent.replace(/\s+/g, ' '); });
      const before = await content();
      const link = page.locator('aside a[href*="as_of="]');
      if (!t.ok(await link.count(), `no link that fixes the day at ${path}`)) continue;
      await link.click();
      await page.waitForURL(/as_of=/);
      t.ok((await content()) === before, `another answer behind the link at ${path}`);
      // The day stays through the forms and links of the page.
      const lost = await page.locator('main form').evaluateAll((forms) => forms.filter((form) => !form.querySelector('[name=as_of]') && !form.action.includes('as_of=')).map((form) => form.getAttribute('action')));
      t.ok(lost.length === 0, `forms that forget the day at ${path}: ${lost.join(', ')}`);
    }
    const check = `${base}/${lang}/hire/check?presence_stage=growing&goals=retention&as_of=2026-11-21`;
    await page.goto(check);
    await submit(page);
    t.ok(page.url().includes('as_of=2026-11-21'), `the day is lost between check and result: ${at(page)}`);
    t.ok((await page.locator('.what-if a').first().getAttribute('href')).includes('as_of='), 'what-if links forget the day');
    t.ok((await page.locator('main a.button[href*="/draft"]').first().getAttribute('href')).includes('as_of='), 'the link to the draft forgets the day');
    // An address without a currency of its own must not change it.
    t.equal(await page.locator('.lang').getAttribute('href').then((href) => href.includes('as_of=')), true, 'the language switch keeps the day');
  });

  test(`live preview, ${lang}`, async (t, { base, page }) => {
    let delay = 0;
    await page.route('**/draft/preview?*', async (route) => {
      const url = route.request().url();
      if (url.includes('FIRST') && !url.includes('SECOND')) { await new Promise((resolve) => setTimeout(resolve, 1500)); delay += 1; }
      await route.continue().catch(() => {});
    });
    await page.goto(`${base}/${lang}/draft`);
    await unfold(page);
    await page.selectOption('#role', 'community-manager');
    await page.locator('article.preview').waitFor();
    const field = page.locator('[id="company.name"]');
    await field.focus();
    await page.keyboard.type('FIRST');
    await page.waitForTimeout(600);
    await page.keyboard.type('SECOND');
    await page.locator('article.preview', { hasText: 'FIRSTSECOND' }).waitFor();
    await page.waitForTimeout(1600);
    // Slow typing may ask once more on the way.
    t.ok(delay >= 1, 'no answer was slow');
    t.ok((await page.locator('article.preview').innerText()).includes('FIRSTSECOND'), 'a late answer replaced a newer one');
    t.ok(page.url().includes('FIRSTSECOND'), 'the address does not hold what was typed');
    t.equal(await page.evaluate(() => document.activeElement.id), 'company.name', 'focus after the preview');
    t.equal(await page.locator('#preview').getAttribute('aria-live').then((live) => live !== null && page.locator('#preview article').count().then((n) => n > 0)), false, 'the whole text is read aloud at every change (aria-live around the article)');
    // Half a number keeps the last good text.
    await page.fill('[id="pay.min"]', '3x');
    await page.waitForTimeout(700);
    t.ok((await page.locator('article.preview').innerText()).includes('FIRSTSECOND'), 'a fault takes the text away');
    // Copy and reload give the same.
    await page.fill('[id="pay.min"]', '');
    await page.reload();
    t.equal(await field.inputValue(), 'FIRSTSECOND', 'input after a reload');
    // The server away: nothing breaks.
    await page.unroute('**/draft/preview?*');
    await page.route('**/draft/preview?*', (route) => route.abort());
    const faults = t.faults.length;
    await page.keyboard.press('Tab');
    await page.fill('[id="company.name"]', 'Third');
    await page.waitForTimeout(800);
    t.faults = t.faults.filter((fault, number) => number < faults || !/console error.*ERR_FAILED/.test(fault));
  });

  test(`hostile input in every form, ${lang}`, async (t, { base, page }) => {
    page.on('response', (response) => {
      if ((response.headers()['content-type'] ?? '').includes('html') && response.url().startsWith(base)) {
        const policy = response.headers()['content-security-policy'] ?? '';
        t.ok(policy !== '' && !/unsafe-inline|unsafe-eval/.test(policy), `policy of ${response.url()}: ${policy}`);
      }
    });
    const paths = ['/hire?presence_stage=growing&goals=retention&ask=employees', '/hire?presence_stage=growing&goals=retention&ask=team', '/hire?presence_stage=growing&goals=retention&ask=workload', '/hire/form', '/hire?presence_stage=growing&goals=retention&ask=max_hires', '/hire/result?presence_stage=growing&goals=retention', '/compare', '/pay', '/offer', '/cost', '/draft?role=hybrid', '/audit', '/sources'];
    for (const path of [...paths.map((path) => `/${lang}${path}`), `/embed/${lang}/hire`, `/embed/${lang}/offer`]) {
      for (const text of /draft|audit|result/.test(path) ? [HOSTILE, JAVASCRIPT] : [HOSTILE]) {
        await page.goto(base + path);
        await page.evaluate((hostile) => {
          for (const part of document.querySelectorAll('details:not(.menu)')) part.open = true;
          for (const input of document.querySelectorAll('main form input:not([type=radio], [type=checkbox], [type=file], [type=hidden]), main form textarea')) input.value = hostile;
          for (const option of document.querySelectorAll('main form option')) if (option.value === 'permanent') option.selected = true;
        }, text);
        await submit(page, 'main form button[type=submit]');
        await harmless(t, page, text, path);
      }
    }
    // Nobody can type this into the field of a date.
    t.faults = t.faults.filter((fault) => !/does not conform to the required format/.test(fault));
  });

  test(`hostile addresses, ${lang}`, async (t, { base, page }) => {
    for (const text of [HOSTILE, JAVASCRIPT]) {
      const bad = encodeURIComponent(text);
      const all = (names) => names.map((name) => `${name}=${bad}`).join('&');
      for (const path of [
        `/hire?${all(['presence_stage', 'goals', 'secondary', 'employees', 'skip', 'trail', 'at'])}`,
        `/hire?presence_stage=growing&goals=retention&trail=${bad}&ask=team&extra=${bad}`,
        `/hire?presence_stage=growing&trail=${bad}&skip=${bad}&at=${bad}`,
        `/hire/check?presence_stage=growing&goals=retention&${all(['note', 'market', 'agreement'])}`,
        `/hire/result?presence_stage=growing&goals=retention&${all(['note', 'x'])}`,
        `/hire/result?presence_stage=growing&goals=${bad}&country=${bad}`,
        `/pay?${all(['role', 'level', 'country', 'city', 'agreement'])}`,
        `/pay?role=hybrid&region=${bad}`,
        `/offer?role=community-manager&amount=25000&${all(['note', 'as'])}`,
        `/draft?role=community-manager&${all(['company.name', 'company.activity', 'company.website', 'place.city', 'contact', 'reference', 'team', 'benefits', 'tools', 'process', 'collective_agreement', 'other_compensation', 'reports_to', 'platforms', 'languages'])}`,
        `/draft?role=community-manager&document=description&${all(['company.name', 'contact', 'company.website'])}`,
        `/draft?role=${bad}`,
        `/sources?q=${bad}`,
        `/roles/${bad}`,
        `/rules/${bad}`,
        `/${bad}`,
        `/pay?as_of=${bad}`,
        `/audit?${all(['text', 'title', 'city'])}`,
      ]) {
        if (text === JAVASCRIPT && !/draft|audit|hire/.test(path)) continue;
        await page.goto(`${base}/${lang}${path}`);
        await harmless(t, page, text, path, false);
      }
    }
    await page.goto(`${base}/${lang}/audit`);
    await page.fill('#text', `${ADS[lang]}\n${HOSTILE}\n${JAVASCRIPT}\nHOMME de 25 ans, native speaker ${HOSTILE}`);
    await submit(page);
    await harmless(t, page, HOSTILE, 'the ad');
    t.ok((await page.locator('.ad-text').innerText()).includes('<img src=x'), 'the text of the ad is not shown as it is');
    await page.goto(`${base}/${lang}/audit`);
    await page.setInputFiles('#file', { name: `${'"><img src=x onerror=alert(1)>'}.html`, mimeType: 'text/html', buffer: Buffer.from(`<h1>Community manager</h1><script>alert(5)</script><p>${ADS[lang].replaceAll('\n', '<br>')}</p><img src=x onerror=alert(6)><p>&lt;img src=x onerror=alert(7)&gt;</p>`) });
    await submit(page);
    await harmless(t, page, HOSTILE, 'the file', false);
  });

  test(`frames on another site, ${lang}`, async (t, { base, page, host }) => {
    await page.goto(`${host}/?${base}/embed/${lang}/hire`);
    const frame = page.frameLocator('iframe');
    await frame.locator('h1').waitFor();
    await tick(frame, '[name=presence_stage][value=growing]');
    await tick(frame, '[name=goals][value=retention]');
    await frame.locator('form button[type=submit]').click();
    await frame.locator('#verdict').waitFor();
    t.equal(await frame.locator('header nav').count(), 0, 'navigation in the frame');
    const wide = await frame.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    t.ok(wide <= 0, `the framed page scrolls sideways by ${wide} px`);
    const whole = await frame.locator('a[target=_blank]').evaluateAll((links) => links.map((link) => [link.href, link.rel]));
    for (const [href, rel] of whole) {
      t.ok(!href.includes('/embed/') && rel.includes('noopener'), `link out of the frame: ${href} (${rel})`);
      t.ok((await fetch(href)).status < 400, `link out of the frame leads nowhere: ${href}`);
    }
    const inside = await frame.locator('a[href]:not([target])').evaluateAll((links) => links.map((link) => link.href));
    const out = inside.filter((href) => href.startsWith(base) && !href.includes('/embed/'));
    t.ok(out.length === 0, `links in the frame to pages that may not be framed: ${out.slice(0, 3).join(', ')}`);
    await page.goto(`${host}/?${base}/embed/${lang}/offer`);
    await frame.locator('#amount').fill('25000');
    await frame.locator('form button[type=submit]').click();
    await frame.locator('#standing').waitFor();
    // Other pages may not be framed; the browser says so on the console, which is what is wanted.
    const faults = t.faults.length;
    for (const path of [`/${lang}/hire`, `/${lang}/`, `/${lang}/draft`, '/docs']) {
      await page.goto(`${host}/?${base}${path}`);
      await page.waitForTimeout(300);
      t.ok(page.frames()[1].url().startsWith('chrome-error:'), `${path} shows in a frame: ${page.frames()[1].url()}`);
    }
    t.faults = t.faults.filter((fault, number) => number < faults || !/^console/.test(fault));
  });

  test(`too many requests, ${lang}`, async (t, { page, limited }) => {
    let status = 200;
    for (let round = 0; round < 12 && status === 200; round += 1) status = (await page.goto(`${limited}/${lang}/rules`)).status();
    t.equal(status, 429, 'status');
    t.equal(await page.evaluate(() => document.documentElement.lang), lang, 'language of the page');
    t.equal(await page.locator('h1').count(), 1, 'headings');
    await page.setViewportSize(PHONE);
    t.faults = t.faults.filter((fault) => !/^console/.test(fault));
    await axe(page, t, 'page for too many requests');
  }, { base: 'limited' });
}

async function harmless(t, page, text, where, shown = true) {
  const what = `${decodeURIComponent(where).slice(0, 60)} with ${text.slice(0, 20)}…`;
  const found = await page.evaluate(() => ({
    elements: [...document.querySelectorAll('img:not(.site-name img), main script, main svg[onload], [onerror], [onload], b:not(main b ~ b)')].filter((element) => element.localName !== 'b' || element.textContent === 'bold').map((element) => element.outerHTML.slice(0, 80)),
    links: [...document.querySelectorAll('[href], [action], [formaction], [src]')].flatMap((element) => ['href', 'action', 'formaction', 'src'].map((name) => element.getAttribute(name) ?? '')).filter((value) => /^\s*(javascript|data|vbscript):/i.test(value)),
    said: document.body.innerText + [...document.querySelectorAll('input, textarea')].map((element) => `\n${element.value}`).join(''),
  }));
  t.ok(found.elements.length === 0, `${what}: became part of the page: ${found.elements.join(' ')}`);
  t.ok(found.links.length === 0, `${what}: became an address: ${found.links.slice(0, 2).join(' ')}`);
  if (shown) t.ok(found.said.includes(text) || found.said.includes(text.slice(0, 28)), `${what}: not shown as it was typed (${at(page).slice(0, 60)})`);
  if (text === HOSTILE && found.said.includes('49') && !found.said.includes('{{7*7}}') && shown) t.fault(`${what}: the template was evaluated`);
}

export async function tests(shared) {
  const limited = await serve('--rate-limit', '4');
  const host = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const target = request.url.startsWith('/?') ? request.url.slice(2) : '';
    response.end(`<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,"><iframe title="rolecall" src="${target}" width="340" height="700"></iframe>`);
  });
  await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
  host.unref();
  const site = `http://127.0.0.1:${host.address().port}`;
  return list.map(({ name, options, run }) => ({
    name,
    async run(t) {
      const base = options.base === 'limited' ? limited : shared.base;
      const page = await open(t, { base, viewport: PHONE, allow: [new URL(site).host] });
      try {
        await run(t, { base, page, host: site, limited });
      } finally {
        await page.done();
      }
    },
  }));
}
