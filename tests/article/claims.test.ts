/**
 * The numbers in the text are those that its figures come to. What measures them stands beside this file in claims/, by
 * section: `<section>.ts` for what takes under a second, `<section>.long.ts` for the rest, which claims.long.test.ts runs.
 */
import { describe, expect, it } from 'vitest';
import { type ClaimModules, claimsOfArticle, expectClaims, sectionOf } from './claims';

const modules: ClaimModules = import.meta.glob('./claims/*.ts', { eager: true });
const quick = Object.keys(modules).filter((path) => !path.endsWith('.long.ts'));

describe('the claims of the article', () => {
  it('are all measured', async () => {
    const measured: Record<string, string[]> = {};
    for (const [path, { claims }] of Object.entries(modules)) {
      measured[sectionOf(path)] = [...(measured[sectionOf(path)] ?? []), ...Object.keys(claims)].toSorted();
    }
    expect(measured).toEqual(await claimsOfArticle());
  });

  it.each(quick)('of %s hold', (path) => expectClaims(sectionOf(path), modules[path]!.claims));
});
