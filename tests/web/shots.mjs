// A picture of every page: both languages, two widths, light and dark.
import { DESKTOP, PHONE, Test, open, pool, unfold } from './lib.mjs';
import { pages } from './pages.mjs';

export async function shots(base, folder, workers) {
  await pool(pages(), workers, async (entry) => {
    const page = await open(new Test(entry.name), { base });
    try {
      await entry.reach(page, base);
      const stem = entry.name.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '').slice(0, 180);
      for (const [width, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
        for (const scheme of ['light', 'dark']) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme: scheme });
          if (process.env.UNFOLD) await unfold(page);
          await page.screenshot({ path: `${folder}/${stem}-${width}-${scheme}.png`, fullPage: true });
        }
      }
    } catch (error) {
      console.log(`${entry.name}: ${error}`);
    } finally {
      await page.done();
    }
  });
}
