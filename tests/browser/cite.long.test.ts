/** How the page is cited: what its footer says, and what CITATION.cff says to programs. */
import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { STILL, useBrowser } from './site';

const browser = useBrowser();

const cff = parse(readFileSync('CITATION.cff', 'utf8'));
const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The fields of an entry, without their braces. */
function fieldsOf(bibtex: string): Record<string, string> {
  const fields = [...bibtex.matchAll(/^\s+(\w+)\s*=\s*\{(.*)\},$/gm)].map(([, name, value]) => [name!, value!]);
  return Object.fromEntries(fields);
}

describe('CITATION.cff', () => {
  it('has what its format asks for', () => {
    expect(cff['cff-version']).toBe('1.2.0');
    for (const key of ['message', 'title', 'abstract']) expect(cff[key]).toMatch(/\w+ \w+/);
    expect(cff.type).toBe('software');
    expect(cff.authors.length).toBeGreaterThan(0);
    expect(cff['date-released']).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('is of this version', () => {
    expect([cff.version, cff.license]).toEqual([version, license]);
  });
});

describe('the footer', () => {
  it.each([
    { path: '', summary: 'Cite this page', button: 'Copy BibTeX', copied: 'BibTeX copied' },
    { path: 'zh/', summary: '引用本页', button: '复制 BibTeX', copied: '已复制 BibTeX' },
  ])('of /$path gives an entry that agrees with it, and copies it', async ({ path, summary, button, copied }) => {
    const { page, complaints, close } = await browser.open({
      url: inject('siteUrl') + path,
      hash: STILL,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByText(summary, { exact: true }).click();
    const entry = await page.locator('.cite code').textContent();
    expect(entry).toMatch(/^@misc\{[\w-]+,\n.*\n\}$/s);
    expect(fieldsOf(entry!)).toEqual({
      title: cff.title,
      author: `{${cff.authors.map(({ name }: { name: string }) => name).join('} and {')}}`,
      year: cff['date-released'].slice(0, 4),
      version: cff.version,
      url: await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href),
    });
    await page.getByRole('button', { name: button }).click();
    await page.getByText(copied, { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(entry);
    expect(complaints).toEqual([]);
    await close();
  });

  it('selects the entry where the browser does not let it copy', async () => {
    const { page, close } = await browser.open({
      hash: STILL,
      before: async (made) => {
        await made.addInitScript(() => {
          Clipboard.prototype.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
        });
      },
    });
    await page.getByText('Cite this page', { exact: true }).click();
    await page.getByRole('button', { name: 'Copy BibTeX' }).click();
    await page.getByText(/the entry is selected/).waitFor();
    const entry = await page.locator('.cite code').textContent();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(entry);
    await close();
  });
});
