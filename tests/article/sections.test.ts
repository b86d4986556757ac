/** The two languages of the article say the same with the same figures, and what the text does is what the figures can do. */
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/article/sections';
import { SOURCES, type SourceEntry } from '../../src/article/sources';
import { SYMBOLS } from '../../src/article/symbols';
import { ownValuesSpec } from '../../src/figures/own/values';
import { FIGURES } from '../../src/figures/table';
import { checkSetting } from '../../src/state/checkSetting';
import { isOfArticle } from '../../src/state/embedLink';
import type { FigureSpec } from '../../src/state/figureSpec';
import { LAYERS } from '../../src/state/planeLayers';
import { SPECS } from '../../src/state/settings';
import { parsePlan } from '../../src/state/sweepPlan';
import { titles } from '../../src/text/titles';
import { openedWith } from '../support/ownText';
import { type Element, type Rendered, renderText, texOf } from './texts';

/** What is prose in an element, and so is another in each language. */
const PROSE = ['question', 'answers', 'html', 'after'];

/** What must be the same in both languages, element by element. */
const sameOf = (element: Element): unknown => {
  const { name, props } = element;
  const plain = Object.entries(props).filter(([key]) => !PROSE.includes(key));
  return {
    name,
    ...Object.fromEntries(plain),
    ...(name === 'Formula' && { tex: texOf(element) }),
    ...(name === 'Claim' && { claimed: element.text }),
    ...(name === 'Predict' && { answers: (props.answers as string[]).length }),
  };
};

/** In an order of its own: languages put things in theirs. */
const sorted = (things: readonly unknown[]): string[] => things.map((thing) => JSON.stringify(thing)).toSorted();

/** The numbers in a text, not those that are part of a name. Only English sets thousands apart. */
const numbersIn = (text: string): string[] =>
  (text.match(/(?<![\w.])\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/,(?=\d{3})/g, '')).toSorted();

function expectSame(en: Rendered, zh: Rendered): void {
  expect(sorted(zh.elements.map(sameOf))).toEqual(sorted(en.elements.map(sameOf)));
}

const ids = SECTIONS.map(({ id }) => id);

describe.each(SECTIONS)('the section $id', ({ id, text }) => {
  it('has the same figures, formulas, numbers, claims and sources in both languages', async () => {
    const [en, zh] = [renderText(await text.en()), renderText(await text.zh())];
    expectSame(en, zh);
    expect(numbersIn(zh.text)).toEqual(numbersIn(en.text));
  });

  it('shows no marks of Markdown: a bold word ends before its colon, or Chinese after it keeps the asterisks', async () => {
    for (const { text: shown } of [renderText(await text.en()), renderText(await text.zh())])
      expect(shown).not.toContain('**');
  });

  it('is English in English, and Chinese in Chinese', async () => {
    const [en, zh] = [renderText(await text.en()), renderText(await text.zh())];
    expect(en.text).not.toMatch(/\p{Script=Han}/u);
    expect(titles.en[id]).not.toMatch(/\p{Script=Han}/u);
    expect(titles.zh[id]).toMatch(/\p{Script=Han}/u);
    if (zh.text.trim() !== '') expect(zh.text).toMatch(/\p{Script=Han}/u);
    for (const { name, props } of zh.elements) {
      if (name !== 'Predict') continue;
      for (const said of [props.question, ...(props.answers as string[])]) expect(said).toMatch(/\p{Script=Han}/u);
    }
  });

  it('is led back to by the sources that it names', async () => {
    const { elements } = renderText(await text.en());
    // What stands in a remark is written down with that, and by itself.
    const named = new Set(elements.filter(({ name }) => name === 'Source').map(({ props }) => props.of as string));
    const led = Object.entries<SourceEntry>(SOURCES).filter(([, { namedIn }]) => namedIn.includes(id));
    expect(led.map(([source]) => source).toSorted()).toEqual([...named].toSorted());
  });

  it('asks of its figures what they can do', async () => {
    const { elements } = renderText(await text.en());
    for (const element of elements) expect(() => checkElement(element), JSON.stringify(element)).not.toThrow();
  });
});

describe('the article', () => {
  it('has each section once, and each figure at most once', async () => {
    expect(new Set(ids).size).toBe(ids.length);
    const figures: unknown[] = [];
    for (const { text } of SECTIONS) {
      const { elements } = renderText(await text.en());
      figures.push(...elements.filter(({ name }) => name === 'Figure').map(({ props }) => props.id));
    }
    expect(new Set(figures).size).toBe(figures.length);
    // The lab stands above it, two workbenches below.
    expect(figures.toSorted()).toEqual(
      Object.keys(FIGURES)
        .filter((figure) => !['lab', 'compare', 'sweep'].includes(figure))
        .toSorted(),
    );
  });

  it('has captions that stand alone: they speak of their own figure, and name no source and no symbol to look up', async () => {
    for (const figure of Object.values<FigureSpec>(FIGURES)) {
      const section = SECTIONS.find(({ id }) => id === figure.id && id !== 'lab');
      expect(isOfArticle(figure), figure.id).toBe(section !== undefined);
      for (const text of Object.values(section?.text ?? {})) {
        const { captions } = renderText(await text());
        expect(captions.map(({ of }) => of)).toEqual([figure.id]);
        for (const { name, props } of captions[0]!.elements) {
          expect(['Claim', 'Formula', 'Set', 'Show'], figure.id).toContain(name);
          if ('figure' in props) expect(props.figure).toBe(figure.id);
        }
      }
    }
  });

  it('has the same symbols in both languages', async () => {
    expectSame(renderText(await SYMBOLS.en()), renderText(await SYMBOLS.zh()));
  });
});

/** @throws where an element names what there is not, or asks for what cannot be */
function checkElement({ name, props }: Element): void {
  if (name === 'Source' && !Object.hasOwn(SOURCES, props.of as string)) throw new Error('there is no such source');
  if (name === 'Set') {
    const { figure, lab, plan, layers, pins, image: _, prior: __, pad: ___, play: ____, ...values } = props;
    if (pins !== undefined && !/^\d+( \d+)*$/.test(pins as string)) throw new Error('pins are numbers of images');
    checkWish(figure, { lab, plan, layers }, values);
  }
  if (name === 'Show') checkWish(props.figure, { lab: props.lab }, {});
  if (name === 'Predict') {
    const { figure, lab, plan, set, answers, right } = props;
    const { length } = answers as string[];
    if (length < 2 || length > 4) throw new Error('there are two to four answers');
    if (!((right as number) in (answers as string[]))) throw new Error('the right one is none of the answers');
    checkWish(figure, { lab, plan }, set as Record<string, unknown>);
  }
}

function checkWish(
  figure: unknown,
  { lab, plan, layers }: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): void {
  const spec = (FIGURES as Readonly<Record<string, FigureSpec>>)[figure as string];
  if (spec === undefined) throw new Error('there is no such figure');
  if (lab !== undefined && !spec.labs.some(({ id }) => id === lab)) throw new Error('there is no such lab');
  if (plan !== undefined && parsePlan(plan as string) === null) throw new Error('this is no plan');
  for (const layer of layers === undefined ? [] : (layers as string).split(' ')) {
    if (!(LAYERS as readonly string[]).includes(layer)) throw new Error(`there is no layer ${layer}`);
  }
  for (const [key, value] of Object.entries(values)) {
    const own = spec.own ? ownValuesSpec(spec.id) : {};
    if (Object.hasOwn(own, key) || (spec.own && spec.labs.length === 0)) {
      openedWith(spec.id, own).set({ [key]: value as number });
    } else checkSetting(key, value, SPECS);
  }
}
