/**
 * The numbers in the text are those that its figures come to. What measures them stands beside this file in claims/, by
 * section: `<section>.ts` for what takes under a second, `<section>.long.ts` for the rest, which claims.long.test.ts runs.
 */
import { describe, expect, it } from 'vitest';
import { type Claims, claimsOfArticle, expectClaims } from './claims';

const sectionOf = (path: string): string => /claims\/([\w-]+)/.exec(path)![1]!;

const modules = import.meta.glob<{ readonly claims: Claims }>('./claims/*.ts', { eager: true });
const quick = Object.fromEntries(
  Object.entries(modules)
    .filter(([path]) => !path.endsWith('.long.ts'))
    .map(([path, { claims }]) => [sectionOf(path), claims]),
);

describe('the claims of the article', () => {
  it('are all measured', async () => {
    const measured: Record<string, string[]> = {};
    for (const [path, { claims }] of Object.entries(modules)) {
      measured[sectionOf(path)] = [...(measured[sectionOf(path)] ?? []), ...Object.keys(claims)].toSorted();
    }
    expect(measured).toEqual(await claimsOfArticle());
  });

  it.each(Object.keys(quick))('of %s hold', (section) => expectClaims(quick, section));
});
