/** Claims of the article that take whole runs of its figures. */
import { describe, it } from 'vitest';
import { type Claims, expectClaims } from './claims';

const modules = import.meta.glob<{ readonly claims: Claims }>('./claims/*.long.ts', { eager: true });
const long = Object.fromEntries(
  Object.entries(modules).map(([path, { claims }]) => [/claims\/([\w-]+)/.exec(path)![1]!, claims]),
);

describe('the claims of the article that take whole runs', () => {
  it.each(Object.keys(long))('of %s hold', (section) => expectClaims(long, section));
});
