/** The numbers that the article claims, and what they are measured to be. */
import { SECTIONS } from '../../src/article/sections';
import { expectClose } from '../support/close';
import { renderText } from './texts';

/** What measures the claims of a section, by their ids. */
export type Claims = Readonly<Record<string, () => number | Promise<number>>>;

/**
 * Fails unless every claim of the sections that `claims` knows is what it is measured to be, to the last digit that is
 * written, and every measurement belongs to a claim.
 * @param claims by section
 */
export async function expectClaims(claims: Readonly<Record<string, Claims>>, section: string): Promise<void> {
  const { text } = SECTIONS.find(({ id }) => id === section)!;
  const { elements } = renderText(await text.en());
  const claimed = elements.filter(({ name }) => name === 'Claim');
  const measurements = claims[section]!;
  for (const id of Object.keys(measurements)) {
    const said = claimed.filter(({ props }) => props.id === id);
    if (said.length === 0) throw new Error(`${section} claims nothing under ${id}`);
    const measured = await measurements[id]!();
    for (const { text: written } of said) {
      const digits = /^−?\d+(?:\.(\d+))?$/.exec(written);
      if (digits === null) throw new Error(`${section}: ${id} is "${written}", which is no number alone`);
      // Half of what the last digit counts, and what rounding adds to that.
      const half = 0.5 * 10 ** -(digits[1]?.length ?? 0);
      expectClose(measured, Number(written.replace('−', '-')), { abs: half * (1 + 1e-9) }, `${section}: ${id}`);
    }
  }
}

/** Ids of the claims of each section that has any. */
export async function claimsOfArticle(): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, readonly string[]> = {};
  for (const { id, text } of SECTIONS) {
    const { elements } = renderText(await text.en());
    const claims = elements.filter(({ name }) => name === 'Claim').map(({ props }) => props.id as string);
    if (claims.length > 0) all[id] = [...new Set(claims)].toSorted();
  }
  return all;
}
