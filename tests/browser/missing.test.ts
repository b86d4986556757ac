/**
 * Scripts of the worker and of the picture, and a style sheet, as after a deploy, and the training worker's late as well;
 * every file in every way, and what the documents themselves ask for, is in the long tier.
 */
import { expect, inject, it } from 'vitest';
import { lazyRequests } from './builtSite';
import { type Trial, testMissing } from './missing';
import { SCENARIOS } from './scenarios';

const NONE: Trial = { ways: [], delayed: false };
const GONE: Trial = { ways: ['is not found'], delayed: false };
const GONE_OR_LATE: Trial = { ...GONE, delayed: true };

/** By the beginning of a script's name, or that of a style sheet. */
const TRIALS: Readonly<Record<string, Trial>> = {
  worker: GONE_OR_LATE,
  serve: GONE,
  cpuPainter: GONE,
  laterLayers: GONE,
  GridCells: GONE,
  table: GONE,
  given: GONE,
  'EmbedButton.css': GONE,
};

/** Ways to use the page that fetch them: to look for them among all takes most of a minute. */
const USED = ['the page as it opens', 'with everything unfolded', 'with a drawing on the pad'];

const trialOf = (path: string): Trial => TRIALS[path.replace(/^assets\/(.+)-.{8}(?:\.js|(\.css))$/, '$1$2')] ?? NONE;

it('the files that are tried are there', () => {
  const tried = lazyRequests(inject('siteFolder')).filter((path) => trialOf(path) !== NONE);
  expect(tried).toHaveLength(Object.keys(TRIALS).length);
});

testMissing(
  trialOf,
  SCENARIOS.filter(({ name }) => USED.includes(name)),
);
