// Every page in both languages: axe, console, hosts, width, headings, language, title, typography.
import { DESKTOP, PHONE, axe, open, overflow, unfold } from './lib.mjs';
import { pages } from './pages.mjs';

/** Words that only one of the languages has. */
const WORDS = {
  fr: 'le la les des une du est sont pour avec dans vous votre qui que ou et sur pas sans au aux ce cette leur'.split(' '),
  en: 'the of and with your you is are for not this that from which without their they has have what'.split(' '),
};

/** Text of a page by block, outside what is in another language or is code. */
const blocks = () => {
  const root = document.documentElement.lang;
  const out = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    const parent = node.parentElement;
    if (text.length < 2 || parent.closest('script, style, code, pre, textarea, .ad-text, .ad-quote, .preview, svg, .finding a[href^="#p"]')) continue;
    if (parent.closest('[lang]').lang.slice(0, 2) !== root) continue;
    const link = parent.closest('a[href]');
    // Titles of publications, names of publishers and of French agreements are proper names (WCAG 3.1.2): they stay as
    // their owners write them, whatever the language of the page.
    const item = parent.closest('li, p');
    const cited = Boolean(
      (link && link.origin !== location.origin) ||
        parent.closest('.sources, .cites, #agreement') ||
        (item && (item.querySelector('a[href^="http"]') || /reliability|fiabilité/.test(item.textContent))),
    );
    out.push([node.textContent, parent.tagName.toLowerCase() + (parent.className ? `.${parent.className}` : ''), cited]);
  }
  return out;
};

/** What reads like the other language. */
function foreign(text, lang) {
  const words = text.toLowerCase().split(/[^a-zà-ÿœ]+/);
  const count = (list) => words.filter((word) => list.includes(word)).length;
  const other = count(WORDS[lang === 'fr' ? 'en' : 'fr']);
  return other >= 2 && other > count(WORDS[lang]);
}

/** What a French reader would see as a slip of the typesetter. */
function slips(text) {
  const found = [];
  const rules = [
    [/[^\s\u00a0\u202f]? [:;!?»%€](?=\s|$|[,.)])/u, 'ordinary space before : ; ! ? » % €'],
    [/[\p{L}»)](?:[;!?]|:(?=\s|$))(?!\/\/)/u, 'no space before : ; ! ?'],
    [/« /u, 'ordinary space after «'],
    [/\p{L}'\p{L}/u, 'typewriter apostrophe'],
    [/"\p{L}/u, 'typewriter quotation marks'],
    [/\d[ ]\d{3}(?!\d)/u, 'ordinary space inside a number'],
    [/\.\.\./u, 'three dots for an ellipsis'],
  ];
  for (const [pattern, name] of rules) {
    const at = pattern.exec(text);
    if (at) found.push(`${name}: “${text.slice(Math.max(0, at.index - 30), at.index + 30).trim()}”`);
  }
  return found;
}

export async function tests(shared) {
  shared.links = new Map();
  const titles = new Map();
  const { base } = shared;
  return [...pages().map((entry) => ({
    name: `page ${entry.name}`,
    async run(test) {
      const page = await open(test, { base });
      try {
        test.equal(await entry.reach(page, base), entry.status, 'status');
        await page.waitForLoadState('load');
        const found = await page.evaluate(() => ({
          lang: document.documentElement.lang,
          h1: document.querySelectorAll('h1').length,
          title: document.title,
          links: [...document.querySelectorAll('a[href], area[href]')].map((link) => [link.href, link.matches('.lang')]),
          ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
          handlers: [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].filter(({ name }) => /^on/.test(name) || name === 'style').map(({ name }) => `${element.tagName} ${name}`)),
        }));
        test.equal(found.lang, entry.lang, 'html lang');
        test.equal(found.h1, 1, 'number of h1');
        test.ok(found.title.replace(/[ ·]*rolecall$/, '').trim() !== '', `title says nothing: “${found.title}”`);
        test.ok(entry.status !== 422 || !found.ids.includes('error-summary') || /^(Erreur|Error)/.test(found.title), `title of an error does not begin so: “${found.title}”`);
        const twice = found.ids.filter((id, at) => found.ids.indexOf(id) !== at);
        test.ok(twice.length === 0, `ids that stand twice: ${[...new Set(twice)].join(', ')}`);
        test.ok(found.handlers.length === 0, `inline styles or handlers: ${[...new Set(found.handlers)].slice(0, 5).join(', ')}`);
        // Framed pages are the same ones again.
        if (entry.status === 200 && !entry.path.startsWith('/embed/')) {
          const purpose = new URL(page.url()).pathname;
          const key = `${entry.lang} ${found.title}`;
          const first = titles.get(key);
          if (first === undefined) titles.set(key, purpose);
          else test.equal(purpose, first, `title “${found.title}” of pages with another purpose`);
        }
        // The same fault in the other language is a fault there too.
        if (!entry.post) for (const [link, other] of found.links) if (!other || entry.status < 400) shared.links.set(link, entry.name);
        for (const [text, where, cited] of entry.path.startsWith('/docs') ? [] : await page.evaluate(blocks)) {
          if (cited) continue;
          // A term of law may be given in its own language, in brackets.
          if (foreign(text.replace(/\([^)]*\)/g, ''), entry.lang)) {
            test.fault(`reads like the other language, without lang (${where}): “${text.trim().slice(0, 110)}”`);
          } else if (entry.lang === 'fr') for (const slip of slips(text)) test.fault(`typography (${where}): ${slip}`);
        }
        // Hundreds of sources: their parts are looked at on the page of a search.
        const many = entry.path === '/docs/schemas';
        if (!many) await unfold(page);
        for (const width of [320, 375]) await overflow(page, test, width);
        await page.setViewportSize(PHONE);
        // What sticks to the foot of the screen covers a box only until one scrolls.
        await page.evaluate(() => { for (const part of document.querySelectorAll('.sticky')) part.classList.remove('sticky'); });
        await axe(page, test, 'phone, light');
        // Colours do not depend on the width, and nothing else on the darkness.
        await page.emulateMedia({ colorScheme: 'dark' });
        await axe(page, test, 'dark', { colours: true });
        await page.setViewportSize(DESKTOP);
        if (!many) await axe(page, test, 'desktop', { colours: false });
      } finally {
        await page.done();
      }
    },
  }))];
}
