import { createElement } from 'react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createStore } from 'zustand';
import { SweepForm } from '../../../src/figures/sweep/SweepForm';
import { FIGURES } from '../../../src/figures/table';
import type { Site } from '../../../src/panels/context';
import type { Settings } from '../../../src/state/settings';
import { SweepDesk } from '../../../src/state/sweepDesk';
import { usualPlan } from '../../../src/state/sweepPlan';
import { makeLabs } from '../../support/makeLabs';
import { mountOnPage } from '../page';

/** The form of a page whose lab has these settings. */
async function mountForm(settings: Partial<Settings> = {}, figures: Site['figures'] = [FIGURES.lab]) {
  const { labs, page } = makeLabs();
  const base = labs.add({ id: 'lab', settings });
  const desk = new SweepDesk({
    labs,
    id: 'sweep',
    base,
    own: usualPlan(),
    text: createStore<string | null>(() => null),
    still: () => true,
    refuse: () => {},
  });
  const site = { url: 'https://example.org/', figures, labs, page, link: () => '' } as unknown as Site;
  const { root, unmount } = await mountOnPage(createElement(SweepForm, { desk }), site);
  const [values, steps] = root.querySelectorAll('input');
  return {
    desk,
    root,
    values: values!,
    steps: steps!,
    setting: root.querySelector('select')!,
    base: () => root.querySelector('.sweep-form > p:last-child')!.textContent!,
    start: root.querySelector<HTMLElement>('[type=submit]')!,
    said: () => root.querySelector('[role=alert]')?.textContent ?? '',
    unmount() {
      unmount();
      labs.dispose();
    },
  };
}

it('begins with what is typed, and with nothing while some of it is refused: a sweep that is there stays', async () => {
  const { desk, values, steps, start, said, unmount } = await mountForm();
  await userEvent.fill(values, '0, 4');
  await userEvent.fill(steps, '70');
  await userEvent.keyboard('{Enter}');
  const first = desk.sweep!;
  expect(first.models.map(({ value }) => value)).toEqual([0, 4]);
  expect(first.store.getState().goal).toBe(70);

  await userEvent.fill(values, '1, 1');
  await userEvent.keyboard('{Enter}');
  expect(said()).toMatch(/^Values must be 2 to 8 different numbers/);
  expect(desk.sweep).toBe(first);
  // Nor by the button, which takes the focus from the field first, nor when it is pressed once more.
  await userEvent.fill(steps, '0');
  for (let press = 0; press < 2; press++) await userEvent.click(start);
  expect(said()).toMatch(/Values must be .* Steps must be /);
  expect(desk.sweep).toBe(first);
  expect(desk.plan).toMatchObject({ values: [0, 4], steps: 70 });

  await userEvent.fill(steps, '80');
  await userEvent.click(start);
  expect(said()).toMatch(/^Values must be /);
  expect(said()).not.toContain('Steps must');
  await userEvent.fill(values, '1 2');
  await userEvent.click(start);
  expect(said()).toBe('');
  expect(desk.sweep).not.toBe(first);
  expect(desk.plan).toMatchObject({ values: [1, 2], steps: 80 });
  unmount();
});

it('says how the models are besides: as in the lab, or where there is none to be seen, of themselves', async () => {
  const onPage = await mountForm();
  expect(onPage.base()).toMatch(
    /^Everything else is as in the lab: .*σ is 1 here, though the lab has 0: without noise/,
  );
  onPage.unmount();
  const alone = await mountForm({}, [FIGURES.sweep]);
  expect(alone.base()).toMatch(/^The same in all models: .*σ is 1 here: without noise/);
  expect(alone.base()).not.toContain('the lab');
  alone.unmount();
});

it('says which variant of the images, and how they are made binary, where that is chosen', async () => {
  const usual = await mountForm({ data: 'faces' });
  expect(usual.base()).toMatch(/: Typefaces, likelihood Bernoulli, posterior ellipse, /);
  usual.unmount();
  const chosen = await mountForm({ data: 'faces', variant: 'upper', binary: 'resampled' });
  expect(chosen.base()).toMatch(
    /: Typefaces, variant of the data upper, likelihood Bernoulli, binary pixels drawn in every step, posterior ellipse, /,
  );
  chosen.unmount();
});

it('sweeps no σ of points, says why, and of their K that it is no rate', async () => {
  const { desk, setting, start, base, unmount } = await mountForm({ posterior: 'point' });
  expect(base()).toMatch(/K is then only the pull on the centres, and no rate/);
  expect(base()).not.toContain('σ is 1 here');
  await userEvent.selectOptions(setting, 'noiseScale');
  expect(base()).toMatch(/whatever σ is, the models would be the same/);
  expect(start).toHaveProperty('disabled', true);
  await userEvent.selectOptions(setting, 'seed');
  await userEvent.click(start);
  expect(desk.sweep!.setting).toBe('seed');
  unmount();
});

it('says of models without noise that their K is no rate, unless σ is swept', async () => {
  const { setting, base, unmount } = await mountForm({ noiseScale: 0 });
  const noRate = /With σ = 0 samples have no noise: K is .* no rate/;
  expect(base()).not.toMatch(noRate);
  for (const [to, said] of [
    ['seed', true],
    ['noiseScale', false],
    ['latent', true],
  ] as const) {
    await userEvent.selectOptions(setting, to);
    await (said ? expect.poll(base).toMatch(noRate) : expect.poll(base).not.toMatch(noRate));
  }
  unmount();
});
