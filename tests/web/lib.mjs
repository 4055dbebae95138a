// Servers, browser, and what every test uses.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(`${process.env.MODULES}/package.json`);
const { chromium } = require('playwright-core');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const LANGS = ['fr', 'en'];
export const PHONE = { width: 375, height: 812 };
export const DESKTOP = { width: 1280, height: 900 };

const children = [];
let browser;

/** Starts a server on a free port; gives its address. */
export async function serve(...options) {
  const child = spawn(process.env.BINARY, ['serve', '--listen', '127.0.0.1:0', '--isolated', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  const lines = createInterface({ input: child.stderr });
  return new Promise((resolve, reject) => {
    const seen = [];
    const timer = setTimeout(() => reject(new Error(`the server did not start: ${seen.join('\n')}`)), 20000);
    child.on('exit', (code) => { clearTimeout(timer); reject(new Error(`the server ended with ${code}: ${seen.join('\n')}`)); });
    lines.on('line', (line) => {
      seen.push(line);
      try {
        const address = JSON.parse(line).fields?.address;
        if (address) { clearTimeout(timer); resolve(address); }
      } catch { /* not JSON */ }
    });
  });
}

export async function launch() {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

export async function stop() {
  await browser?.close().catch(() => {});
  for (const child of children) child.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
}

/** One test: it collects what is wrong and goes on. */
export class Test {
  constructor(name) { this.name = name; this.faults = []; }
  fault(text) { if (!this.faults.includes(text)) this.faults.push(text); }
  ok(good, text) { if (!good) this.fault(text); return Boolean(good); }
  equal(found, wanted, text) {
    return this.ok(found === wanted, `${text}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
  }
}

const address = (page) => { const url = new URL(page.url()); return decodeURIComponent(url.pathname + url.search).slice(0, 160); };
export { address as at };

/** A page of its own context, watched: console, errors, dialogs, other hosts, violations of the policy. */
export async function open(test, { base, js = true, viewport = PHONE, allow = [], ...options }) {
  const context = await browser.newContext({ viewport, javaScriptEnabled: js, acceptDownloads: true, reducedMotion: 'reduce', ...options });
  // Long enough for a machine that does other work at the same time; nothing waits so long when all is well.
  context.setDefaultTimeout(20000);
  context.setDefaultNavigationTimeout(30000);
  const page = await context.newPage();
  const hosts = new Set([new URL(base).host, ...allow]);
  const statuses = new Map();
  page.on('response', (response) => statuses.set(response.url(), response.status()));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const url = message.location().url;
    // The browser notes the status of an error page, which is what was asked for.
    if (/Failed to load resource/.test(message.text()) && (url === page.url() || /\/draft\/preview/.test(url))) return;
    test.fault(`console ${message.type()} on ${address(page)}: ${message.text().slice(0, 300)}`);
  });
  page.on('pageerror', (error) => test.fault(`script error on ${address(page)}: ${String(error).slice(0, 300)}`));
  page.on('dialog', (dialog) => { test.fault(`a dialog opened on ${address(page)}: ${dialog.message()}`); dialog.dismiss().catch(() => {}); });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !hosts.has(url.host)) test.fault(`request to another host on ${address(page)}: ${request.url()}`);
  });
  page.statuses = statuses;
  page.done = () => context.close();
  return page;
}

/**
 * Waits until `test` holds in the page. It is asked from here, over and over: Playwright's own `waitForFunction` waits
 * for the page's frames between two looks, and those do not come where scripts are off.
 */
export async function until(page, test, argument) {
  const end = performance.now() + 20000;
  for (;;) {
    // While the page is being replaced there is nothing to ask.
    if (await page.evaluate(test, argument).catch(() => false)) return;
    if (performance.now() > end) throw new Error(`waited in vain on ${address(page)} for ${test}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Ticks a box as people do: its label covers the whole row. */
export async function tick(page, selector) {
  const box = page.locator(selector).first();
  if (await box.isChecked()) return;
  await page.locator(`label[for="${await box.getAttribute('id')}"]`).first().click();
  if (!(await box.isChecked())) throw new Error(`a click on its label does not tick ${selector}`);
}

/** Unfolds everything. */
export const unfold = (page) => page.evaluate(() => { for (const part of document.querySelectorAll('details:not(.menu)')) part.open = true; });

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds. `colours`: true is only the rules that colours can break, false is all others; not given is all. */
export async function axe(page, test, where, { colours } = {}) {
  const known = (test.axe ??= new Set());
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async ([tags, names, only]) => {
    const runOnly = only === true ? { type: 'rule', values: names } : { type: 'tag', values: tags };
    const rules = only === false ? Object.fromEntries(names.map((name) => [name, { enabled: false }])) : {};
    const { violations } = await window.axe.run(document, { runOnly, rules, resultTypes: ['violations'], iframes: false, elementRef: false, preload: false });
    return violations.map((violation) => ({
      id: violation.id,
      help: violation.help,
      nodes: violation.nodes.map((node) => [node.target.join(' '), node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '', node.html.slice(0, 120)]),
    }));
  }, [TAGS, COLOURS, colours ?? null]);
  for (const { id, help, nodes } of found) {
    // The same on another screen is not said again.
    const same = `${id} ${nodes.map(([target]) => target).join()}`;
    if (known.has(same)) continue;
    known.add(same);
    const shown = nodes.slice(0, 3).map(([target, message, html]) => `      ${target} — ${message}\n        ${html}`).join('\n');
    test.fault(`axe ${id} (${help}), ${where}, ${nodes.length} element(s):\n${shown}`);
  }
}

/** Whether the page is wider than the screen, and what makes it so. */
export async function overflow(page, test, width) {
  await page.setViewportSize({ width, height: 812 });
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const scrolls = (element) => { for (let at = element.parentElement; at; at = at.parentElement) if (getComputedStyle(at).overflowX !== 'visible') return true; return false; };
    const culprits = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(element));
    const name = (element) => element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '') + (element.className?.length ? `.${[...element.classList].join('.')}` : '');
    return { by: root.scrollWidth - root.clientWidth, who: culprits.slice(0, 4).map(name) };
  });
  if (wide) test.fault(`scrolls sideways at ${width} px by ${wide.by} px: ${wide.who.join(', ')}`);
}

/** Runs work on several things at once, each with a time limit. */
export async function pool(items, size, work) {
  const queue = [...items];
  await Promise.all(Array.from({ length: size }, async () => { while (queue.length) await work(queue.shift()); }));
}
