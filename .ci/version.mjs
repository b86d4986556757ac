// Whether a tag is that of the present version: node .ci/version.mjs v1.2.3
import { readFileSync } from 'node:fs';

const tag = process.argv[2];
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const said = {
  'package.json': version,
  'package-lock.json': lock.version,
  'packages of package-lock.json': lock.packages[''].version,
  'CITATION.cff': /^version: (.*)$/m.exec(readFileSync('CITATION.cff', 'utf8'))?.[1],
};
const others = Object.entries(said).filter(([, found]) => `v${found}` !== tag);
if (others.length > 0) {
  const told = others.map(([file, found]) => `${file} says ${found}`).join(', ');
  process.stderr.write(`The tag is ${tag}, but ${told}. Nothing is released.\n`);
  process.exit(1);
}
