/** The README says of every package what it is for. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const [, section] = /^## Packages\n(.*?)^## /ms.exec(readFileSync('README.md', 'utf8'))!;
const tables = section!.split('To build and to test:');
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Names in the first column of a table. */
const namedIn = (table: string): string[] =>
  [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );

/** Types have no use of their own: one entry stands for all. */
const used = (packages: Readonly<Record<string, string>>): string[] => [
  ...new Set(Object.keys(packages).map((name) => name.replace(/^@types\/.*/, '@types/*'))),
];

describe.each([
  ['of the page', dependencies, tables[0]!],
  ['to build and to test', devDependencies, tables[1]!],
])('packages %s', (_, packages: Readonly<Record<string, string>>, table) => {
  it('are all in the table of the README, and no others', () => {
    expect(namedIn(table).sort()).toEqual(used(packages).sort());
  });

  it('have one version each', () => {
    for (const version of Object.values(packages)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
