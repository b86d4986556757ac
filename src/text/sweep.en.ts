import type { SweepWords } from './sweep';

export const sweep: SweepWords = {
  badPlan: (text) =>
    `The address has “${text}”, but a sweep must be b, s, r or z with two to eight values and the steps, as b:0,0.5,1:2000. It was ignored.`,
  title: 'One setting, many values',
  caption:
    'Several models train at once and in step; they differ in a single setting. Each is a point below its planes: what its codes cost, K, to the right, and what its reconstructions lose, R, upwards. A larger β buys cheaper codes with worse reconstructions. The nearer the points are to the lower left, the better the bargain.',
  settings: {
    beta: 'β, pull towards the prior',
    noiseScale: 'σ, share of the ellipse in use',
    seed: 'Seed: how much is luck?',
    latent: 'Axes of a code',
  },
  value: (setting, value) =>
    ({
      beta: `β ${value}`,
      noiseScale: `σ ${value}`,
      seed: `seed ${value}`,
      latent: value === '1' ? '1 axis' : `${value} axes`,
    })[setting],
  what: 'Sweep',
  values: 'Values',
  valuesHint: (least, most) => `${least} to ${most}, separated by commas`,
  steps: 'Steps of each',
  badValues: (range, least, most) =>
    `Values must be ${least} to ${most} different numbers, each ${range}. The sweep keeps those it had.`,
  badSteps: (range) => `Steps must be ${range}. The sweep keeps those it had.`,
  base: (list, ofLab) => `${ofLab ? 'Everything else is as in the lab' : 'The same in all models'}: ${list}.`,
  instead: (key, ofLab) =>
    key === 'noiseScale'
      ? `σ is 1 here${ofLab ? ', though the lab has 0' : ''}: without noise K is no rate.`
      : `β is 1 here${ofLab ? ', though the lab has 0' : ''}: without a pull nothing is traded.`,
  noRate: {
    points: 'Each image is encoded as a point, without noise: K is then only the pull on the centres, and no rate.',
    noNoise: 'With σ = 0 samples have no noise: K is the KL of posteriors that nothing is drawn from, and no rate.',
  },
  futile:
    'Each image is encoded as a point, and a point has no ellipse: whatever σ is, the models would be the same. Sweep another setting, or choose another posterior.',
  start: 'Start',
  train: (models) => `Train ${models} models`,
  planned: (names, steps, ofLab) => `${names}: ${steps} steps each${ofLab ? ', everything else as in the lab' : ''}.`,
  coming:
    'Here will be the plane of each model and what it decodes. Below: R, K and R + βK as they train, and the curve on which the models end up.',
  again: 'Start again',
  pause: 'Pause',
  goOn: 'Go on',
  more: (steps) => `${steps} more steps`,
  cancel: 'Cancel',
  clear: 'Clear',
  progress: (step, goal) => `Step ${step} of ${goal}`,
  progressName: 'Steps that all models have taken',
  done: (step) => `All at step ${step}.`,
  paused: (step) => `Paused at step ${step}.`,
  allOut: (step) => `No model is left to go on; training ended at step ${step}.`,
  out: (names, training) => (training ? `Without ${names}; the others go on.` : `Without ${names}.`),
  and: ', ',
  models: 'Models',
  chart: 'What is lost against what it costs',
  rate: (unit) => (unit ? 'K, nats an image →' : 'K →'),
  distortion: (unit) => (unit ? '↑ R, nats an image' : '↑ R'),
  trained: 'trained on',
  heldOut: 'held out',
  trail: 'on the way',
  front: 'from value to value',
  level: 'R + βK as large as here',
  terms: { r: 'R, what is lost', k: 'K, what codes cost', loss: 'R + βK, what is trained' },
  point: (name, step, trained, held) =>
    `${name}, step ${step}: R ${trained.r}, K ${trained.k}${held === null ? '' : `; held out R ${held.r}, K ${held.k}`}`,
  noPoints: 'No model has been measured yet.',
  open: 'Open in the lab',
  openPage: 'Open these settings',
  opened: (name) => `This is the model ${name} of the sweep; it has taken the place of the one that was here.`,
  back: 'Back to that one',
  choose: 'Point at a model, or press it, to read its numbers here.',
  planeLabel: (name, outlines, count, covered, unit) =>
    `${name}: latent plane with ${count} ${outlines}; ${covered} of ${unit} covered`,
  gridLabel: (name) => `${name}: images decoded all over its plane`,
  taken: {
    curve: 'The curve',
    models: 'Planes and grids',
    trails: 'Points of the curve',
    trailsHint:
      'One row a model and step that it was measured at: R and K an image, of both shares of the images. In nats, but for the squared error, the simple regulariser and the K of points.',
  },
  table: 'As a table',
  columns: {
    model: 'Model',
    step: 'Step',
    r: 'R',
    k: 'K',
    rHeldOut: 'R, held out',
    kHeldOut: 'K, held out',
    covered: 'Covered within the prior’s 1σ',
  },
  spread: (count, step, r, k, held) =>
    `Of ${count} seeds at step ${step}, mean ± standard deviation: R ${r}, K ${k}.${
      held === null
        ? ''
        : ` Held out: R ${held.r}, K ${held.k}; each seed holds out other images, so this is their luck as well.`
    }`,
  meanSd: (mean, sd) => `${mean} ± ${sd}`,
};
