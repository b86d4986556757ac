/** What search engines, cards of links and systems find in the built site. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from './buildSite';
import { filesOf } from './builtSite';
import { STILL, useBrowser } from './site';

const ADDRESS = 'https://figures.example/vae/';

const browser = useBrowser();

let folder: string;
let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vae-geometry-heads-'));
  // Without the slash that it ends in.
  await buildSite(folder, undefined, { SITE_ADDRESS: ADDRESS.slice(0, -1) });
  ({ page, close } = await browser.open({ hash: STILL }));
}, 120_000);
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

interface Tag {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const file = (path: string): Buffer => readFileSync(join(folder, path));

/** The head of a document, as a browser reads it. */
const headOf = (html: string): Promise<Tag[]> =>
  page.evaluate((text) => {
    const { head } = new DOMParser().parseFromString(text, 'text/html');
    return [...head.children].map((element) => ({
      name: element.localName,
      text: element.textContent ?? '',
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    }));
  }, html);

/** What the tags that carry properties say, by their names. */
const propertiesOf = (head: readonly Tag[]): Record<string, string> =>
  Object.fromEntries(
    head.flatMap(({ name, attributes: { name: kind, property, content, media } }) =>
      name === 'meta' && content !== undefined && media === undefined ? [[kind ?? property ?? '', content]] : [],
    ),
  );

const linksOf = (head: readonly Tag[], rel: string): Readonly<Record<string, string>>[] =>
  head.filter(({ name, attributes }) => name === 'link' && attributes.rel === rel).map(({ attributes }) => attributes);

const PAGES = [
  { path: 'index.html', own: ADDRESS, locale: 'en_US', other: 'zh_CN', script: /^[\p{Script=Latin}\P{L}]+$/u },
  { path: 'zh/index.html', own: `${ADDRESS}zh/`, locale: 'zh_CN', other: 'en_US', script: /\p{Script=Han}/u },
];

describe.each(PAGES)('the head of $path', ({ path, own, locale, other, script }) => {
  let head: Tag[];
  beforeAll(async () => {
    head = await headOf(file(path).toString());
  });

  it('has one title and one description, in its language', () => {
    const titles = head.filter(({ name }) => name === 'title');
    expect(titles).toHaveLength(1);
    const { description } = propertiesOf(head);
    for (const text of [titles[0]!.text, description!]) {
      expect(text).toMatch(script);
      expect(text.length).toBeLessThan(170);
    }
  });

  it('says where it is, and where its translations are', () => {
    expect(linksOf(head, 'canonical').map(({ href }) => href)).toEqual([own]);
    const alternates = linksOf(head, 'alternate').map(({ hreflang, href }) => [hreflang, href]);
    expect(alternates).toEqual([
      ['en', ADDRESS],
      ['zh-Hans', `${ADDRESS}zh/`],
      ['x-default', ADDRESS],
    ]);
  });

  it('makes a card of Open Graph and of Twitter, with a picture of the size that it says', async () => {
    const said = propertiesOf(head);
    const title = head.find(({ name }) => name === 'title')!.text;
    expect(said).toMatchObject({
      'og:type': 'website',
      'og:title': title,
      'og:url': own,
      'og:locale': locale,
      'og:locale:alternate': other,
      'og:image:type': 'image/jpeg',
      'twitter:card': 'summary_large_image',
      'twitter:title': title,
    });
    for (const text of ['og:description', 'og:image:alt', 'twitter:description', 'twitter:image:alt'].map(
      (key) => said[key],
    )) {
      expect(text).toMatch(script);
    }
    expect(said['twitter:image']).toBe(said['og:image']);
    expect(said['og:image']!.startsWith(ADDRESS)).toBe(true);
    const picture = file(said['og:image']!.slice(ADDRESS.length));
    const { width, height } = await page.evaluate(
      async (data) => {
        const image = new Image();
        image.src = data;
        await image.decode();
        return { width: image.naturalWidth, height: image.naturalHeight };
      },
      `data:image/jpeg;base64,${picture.toString('base64')}`,
    );
    expect([String(width), String(height)]).toEqual([said['og:image:width'], said['og:image:height']]);
    // Messengers leave out pictures that are much larger.
    expect(picture.length).toBeLessThan(300_000);
  });

  it('names files that are there, relative to itself', () => {
    const files = filesOf(folder);
    const base = new URL(path, 'http://site/');
    const named = ['icon', 'apple-touch-icon', 'manifest', 'stylesheet'].flatMap((rel) => linksOf(head, rel));
    expect(named.length).toBeGreaterThanOrEqual(5);
    for (const { href } of named) {
      expect(href).toMatch(/^\.\.?\//);
      expect(files).toContain(new URL(href!, base).pathname.slice(1));
    }
  });

  it('has a manifest that systems can install it by', () => {
    const [{ href }] = linksOf(head, 'manifest') as [Readonly<Record<string, string>>];
    const base = new URL(href!, new URL(path, 'http://site/'));
    const manifest = JSON.parse(file(base.pathname.slice(1)).toString());
    for (const text of [manifest.name, manifest.short_name, manifest.description]) expect(text).toMatch(script);
    expect(new URL(manifest.start_url, base).pathname).toBe(`/${path.replace('index.html', '')}`);
    expect(new URL(manifest.scope, base).pathname).toBe('/');
    const purposes = [];
    for (const { src, sizes, type, purpose } of manifest.icons) {
      const icon = file(new URL(src, base).pathname.slice(1));
      if (type !== 'image/png') continue;
      const { width, height, channels, data } = decode(icon);
      expect(`${width}x${height}`, src).toBe(sizes);
      purposes.push(`${purpose} ${sizes}`);
      // A maskable icon is cut out of a full square.
      const corner = channels === 4 ? data[3] : 255;
      expect(corner, src).toBe(purpose === 'maskable' ? 255 : 0);
    }
    expect(purposes.toSorted()).toEqual(['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512']);
  });
});

describe('the document of an embed', () => {
  it('is not found by itself: it refers to the page', async () => {
    const head = await headOf(file('embed.html').toString());
    expect(linksOf(head, 'canonical').map(({ href }) => href)).toEqual([ADDRESS]);
    expect(propertiesOf(head).robots).toBe('noindex');
  });
});

describe('the icons', () => {
  it('are in favicon.ico at 16, 32 and 48 pixels', () => {
    const ico = file('favicon.ico');
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const sides = Array.from({ length: ico.readUInt16LE(4) }, (_, k) => {
      const at = 6 + 16 * k;
      const start = ico.readUInt32LE(at + 12);
      const { width, height } = decode(ico.subarray(start, start + ico.readUInt32LE(at + 8)));
      expect([width, height]).toEqual([ico.readUInt8(at), ico.readUInt8(at + 1)]);
      return width;
    });
    expect(sides).toEqual([16, 32, 48]);
  });

  it('for a home screen are 180 pixels and leave nothing transparent', () => {
    const { width, height, channels, data } = decode(file('apple-touch-icon.png'));
    expect([width, height]).toEqual([180, 180]);
    if (channels === 4) for (let k = 3; k < data.length; k += 4) expect(data[k]).toBe(255);
  });
});

describe('the page in a browser', () => {
  it('has a manifest that the browser finds no fault with', async () => {
    const session = await page.context().newCDPSession(page);
    const { errors, data } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data!)).toHaveProperty('name');
  });

  it.each(['light', 'dark'] as const)("has a frame of its paper's colour: %s", async (colorScheme) => {
    const { page: shown, close: done } = await browser.open({ hash: STILL, colorScheme });
    const [said, paper] = await shown.evaluate(() => {
      const tags = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
      const probe = document.createElement('p');
      probe.style.color = tags.find(({ media }) => matchMedia(media).matches)!.content;
      document.body.append(probe);
      return [getComputedStyle(probe).color, getComputedStyle(document.body).backgroundColor];
    });
    expect(said).toBe(paper);
    await done();
  });
});

describe('search engines', () => {
  it('find every translation of the page in the sitemap, which robots.txt names', async () => {
    const robots = file('robots.txt').toString();
    expect(robots).toMatch(/^User-agent: \*\nAllow: \/$/m);
    expect(robots).toContain(`Sitemap: ${ADDRESS}sitemap.xml\n`);
    const found = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      if (parsed.querySelector('parsererror') !== null) throw new Error(parsed.documentElement.textContent ?? '');
      return [...parsed.querySelectorAll('url')].map((url) => [
        url.querySelector('loc')!.textContent,
        [...url.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')].map((link) =>
          link.getAttribute('href'),
        ),
      ]);
    }, file('sitemap.xml').toString());
    const both = [ADDRESS, `${ADDRESS}zh/`];
    expect(found).toEqual(both.map((address) => [address, both]));
  });
});

describe('a site whose address nobody says', () => {
  it('names none, and has no sitemap', async () => {
    const unknown = await mkdtemp(join(tmpdir(), 'vae-geometry-heads-'));
    await buildSite(unknown, undefined, { SITE_ADDRESS: '' });
    const read = (path: string): string => readFileSync(join(unknown, path), 'utf8');
    for (const { path } of PAGES) {
      const head = await headOf(read(path));
      const addresses = [
        ...['canonical', 'alternate'].flatMap((rel) => linksOf(head, rel).map(({ href }) => href!)),
        propertiesOf(head)['og:image']!,
      ];
      expect(addresses.filter((address) => !/^\.\.?\//.test(address))).toEqual([]);
    }
    expect(filesOf(unknown)).not.toContain('sitemap.xml');
    expect(read('robots.txt')).not.toContain('Sitemap');
    await rm(unknown, { recursive: true });
  });
});
