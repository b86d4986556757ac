// Packs a built site for a release: node .ci/pack.mjs FOLDER INTO
// The same site gives the same archive, byte for byte, whenever and wherever it is packed.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

const [folder, into] = process.argv.slice(2);
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const release = `${name}-${version}`;

const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
if (paths.length === 0) throw new Error(`There is no file in ${folder}`);
const files = Object.fromEntries(
  paths.map((path) => [`${release}/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)]),
);
// Of all files alike: the earliest time that the format has, on the clock of any place.
const archive = zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
const sum = createHash('sha256').update(archive).digest('hex');

mkdirSync(into, { recursive: true });
writeFileSync(join(into, `${release}.zip`), archive);
// As `sha256sum --check` reads it.
writeFileSync(join(into, 'SHA256SUMS'), `${sum}  ${release}.zip\n`);
