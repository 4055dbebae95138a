// Whole journeys at phone size: by touch, without script, and by keyboard alone.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { LANGS, PHONE, at, open, tick, until } from './lib.mjs';
import { ADS } from './pages.mjs';

/** Somebody who points and types. */
class Pointer {
  constructor(page, test) { Object.assign(this, { page, test }); }
  async arrive() { await this.page.waitForLoadState('load'); }
  async follow(selector) {
    await this.page.evaluate(() => { window.before = true; });
    await this.press(selector);
    await until(this.page, () => !window.before && document.readyState === 'complete');
    await this.arrive();
  }
  async press(selector) { await this.page.locator(selector).first().click(); }
  async tick(selector) { await tick(this.page, selector); }
  async write(selector, text) { await this.page.locator(selector).fill(text); }
  async choose(selector, value) { await this.page.locator(selector).selectOption(value); }
}

/** Somebody who has a keyboard only. */
class Keyboard extends Pointer {
  async arrive() {
    await super.arrive();
    const { page, test } = this;
    if (await page.evaluate(() => document.body.classList.contains('embed') || location.hash !== '')) return;
    // The first stop is the link that skips the navigation; it shows, and what follows is inside the content.
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => {
      const link = document.activeElement;
      const { top, bottom, width } = link.getBoundingClientRect();
      return { is: link.matches('a.skip'), shown: top >= 0 && bottom <= innerHeight && width > 10 };
    });
    if (!test.ok(skip.is, `the first stop of Tab is not the skip link on ${at(page)}`)) return;
    test.ok(skip.shown, `the skip link does not show when it has focus on ${at(page)}`);
    await this.visible('the skip link');
    await page.keyboard.press('Enter');
    await until(page, () => location.hash === '#main');
    // The jump itself may come with a later frame, and would then undo the scrolling that the next Tab asks for.
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    await page.keyboard.press('Tab');
    test.ok(await page.evaluate(() => Boolean(document.activeElement.closest('main'))), `after the skip link Tab is not in the content on ${at(page)}`);
    await this.visible('after the skip link');
  }

  /** Whether one sees where the focus is. The browser scrolls and draws with its next frame: a busy machine takes a while. */
  async visible(what) {
    const end = performance.now() + 3000;
    let seen = await this.focus();
    while (!(seen.drawn && seen.there) && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen = await this.focus();
    }
    this.test.ok(seen.drawn, `focus does not show on ${seen.name} (${what}) on ${at(this.page)}`);
    this.test.ok(seen.there, `the element with focus is off the screen: ${seen.name} (${what}) on ${at(this.page)}`);
  }

  /** What has the focus, whether that is drawn, and whether it is on the screen. */
  focus() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const drawn = (node) => { const style = getComputedStyle(node); return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1; };
      const { width, height, top, bottom } = element.getBoundingClientRect();
      const name = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '') + (element.name ? `[name=${element.name}]` : '');
      return { name, // A date has parts of its own, and the browser draws the focus of its last.
        drawn: drawn(element) || element.type === 'date' || Boolean(element.closest('.choice') && drawn(element.closest('.choice'))), there: width > 0 && height > 0 && bottom > 0 && top < innerHeight };
    });
  }

  async reach(selector) {
    const target = await this.page.locator(selector).first().elementHandle();
    const here = () => target.evaluate((element) => document.activeElement === element || (element.type === 'radio' && document.activeElement.type === 'radio' && document.activeElement.name === element.name));
    const after = await target.evaluate((element) => element === document.activeElement || !(document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING));
    for (let step = 0; step < 150; step += 1) {
      if (await here()) return target;
      await this.page.keyboard.press(after ? 'Tab' : 'Shift+Tab');
      await this.visible(`on the way to ${selector}`);
    }
    throw new Error(`Tab does not reach ${selector} on ${at(this.page)}`);
  }
  async press(selector) { await this.reach(selector); await this.page.keyboard.press('Enter'); }
  async tick(selector) {
    const target = await this.reach(selector);
    if (await target.evaluate((element) => element.type === 'radio')) {
      if (!(await target.evaluate((element) => element === document.activeElement))) {
        for (let step = 0; step < 12 && !(await target.isChecked()); step += 1) { await this.page.keyboard.press('ArrowDown'); await this.visible(selector); }
      }
      if (!(await target.isChecked())) await this.page.keyboard.press('Space');
    } else if (!(await target.isChecked())) await this.page.keyboard.press('Space');
    this.test.ok(await target.isChecked(), `the keyboard does not tick ${selector} on ${at(this.page)}`);
  }
  async write(selector, text) {
    await this.reach(selector);
    await this.page.keyboard.press('Control+A');
    if (text.length < 60) await this.page.keyboard.type(text);
    else await this.page.keyboard.insertText(text);
  }
  async choose(selector, value) {
    const target = await this.reach(selector);
    const steps = await target.evaluate((element, wanted) => [...element.options].findIndex((option) => option.value === wanted) - element.selectedIndex, value);
    for (let step = 0; step < Math.abs(steps); step += 1) await this.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    this.test.equal(await target.inputValue(), value, `what the arrow keys chose in ${selector}`);
  }
}

const text = (page, selector) => page.locator(selector).first().innerText();

/** Whom to hire: question by question, answers checked, result, what would change it, draft. */
async function founder({ page, hand, test, base, lang }) {
  await page.goto(`${base}/${lang}/`);
  await hand.arrive();
  await hand.follow('main form[action$="/hire"] button');
  let questions = 0;
  for (; !page.url().includes('/hire/check') && questions < 9; questions += 1) {
    if (await page.locator('[type=radio]').count()) await hand.tick('[name=presence_stage][value=growing]');
    if (await page.locator('fieldset [name=goals]').count()) {
      await hand.tick('[name=goals][value=retention]');
      // What few companies want is folded.
      await hand.press('main details.more > summary');
      await hand.tick('[name=goals][value=website]');
    }
    if (await page.locator('[id="country"]').count()) await hand.choose('[id="country"]', 'FR');
    const fields = await page.locator('main form input[type=text]').evaluateAll((list) => list.filter((input) => input.checkVisibility()).map((input) => input.id));
    const answer = (id, number) => {
      if (id === 'employees') return '12';
      if (id === 'team.fte_percent') return '100';
      if (id === 'city') return 'Lyon';
      if (id === 'annual_budget.amount') return '45k';
      // Nothing of an agency, and no budget: an empty answer is none.
      if (id.startsWith('team.agency') || id.startsWith('ad_budget')) return '';
      return /^(team|workload\.posts)\./.test(id) ? '0' : String(number + 1);
    };
    for (const [number, id] of fields.entries()) await hand.write(`[id="${id}"]`, answer(id, number));
    // The last answer is that one does not know.
    const unknown = questions >= 5 && (await page.locator('main form button[name=skip]').count()) > 0;
    await hand.follow(unknown ? 'main form button[name=skip]' : 'main form button:not([name])');
  }
  test.ok(page.url().includes('/hire/check'), `the interview does not end: ${at(page)}`);
  test.ok(questions <= 6, `${questions} questions asked, the first page promises 6 at most`);
  test.equal(await page.locator('.summary-list .action a').count(), await page.locator('.summary-list > div').count(), 'links to change answers');
  // One answer is changed, and is back where it was checked.
  await hand.follow('.summary-list .action a[href$="ask=presence_stage"]');
  test.ok(await page.locator('[name=presence_stage][value=growing]').isChecked(), 'the answer to be changed is not filled in');
  await hand.tick('[name=presence_stage][value=launching]');
  await hand.follow('main form button:not([name])');
  test.ok(page.url().includes('/hire/check') && page.url().includes('presence_stage=launching'), `a changed answer does not lead back to the check: ${at(page)}`);
  await hand.follow('main form button[type=submit]');
  test.ok(page.url().includes('/hire/result'), `no result: ${at(page)}`);
  const verdict = await text(page, 'h1');
  test.ok(verdict.length > 5, 'the result has no headline');
  test.ok(/\d/.test(await text(page, '.facts')), 'the result has no figures');
  await hand.press('details.everything > summary');
  await hand.press('details.everything details > summary');
  if (test.ok(await page.locator('.what-if a').count(), 'no what-if link')) {
    const result = page.url();
    await hand.follow('.what-if a');
    test.ok(page.url().includes('/hire/result') && page.url() !== result, 'the what-if link leads nowhere');
    test.ok((await text(page, 'h1')) !== '', 'the what-if result has no headline');
    await page.goBack();
    await page.locator('h1').waitFor();
  }
  await hand.follow('main a.button[href*="/draft"]');
  test.ok((await text(page, 'article.preview')).length > 400, 'the draft has no text');
  test.ok(await page.locator('[name=goals][value=retention]').isChecked(), 'the draft does not know the goals');
}

/** Write a description, take it away, check an ad. */
async function hr({ page, hand, test, base, lang, js }) {
  await page.goto(`${base}/${lang}/draft`);
  await hand.arrive();
  await hand.choose('#role', 'hybrid');
  await hand.choose('#level', 'mid');
  await hand.press('#brief > details:nth-of-type(1) > summary');
  await hand.write('[id="company.name"]', 'Atelier Dupré');
  await hand.choose('[id="place.country"]', 'FR');
  await hand.write('[id="place.city"]', 'Lyon');
  await hand.press('#brief > details:nth-of-type(2) > summary');
  await hand.write('[id="pay.min"]', '32 000');
  await hand.write('[id="pay.max"]', '36000');
  if (js) await page.locator('article.preview', { hasText: 'Dupré' }).first().waitFor();
  await hand.follow('main form .actions > button:not([name])');
  const preview = await text(page, 'article.preview');
  for (const wanted of ['Dupré', 'Lyon', lang === 'fr' ? /32.000/ : /32,000/]) test.ok(preview.search(wanted) >= 0, `the draft does not say ${wanted}`);
  const gaps = page.locator('.gaps a');
  if (test.ok(await gaps.count(), 'no gaps are listed')) {
    const targets = await gaps.evaluateAll((links) => links.map((link) => [link.getAttribute('href').slice(1), link.textContent]));
    for (const [id, words] of targets) test.ok(await page.locator(`[id="${id}"]`).count(), `a gap leads to no field: #${id} (${words.slice(0, 60)})`);
    const [id] = targets.at(-1);
    await hand.press(`.gaps a[href="#${id}"] >> nth=-1`);
    await until(page, (wanted) => decodeURIComponent(location.hash) === `#${wanted}`, id);
    if (await page.locator(`[id="${id}"]`).count()) test.ok(await page.locator(`[id="${id}"]`).first().isVisible(), `the field of a gap stays folded: #${id}`);
  }
  const folder = mkdtempSync(`${tmpdir()}/rolecall-web-`);
  try {
    for (const [kind, type] of [['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], ['md', 'text/markdown; charset=utf-8'], ['html', 'text/html; charset=utf-8']]) {
      const headers = page.waitForResponse((response) => response.url().includes('/draft/file'));
      const arrival = page.waitForEvent('download');
      await hand.press(`button[name=as][value=${kind}]`);
      const [response, download] = await Promise.all([headers, arrival]);
      test.equal(response.headers()['content-type'], type, `type of ${kind}`);
      await download.saveAs(`${folder}/${kind}`);
      const bytes = readFileSync(`${folder}/${kind}`);
      test.ok(download.suggestedFilename().endsWith(`.${kind}`), `name of the file: ${download.suggestedFilename()}`);
      test.ok(bytes.length > 800, `${kind}: ${bytes.length} bytes`);
      test.ok(kind === 'docx' ? bytes.subarray(0, 2).toString() === 'PK' : bytes.toString().includes('Dupré'), `${kind}: not the text`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  await page.goto(`${base}/${lang}/audit`);
  await hand.arrive();
  await hand.write('#text', ADS[lang]);
  await hand.choose('#country', lang === 'fr' ? 'FR' : 'US');
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await hand.press('main form button:not([name])');
  test.equal((await answered).status(), 200, 'status of the audit');
  await page.locator('.findings li').first().waitFor();
  await hand.arrive();
  const finding = page.locator('.finding a[href^="#p"]').first();
  const number = (await finding.getAttribute('href')).slice(2);
  await hand.press(`.finding a[href="#p${number}"]`);
  await until(page, (id) => location.hash === id, `#p${number}`);
  test.ok(await inView(page, `#p${number}`), `finding ${number} does not lead to its passage`);
  await hand.press(`#p${number}`);
  await until(page, (id) => location.hash === id, `#f${number}`);
  test.ok(await inView(page, `#f${number}`), `passage ${number} does not lead to its finding`);
  test.ok((await page.inputValue('#text')).length > 200, 'the text is not in the form any more');
}

const inView = (page, selector) => page.locator(selector).evaluate(async (element) => {
  for (let round = 0; round < 10; round += 1) {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < innerHeight && bottom > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
});

/** Check an offer, see the band, compare the jobs. */
async function candidate({ page, hand, test, base, lang }) {
  await page.goto(`${base}/${lang}/offer`);
  await hand.arrive();
  await hand.choose('#role', 'social-media-manager');
  await hand.choose('#level', 'junior');
  await hand.write('#city', 'Paris');
  await hand.write('#amount', lang === 'fr' ? '2 100,50' : '2,100.50');
  await hand.choose('#period', 'month');
  await hand.follow('main form button[type=submit]');
  test.ok(/25[\s\u00a0\u202f,]206/.test(await text(page, '.verdict')), `the pay is not read as 2,100.50 a month: ${await text(page, '.verdict .kicker')}`);
  test.ok(await page.locator('main figure svg').count(), 'no drawing of the band');
  test.equal(await page.inputValue('#city'), 'Paris', 'city kept');
  await hand.follow('main .actions a.button[href*="/pay"]');
  test.ok((await text(page, '.verdict')).includes('Paris') || (await text(page, '.verdict')).includes('le-de-France'), 'the band is not of the place');
  test.equal(await page.inputValue('#level'), 'junior', 'level kept');
  await hand.press('details.form-line > summary');
  await hand.choose('#level', 'senior');
  await hand.follow('main form button[type=submit]');
  test.ok(await page.locator('main table').count(), 'no published figures');
  await page.goto(`${base}/${lang}/compare`);
  await hand.arrive();
  test.ok(await page.locator('main table').count() >= 2, 'no tables');
  await hand.press('details.form-line > summary');
  await hand.choose('#country', 'GB');
  await hand.tick('#content');
  await hand.follow('main form button[type=submit]');
  test.equal(await page.locator('#differences thead th').count(), 4, 'jobs compared');
  test.ok(/£|GBP/.test(await text(page, 'main')), 'pay is not in pounds');
}

export async function tests({ base }) {
  const list = [];
  for (const [name, flow] of Object.entries({ founder, hr, candidate })) {
    for (const lang of LANGS) {
      for (const [how, js, Hand] of [['touch', true, Pointer], ['without script', false, Pointer], ['keyboard', true, Keyboard]]) {
        list.push({
          name: `flow ${name}, ${lang}, ${how}`,
          async run(test) {
            const page = await open(test, { base, js, viewport: PHONE });
            try {
              await flow({ page, hand: new Hand(page, test), test, base, lang, js });
            } finally {
              await page.done();
            }
          },
        });
      }
    }
  }
  return list;
}
