/** What the workflow of a release does by scripts: whether the tag is that of the version, and the archive of the site. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'vae-geometry-release-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (script: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { ...process.env, ...environment } });

describe('the tag of a release', () => {
  it('is that of the version', () => {
    expect(run('.ci/version.mjs', [`v${version}`])).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['v99.0.0', version, 'main'])('is not %s, and every file that says another version is named', (tag) => {
    const { status, stderr } = run('.ci/version.mjs', [tag]);
    expect(status).toBe(1);
    expect(stderr).toContain(`The tag is ${tag}, but package.json says ${version}, package-lock.json says ${version}`);
    expect(stderr).toContain(`CITATION.cff says ${version}. Nothing is released.`);
  });
});

describe('the archive of a release', () => {
  const site = join(folder, 'site');
  const files = { 'index.html': '<!doctype html>', 'assets/a.js': 'export {};', _headers: '/*' };
  mkdirSync(join(site, 'assets'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(site, path), text);
  const pack = (into: string, zone: string): Buffer => {
    expect(run('.ci/pack.mjs', [site, join(folder, into)], { TZ: zone })).toMatchObject({ status: 0, stderr: '' });
    return readFileSync(join(folder, into, `${name}-${version}.zip`));
  };

  it('has every file of the site, in a folder with the name of the release', () => {
    const found = Object.entries(unzipSync(pack('first', 'UTC'))).map(([path, bytes]) => [path, strFromU8(bytes)]);
    const wanted = Object.entries(files).map(([path, text]) => [`${name}-${version}/${path}`, text]);
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('is the same whenever and wherever it is packed', () => {
    const first = pack('first', 'UTC');
    utimesSync(join(site, 'index.html'), 1e9, 1e9);
    expect(pack('second', 'Asia/Tokyo').equals(first)).toBe(true);
  });

  it('is beside its checksum, as sha256sum reads it', () => {
    const sum = createHash('sha256').update(pack('third', 'UTC')).digest('hex');
    expect(readFileSync(join(folder, 'third/SHA256SUMS'), 'utf8')).toBe(`${sum}  ${name}-${version}.zip\n`);
  });

  it('is not made of nothing', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const { status, stderr } = run('.ci/pack.mjs', [empty, join(folder, 'none')]);
    expect(status).toBe(1);
    expect(stderr).toContain(`There is no file in ${empty}`);
  });
});
