// Every page and state that is looked at. `/x` stands for the page in both languages.
import { readFileSync } from 'node:fs';

const ads = new URL('../fixtures/ads/', import.meta.url);
/** The text of an ad of the fixtures. */
export const ad = (name) => {
  const toml = readFileSync(new URL(`${name}.toml`, ads), 'utf8');
  return `${/^title = "(.*)"$/m.exec(toml)[1]}\n\n${/^text = '''\n([\s\S]*?)'''/m.exec(toml)[1]}`;
};
export const ADS = { fr: ad('07-fr-cm-restaurants-bordeaux'), en: ad('44-en-smm-restaurants-us') };

const some = 'presence_stage=growing&goals=retention&goals=awareness&secondary=awareness&goals=website&employees=12&country=FR&annual_budget.amount=60000&annual_budget.currency=EUR';
const brief = 'role=hybrid&level=mid&place.country=FR&place.city=Lyon&pay_from_band=on&contract=permanent&goals=retention';

const addresses = [
  ['/'],
  ['/hire'],
  ['/hire?at=goals&trail=goals', 422],
  ['/hire?presence_stage=growing'],
  ['/hire?goals=retention&at=presence_stage&trail=goals,presence_stage', 422],
  ['/hire?presence_stage=growing&goals=retention&goals=website&at=goals&trail=presence_stage,goals'],
  ['/hire?presence_stage=growing&goals=retention&employees=abc&at=employees&trail=presence_stage,goals,employees', 422],
  ['/hire?presence_stage=growing&goals=retention&ask=goals'],
  ['/hire?presence_stage=growing&goals=retention&ask=team'],
  ['/hire?presence_stage=growing&goals=retention&ask=workload'],
  ['/hire?presence_stage=growing&goals=retention&ask=max_hires'],
  ['/hire/form'],
  ['/hire/form?' + some],
  ['/hire/check?presence_stage=growing&goals=retention'],
  ['/hire/check?' + some + '&team.community_managers=1&team.social_media_managers=0&workload.messages_per_week=400'],
  ['/hire/result?' + some],
  ['/hire/result?presence_stage=growing&goals=retention&goals=content-strategy'],
  ['/hire/result?presence_stage=launching&goals=website&goals=seo'],
  ['/hire/result?presence_stage=established&goals=retention&team.community_managers=1&team.social_media_managers=1&country=GB'],
  ['/hire/result', 422],
  ['/hire/result?presence_stage=growing&goals=retention&employees=-5&annual_budget.amount=abc&city=Atlantis', 422],
  ['/compare'],
  ['/compare?content=on&city=London'],
  ['/compare?city=Atlantis', 422],
  ['/roles/cm'],
  ['/roles/smm'],
  ['/roles/content-manager'],
  ['/pay'],
  ['/pay?role=community-manager&level=mid&city=Paris&agreement=2198'],
  ['/pay?role=hybrid&country=GB'],
  ['/pay?role=social-media-manager&country=SN'],
  ['/pay?role=community-manager&city=Atlantis', 422],
  ['/offer'],
  ['/offer?role=community-manager&level=junior&city=Paris&amount=25+000&period=year'],
  ['/offer?role=social-media-manager&level=senior&country=GB&amount=48000&period=year&fte=80&against.amount=4000&against.period=month'],
  ['/offer?role=community-manager&amount=abc&period=year', 422],
  ['/cost'],
  ['/cost?gross=32+000&country=FR&headcount=30&freelance.day_rate=350&agency.monthly_retainer=2500&apprentice.age=21'],
  ['/cost?gross=-5&country=FR', 422],
  ['/draft'],
  ['/draft?' + brief + '&language=fr'],
  ['/draft?' + brief + '&language=en&document=description'],
  ['/draft?role=community-manager&hours_per_week=abc&pay.min=-5', 422],
  ['/audit'],
  ['/sources'],
  ['/sources?q=bdm'],
  ['/sources?q=nothing+such'],
  ['/rules'],
  ['/rules/verdict-large-structure'],
  ['/method'],
  ['/about'],
  ['/embed'],
  ['/embed?what=offer&text_lang=fr&tint=red'],
  ['/sources?page=2&kind=survey'],
  ['/sources/journal-du-cm'],
  ['/sources/nothing', 404],
  ['/nothing', 404],
  ['/rules/nothing', 404],
  ['/hire/result?presence_stage=growing&goals=retention&as_of=1999-01-01', 422],
  ['/pay?as_of=yesterday', 400],
  ['/embed/hire'],
  ['/embed/hire/result?presence_stage=growing&goals=retention'],
  ['/embed/hire/result?presence_stage=growing', 422],
  ['/embed/offer'],
  ['/embed/offer?role=community-manager&amount=2000&period=month&country=FR'],
  ['/embed/offer?role=community-manager&amount=abc', 422],
];

const inLang = (path, lang) => (path.startsWith('/embed/') ? `/embed/${lang}/${path.slice(7)}` : `/${lang}${path}`);

async function audited(page, base, lang, fill) {
  await page.goto(`${base}/${lang}/audit`);
  await fill(page);
  await Promise.all([page.waitForNavigation(), page.locator('main form button:not([name])').click()]);
  return page.statuses.get(page.url());
}

/** Name, language, status, and how the page is reached. */
export function pages() {
  const list = [];
  for (const lang of ['fr', 'en']) {
    for (const [path, status = 200] of addresses) {
      const url = inLang(path, lang);
      list.push({ name: url, lang, status, path, reach: async (page, base) => (await page.goto(base + url)).status() });
    }
    const post = (name, status, fill) => list.push({ name: `POST /${lang}/audit, ${name}`, lang, status, path: '/audit', post: true, reach: (page, base) => audited(page, base, lang, fill) });
    post('French ad', 200, async (page) => { await page.fill('#text', ADS.fr); await page.selectOption('#country', 'FR'); });
    post('English ad', 200, async (page) => { await page.fill('#text', ADS.en); await page.selectOption('#country', 'US'); });
    post('file', 200, (page) => page.setInputFiles('#file', { name: 'annonce.md', mimeType: 'text/markdown', buffer: Buffer.from(`# ${ADS[lang]}`) }));
    post('nothing', 422, () => {});
    post('unreadable file', 422, (page) => page.setInputFiles('#file', { name: 'annonce.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 nothing') }));
  }
  for (const path of ['/docs', '/docs/schemas']) list.push({ name: path, lang: 'en', status: 200, path, reach: async (page, base) => (await page.goto(base + path)).status() });
  return list;
}
