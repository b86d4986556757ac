/** Claims of the article that take whole runs of its figures. */
import { describe, it } from 'vitest';
import { type ClaimModules, expectClaims, sectionOf } from './claims';

const modules: ClaimModules = import.meta.glob('./claims/*.long.ts', { eager: true });

describe('the claims of the article that take whole runs', () => {
  it.each(Object.keys(modules))('of %s hold', (path) => expectClaims(sectionOf(path), modules[path]!.claims));
});
