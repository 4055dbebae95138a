// The tasks of a founder, of HR and of a candidate, walked as they would: taps, fields filled in, pages, and how far down
// the answer stands. Prints the table of `docs/results/walks.md`.
import { LANGS, Test, open } from './lib.mjs';
import { ADS } from './pages.mjs';

const SCREENS = { phone: { width: 375, height: 667 }, desktop: { width: 1280, height: 800 } };

/** Somebody who is counted. */
class Walker {
  constructor(page) { Object.assign(this, { page, taps: 0, fields: 0, pages: 1 }); }
  async tap(selector) { this.taps += 1; await this.page.locator(selector).first().click(); }
  async follow(selector) {
    await Promise.all([this.page.waitForNavigation(), this.tap(selector)]);
    this.pages += 1;
  }
  async tick(selector) {
    const id = await this.page.locator(selector).first().getAttribute('id');
    await this.tap(`label[for="${id}"]`);
  }
  async write(selector, text) { this.fields += 1; await this.page.locator(selector).fill(text); }
  async choose(selector, value) { this.fields += 1; await this.page.locator(selector).selectOption(value); }
  /** Screens to scroll, from where the page opens, before an element is wholly seen. */
  async down(selector) {
    const { bottom, height } = await this.page.locator(selector).first().evaluate((element) => ({ bottom: element.getBoundingClientRect().bottom, height: innerHeight }));
    return Math.max(0, bottom / height - 1);
  }
}

const tasks = {
  'founder: whom, at what pay, within 45,000': async (walker, base, lang) => {
    const { page } = walker;
    await page.goto(`${base}/${lang}/`);
    await walker.write('[id="annual_budget.amount"]', '45k');
    await walker.follow('main form[action$="/hire"] button');
    for (let step = 0; step < 8 && !page.url().includes('/hire/check'); step += 1) {
      if (await page.locator('fieldset [name=goals]').count()) {
        for (const goal of ['retention', 'awareness', 'content-strategy']) await walker.tick(`[name=goals][value=${goal}]`);
      } else if (await page.locator('[type=radio][name=presence_stage]').count()) await walker.tick('[type=radio][name=presence_stage][value=growing]');
      else if (await page.locator('#employees').count()) await walker.write('#employees', '12');
      else if (await page.locator('#country').count()) await walker.choose('#country', 'FR');
      else { await walker.follow('main form button[name=skip]'); continue; }
      await walker.follow('main form button:not([name])');
    }
    await walker.follow('main form button[type=submit]');
    return { answer: await walker.down('.verdict'), got: /34/.test(await page.locator('.verdict').innerText()) };
  },
  'HR: an ad for Brussels': async (walker, base, lang) => {
    const { page } = walker;
    await page.goto(`${base}/${lang}/draft`);
    await walker.choose('#role', 'community-manager');
    await walker.choose('#level', 'mid');
    await walker.tap('#brief > details:nth-of-type(1) > summary');
    await walker.write('[id="company.name"]', 'Atelier Dupré');
    await walker.choose('[id="place.country"]', 'BE');
    await walker.write('[id="place.city"]', 'Bruxelles');
    await walker.tap('#brief > details:nth-of-type(2) > summary');
    await walker.write('[id="pay.min"]', '34000');
    await walker.write('[id="pay.max"]', '40000');
    await walker.follow('#brief .actions > button:not([name])');
    return { answer: await walker.down('article.preview h2'), got: (await page.locator('article.preview').innerText()).length > 400 };
  },
  'HR: what to remove from an ad': async (walker, base, lang) => {
    const { page } = walker;
    await page.goto(`${base}/${lang}/`);
    await walker.write('#text', ADS[lang]);
    await walker.follow('main form[action$="/audit"] button');
    return { answer: await walker.down('#says'), got: await page.locator('#says').isVisible() };
  },
  'candidate: an offer in Paris': async (walker, base, lang) => {
    const { page } = walker;
    await page.goto(`${base}/${lang}/`);
    await walker.write('#amount', '28000');
    await walker.follow('main form[action$="/offer"] button');
    await walker.choose('#role', 'social-media-manager');
    await walker.choose('#level', 'junior');
    await walker.write('#city', 'Paris');
    await walker.follow('main form button[type=submit]');
    return { answer: await walker.down('#standing'), got: /%/.test(await page.locator('#standing').innerText()) };
  },
  'candidate: an offer in London': async (walker, base, lang) => {
    const { page } = walker;
    await page.goto(`${base}/${lang}/offer`);
    await walker.choose('#role', 'community-manager');
    await walker.choose('#country', 'GB');
    await walker.write('#city', 'London');
    await walker.write('#amount', '28000');
    await walker.follow('main form button[type=submit]');
    return { answer: await walker.down('#standing'), got: /%/.test(await page.locator('#standing').innerText()) };
  },
  'agency: the embed snippet': async (walker, base, lang) => {
    const { page } = walker;
    await page.goto(`${base}/${lang}/`);
    await walker.follow('footer a[href$="/embed"]');
    return { answer: await walker.down('#snippet'), got: await page.locator('#snippet').isVisible() };
  },
};

export async function walks(base) {
  console.log('| task | screen | language | taps | fields | pages | screens down to the answer | got it |\n| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [name, task] of Object.entries(tasks)) {
    for (const [screen, viewport] of Object.entries(SCREENS)) {
      for (const lang of LANGS) {
        const test = new Test(name);
        const page = await open(test, { base, viewport });
        const walker = new Walker(page);
        const { answer, got } = await task(walker, base, lang);
        console.log(`| ${name} | ${screen} | ${lang} | ${walker.taps} | ${walker.fields} | ${walker.pages} | ${answer.toFixed(1)} | ${got ? 'yes' : 'no'} |`);
        await page.done();
      }
    }
  }
}
