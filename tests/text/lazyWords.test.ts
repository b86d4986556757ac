import { describe, expect, it } from 'vitest';
import { articleWords } from '../../src/text/article';
import { axesWords } from '../../src/text/axes';
import { blendWords } from '../../src/text/blend';
import { drawWords } from '../../src/text/draw';
import { engineWords } from '../../src/text/engine';
import { factorWords } from '../../src/text/factors';
import { failureWords } from '../../src/text/failures';
import { filePanelWords } from '../../src/text/files.panels';
import { footWords } from '../../src/text/foot';
import { geodesicWords } from '../../src/text/geodesic';
import { hints } from '../../src/text/hints';
import { imageWords } from '../../src/text/images';
import { klWords } from '../../src/text/kl';
import { klPartsWords } from '../../src/text/klParts';
import { lateWords } from '../../src/text/late';
import { layerKeyWords } from '../../src/text/layerKeys';
import { layerWords } from '../../src/text/layers';
import { measureWords } from '../../src/text/measures';
import { noticeWords } from '../../src/text/notices';
import { padWords } from '../../src/text/pad';
import { pathWords } from '../../src/text/path';
import { pcaWords } from '../../src/text/pca';
import { pinWords } from '../../src/text/pins';
import { poster } from '../../src/text/poster';
import { previewWords } from '../../src/text/preview';
import { questionWords } from '../../src/text/questions';
import { rangesIn } from '../../src/text/ranges';
import { regulariserWords } from '../../src/text/regularisers';
import { reparameteriseWords } from '../../src/text/reparameterise';
import { sampleWords } from '../../src/text/sample';
import { seenOnlySentences } from '../../src/text/seenOnly';
import { settingWords } from '../../src/text/settings';
import { shapeWords } from '../../src/text/shapes';
import { slowWords } from '../../src/text/slowMotion';
import { takeWords } from '../../src/text/take';
import { timelineWords } from '../../src/text/timeline';
import { titles } from '../../src/text/titles';

type Entry = string | ((...args: never[]) => string);

/** Words that come with a part of the page, and those of them that are signs, names and formulas, by their paths. */
const PARTS: readonly { name: string; en: object; zh: object; signs: readonly string[] }[] = [
  { name: 'what can be taken along', ...takeWords, signs: ['as', 'comma', 'space', 'turned'] },
  { name: 'the article', ...articleWords, signs: [] },
  { name: 'the titles of its sections', ...titles, signs: [] },
  { name: 'two regularisers', ...regulariserWords, signs: ['names.kl', 'names.simple'] },
  { name: 'two densities', ...klWords, signs: ['rows.forward', 'rows.back'] },
  { name: 'two parts of the KL', ...klPartsWords, signs: ['names.each', 'names.own', 'names.together'] },
  { name: 'PCA and two autoencoders', ...pcaWords, signs: ['models.0'] },
  { name: 'clouds and their shapes', ...shapeWords, signs: [] },
  { name: 'the engines', ...engineWords, signs: [] },
  { name: 'late parts', ...lateWords, signs: ['image.kl', 'strip.original', 'strip.rebuilt', 'loss.total'] },
  { name: 'the foot of the page', ...footWords, signs: [] },
  { name: 'the axes of a code', ...axesWords, signs: [] },
  { name: 'images that share a place', ...blendWords, signs: ['at'] },
  { name: 'factors', ...factorWords, signs: ['gap', 'colon', 'entropy'] },
  {
    name: 'the images',
    ...imageWords,
    signs: [
      'credits.faces.end',
      ...['authors', 'title'].flatMap((part) => ['uci-digits', 'mnist'].map((set) => `credits.${set}.${part}`)),
    ],
  },
  { name: 'why a model cannot train', ...failureWords, signs: [] },
  { name: 'the picture of the first figure', ...poster, signs: [] },
  { name: 'messages', ...noticeWords, signs: [] },
  { name: 'the values of an address', ...rangesIn, signs: [] },
  { name: 'the table of numbers', ...measureWords, signs: ['rows.elbo', 'rows.split'] },
  { name: 'the hints of settings', ...hints, signs: [] },
  { name: 'the square of β and σ', ...padWords, signs: ['value', 'corners.vae'] },
  {
    name: 'the settings',
    ...settingWords,
    signs: [
      'choices.activation.relu',
      'choices.activation.tanh',
      'choices.activation.gelu',
      'choices.init.glorot',
      'choices.regulariser.simple',
    ],
  },
  { name: 'the layers of the plane', ...layerWords, signs: [] },
  { name: 'the four questions', ...questionWords, signs: [] },
  { name: 'the marks of layers', ...layerKeyWords, signs: [] },
  { name: 'the geodesic', ...geodesicWords, signs: [] },
  { name: 'the pad', ...drawWords, signs: ['rows.mu', 'rows.sigma', 'rows.rho', 'rows.reconstruction'] },
  { name: 'the list of pins', ...pinWords, signs: [] },
  { name: 'the path through pins', ...pathWords, signs: [] },
  {
    name: 'a moment that is only to be looked at',
    en: { says: seenOnlySentences.en },
    zh: { says: seenOnlySentences.zh },
    signs: [],
  },
  {
    name: 'a step in slow motion',
    ...slowWords,
    signs: [
      'rows.mu',
      'rows.sigma',
      'rows.rho',
      'rows.noise',
      'rows.code',
      'rows.reconstruction',
      'rows.regulariser',
      'rows.moveOfMu',
      'rows.moveOfSigma',
    ],
  },
  { name: 'the reparameterisation', ...reparameteriseWords, signs: ['at'] },
  { name: 'the timeline', ...timelineWords, signs: ['and', 'called', 'changed'] },
  { name: 'files before they are trained on', ...previewWords, signs: ['comma', 'formats.idx'] },
  { name: 'the reading of files', ...filePanelWords, signs: ['ofAll', 'soFar'] },
  { name: 'the selected image', ...sampleWords, signs: ['rows.elbo', 'rows.logEvidence'] },
];

/** Every entry under its path. What takes other things than texts has tests of its own. */
function entriesOf(words: object, path = ''): [string, Entry][] {
  return Object.entries(words).flatMap(([key, value]: [string, Entry | object]) => {
    if (key === 'fault') return [];
    return typeof value === 'object' ? entriesOf(value, `${path}${key}.`) : [[path + key, value] as [string, Entry]];
  });
}

const MARKS = ['⟪one⟫', '⟪two⟫', '⟪three⟫', '⟪four⟫', '⟪five⟫', '⟪six⟫'] as never[];
const said = (entry: Entry): string => (typeof entry === 'string' ? entry : entry(...MARKS));

describe.each(PARTS)('the words of $name', ({ en, zh, signs }) => {
  it('are the same entries in both languages, with the same gaps', () => {
    const english = new Map(entriesOf(en));
    for (const [path, entry] of entriesOf(zh)) {
      const gaps = (text: string): string[] => [...text.matchAll(/⟪\w+⟫/g)].map(([gap]) => gap).toSorted();
      expect(gaps(said(entry)), path).toEqual(gaps(said(english.get(path)!)));
    }
    expect(
      entriesOf(zh)
        .map(([path]) => path)
        .toSorted(),
    ).toEqual([...english.keys()].toSorted());
  });

  it('are Chinese in Chinese, and not in English', () => {
    for (const [path, entry] of entriesOf(zh)) {
      if (!signs.includes(path)) expect(said(entry), path).toMatch(/\p{Script=Han}/u);
    }
    for (const [path, entry] of entriesOf(en)) expect(said(entry), path).not.toMatch(/\p{Script=Han}/u);
  });
});
