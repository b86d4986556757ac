/** The numbers that the article claims, and what they are measured to be. */
import { SECTIONS } from '../../src/article/sections';
import { expectClose } from '../support/close';
import { type Element, renderText } from './texts';

/** What measures the claims of a section, by their ids. */
export type Claims = Readonly<Record<string, () => number | Promise<number>>>;

/** The modules of claims/ that a test has found, by their paths. */
export type ClaimModules = Readonly<Record<string, { readonly claims: Claims }>>;

/** The section that a module of claims/ is of. */
export const sectionOf = (path: string): string => /claims\/([\w-]+)/.exec(path)![1]!;

/** The claims of a section, as its text has them. */
async function claimsIn(section: string): Promise<readonly Element[]> {
  const { text } = SECTIONS.find(({ id }) => id === section)!;
  const { elements } = renderText(await text.en());
  return elements.filter(({ name }) => name === 'Claim');
}

/**
 * Fails unless everything that is measured is claimed, and is what it is claimed to be, to the last digit that is written.
 * @param section whose claims these are
 */
export async function expectClaims(section: string, measurements: Claims): Promise<void> {
  const claimed = await claimsIn(section);
  for (const [id, measure] of Object.entries(measurements)) {
    const said = claimed.filter(({ props }) => props.id === id);
    if (said.length === 0) throw new Error(`${section} claims nothing under ${id}`);
    const measured = await measure();
    for (const { text: written } of said) {
      const digits = /^−?\d+(?:\.(\d+))?$/.exec(written);
      if (digits === null)
        throw new Error(`${section}: the claim ${id} is "${written}"; it must be a number and nothing else`);
      // Half of what the last digit counts, and what rounding adds to that.
      const half = 0.5 * 10 ** -(digits[1]?.length ?? 0);
      expectClose(measured, Number(written.replace('−', '-')), { abs: half * (1 + 1e-9) }, `${section}: ${id}`);
    }
  }
}

/** Ids of the claims of each section that has any. */
export async function claimsOfArticle(): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, readonly string[]> = {};
  for (const { id } of SECTIONS) {
    const claims = (await claimsIn(id)).map(({ props }) => props.id as string);
    if (claims.length > 0) all[id] = [...new Set(claims)].toSorted();
  }
  return all;
}
