// On paper: the answer, and nothing that only works on a screen.
import { DESKTOP, LANGS, open } from './lib.mjs';
import { pages } from './pages.mjs';

const PRINTED = /^\/(hire\/result\?presence_stage=growing|hire\/check|compare$|pay$|offer\?role=community-manager&level|cost\?gross=32|draft\?role=hybrid|audit$|roles\/cm|rules\/verdict|method$|sources\?q=bdm)/;

export async function tests({ base }) {
  const wanted = pages().filter(({ path, status, post, name }) => status === 200 && PRINTED.test(path) && (!path.startsWith('/audit') || (post && /ad$/.test(name))));
  return wanted.filter(({ lang }) => LANGS.includes(lang)).map((entry) => ({
    name: `print ${entry.name}`,
    async run(test) {
      const page = await open(test, { base, viewport: DESKTOP });
      try {
        await entry.reach(page, base);
        // Of a draft the ad alone is printed.
        const headline = await page.locator(entry.path.startsWith('/draft') ? 'article.preview h2' : 'h1').first().innerText();
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        const found = await page.evaluate(() => {
          const shown = (element) => element.checkVisibility({ visibilityProperty: true });
          const name = (element) => element.tagName.toLowerCase() + (element.className ? `.${element.className}` : '');
          const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
          return {
            screen: [...document.querySelectorAll('nav, form, button, input, select, textarea, .skip, .lang')].filter(shown).map(name),
            folded: [...document.querySelectorAll('details:not([open]) > summary')].filter(shown).length,
            text: document.querySelector('main').innerText.trim(),
            dark: (red + green + blue) / 3 < 200 && getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)',
            wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          };
        });
        test.ok(found.screen.length === 0, `printed: ${[...new Set(found.screen)].join(', ')}`);
        test.equal(found.folded, 0, 'headings of folded parts on paper: what is folded is left out');
        test.ok(found.text.length > 200 && found.text.includes(headline), `too little on paper: ${found.text.length} characters`);
        test.ok(!found.dark, 'the dark colours are printed');
        const pdf = await page.pdf({ format: 'A4', printBackground: false });
        test.ok(pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 8000, `the PDF has ${pdf.length} bytes`);
      } finally {
        await page.done();
      }
    },
  }));
}
