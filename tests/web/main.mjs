// Runs every part and says what failed: page, screen, rule, element.
import { mkdirSync } from 'node:fs';
import { Test, launch, pool, serve, stop } from './lib.mjs';
import { shots } from './shots.mjs';
import { walks } from './walks.mjs';
import * as pages from './check-pages.mjs';
import * as links from './check-links.mjs';
import * as flows from './check-flows.mjs';
import * as behaviours from './check-behaviours.mjs';
import * as print from './check-print.mjs';
import * as measures from './check-measures.mjs';

const parts = { pages, links, flows, behaviours, print, measures };
const only = process.env.ONLY ? process.env.ONLY.split(',') : Object.keys(parts);
const match = process.env.MATCH ?? '';
const workers = Number(process.env.WORKERS ?? 3);

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop().then(() => process.exit(130)));

let failed = 0;
let passed = 0;
try {
  const base = await serve('--rate-limit', '0');
  await launch();
  if (process.env.WALKS) {
    await walks(base);
  } else if (process.env.SHOTS) {
    mkdirSync(process.env.SHOTS, { recursive: true });
    await shots(base, process.env.SHOTS, workers);
  } else {
    const shared = { base };
    for (const name of only) {
      const started = performance.now();
      const tests = (await parts[name].tests(shared)).filter((test) => test.name.includes(match));
      await pool(tests, workers, async ({ name: title, run }) => {
        const test = new Test(title);
        const began = performance.now();
        try {
          await run(test);
        } catch (error) {
          test.fault(String(error.stack ?? error).split('\n').filter((line) => !/node:internal|playwright-core/.test(line)).slice(0, 8).join('\n      '));
        }
        const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
        if (test.faults.length === 0) {
          passed += 1;
          if (name === 'flows') console.log(`ok   ${title} (${took})`);
        } else {
          failed += 1;
          console.log(`FAIL ${title} (${took})\n${test.faults.map((fault) => `    ${fault}`).join('\n')}`);
        }
      });
      console.log(`-- ${name}: ${tests.length} tests, ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
  }
} catch (error) {
  failed += 1;
  console.log(error);
} finally {
  await stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || (passed === 0 && !process.env.SHOTS && !process.env.WALKS) ? 1 : 0);
