// Every link within the site leads somewhere, and every fragment exists.
import { pool } from './lib.mjs';
import { pages } from './pages.mjs';

const MOST = 400;
const entities = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };
const plain = (text) => text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, number, name) => (hex || number ? String.fromCodePoint(Number.parseInt(hex ?? number, hex ? 16 : 10)) : entities[name] ?? all));

export async function tests({ base, links = new Map() }) {
  return [{
    name: 'links',
    async run(test) {
      const from = new Map(links);
      for (const { name, post } of pages()) if (!post) from.set(base + name, 'the list of pages');
      const ids = new Map();
      const refused = new Map();
      const wanted = [];
      const queue = [];
      const seen = new Set();
      const add = (link, source) => {
        let url;
        try { url = new URL(link, source.startsWith('http') ? source : base); } catch { test.fault(`not an address: ${link}, on ${source}`); return; }
        if (url.origin !== base) {
          if (!['https:', 'http:'].includes(url.protocol)) test.fault(`link of an unknown kind: ${link}, on ${source}`);
          return;
        }
        const whole = url.origin + url.pathname + url.search;
        if (url.hash) wanted.push([whole, decodeURIComponent(url.hash.slice(1)), source]);
        if (!seen.has(whole) && seen.size < MOST) { seen.add(whole); queue.push([whole, source]); }
      };
      for (const [link, source] of from) add(link, source);
      const known = new Set(pages().filter(({ status }) => status >= 400).map(({ name }) => base + name));
      while (queue.length) {
        await pool(queue.splice(0), 4, async ([url, source]) => {
          const response = await fetch(url, { redirect: 'follow' });
          const text = await response.text();
          if (response.status >= 400) {
            if (!known.has(url)) refused.set(url, `${response.status} at ${decodeURIComponent(url.slice(base.length))}, linked from ${source}`);
            return;
          }
          if (!(response.headers.get('content-type') ?? '').includes('html')) return;
          ids.set(url, new Set([...text.matchAll(/\sid="([^"]*)"/g)].map((found) => plain(found[1]))));
          for (const found of text.matchAll(/<(?:a|link)\s[^>]*?href="([^"]*)"|<(?:script|img)\s[^>]*?src="([^"]*)"/g)) add(plain(found[1] ?? found[2]), url);
        });
      }
      for (const fault of refused.values()) test.fault(fault);
      const gone = new Map();
      for (const [url, id, source] of wanted) {
        if (ids.has(url) && !ids.get(url).has(id)) gone.set(`${url.slice(base.length)}#${id}`, source);
      }
      for (const [target, source] of [...gone].slice(0, 30)) test.fault(`no such place: ${target}, linked from ${source}`);
      if (gone.size > 30) test.fault(`and ${gone.size - 30} more places that do not exist`);
      test.ok(seen.size > 150, `only ${seen.size} addresses found`);
      console.log(`     ${seen.size} addresses, ${wanted.length} fragments`);
    },
  }];
}
