/** Licences of what the site is made of, where a bundler does not see them or a package leaves them out. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(resolve(PROJECT, path), 'utf8');
const ofPackage = (name: string, file: string): string => read(`node_modules/${name}/${file}`);

/**
 * Packages of which no bundler sees anything, since it looks for licences in scripts alone, and where each has its licence:
 * fonts and formulas of style sheets, the images that public/data/mnist.png was made of, the standard library in the
 * kernels, and the few lines that the bundler and the build put into scripts themselves.
 */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  '@fontsource-variable/inter': ['LICENSE'],
  '@fontsource-variable/source-serif-4': ['LICENSE'],
  assemblyscript: ['LICENSE', 'NOTICE'],
  katex: ['LICENSE'],
  mnist: ['LICENSE'],
  rolldown: ['LICENSE'],
  vite: ['LICENSE.md'],
};

/** Vite's file goes on with the packages inside of Vite, of which nothing is in the site. */
const WITHIN_VITE = /^# Licenses of bundled dependencies.*/ms;

/** Images that are part of the site and come from no package. */
const IMAGES: Readonly<Record<string, string>> = {
  'data/uci-digits.png': `E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998,
https://doi.org/10.24432/C50P49, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).
Here all images are in one file.`,
  'data/faces/': 'Drawn from typefaces whose names, licences and copyright notices are in data/faces/LICENSES.txt.',
};

/** What no bundle tells of: name with version, and text. */
export function unseenLicences(): [name: string, text: string][] {
  const packages = Object.entries(UNSEEN).map(([name, files]): [string, string] => [
    `${name} ${JSON.parse(ofPackage(name, 'package.json')).version}`,
    files
      .map((file) => ofPackage(name, file))
      .join('\n')
      .replace(WITHIN_VITE, ''),
  ]);
  return [...packages, ...Object.entries(IMAGES)];
}

/** The text from the first line that begins like this. */
const from = (start: string, text: string): string => text.slice(text.search(new RegExp(`^ *${start}`, 'm')));

const apache = (): string => ofPackage('assemblyscript', 'LICENSE');
const mit = (): string => from('Permission is hereby granted', read('LICENSE'));

/** https://github.com/tensorflow/tfjs/blob/master/tfjs-layers/LICENSE */
const LAYERS_AUTHORS = `Licensed under both the MIT and the Apache 2.0 licenses.

All contributions by François Chollet: Copyright (c) 2015 - 2018, François Chollet. All rights reserved.
All contributions by Google: Copyright (c) 2015 - 2018, Google LLC. All rights reserved.
All contributions by Microsoft: Copyright (c) 2017 - 2018, Microsoft, LLC. All rights reserved.
All other contributions: Copyright (c) 2015 - 2018, the respective contributors. All rights reserved.`;

const googles = (): string => `Copyright 2017 - 2023 Google LLC. All Rights Reserved.\n\n${apache()}`;

/** Packages that bring no file of their licence. */
const UNFILED: Readonly<Record<string, () => string>> = {
  '@tensorflow/tfjs-core': googles,
  '@tensorflow/tfjs-backend-cpu': googles,
  '@tensorflow/tfjs-backend-webgl': googles,
  '@tensorflow/tfjs-layers': () => [LAYERS_AUTHORS, mit(), apache()].join('\n\n'),
  seedrandom: () => from('Copyright', ofPackage('seedrandom', 'README.md')),
};

/** @throws Error for one of which no text is known */
export function unfiledLicence(name: string): string {
  const text = UNFILED[name];
  if (text === undefined) throw new Error(`${name} brings no text of its licence, and site/licenceTexts.ts has none`);
  return text();
}
