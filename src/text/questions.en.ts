import type { QuestionWords } from './questions';

/** The four questions in English. */
export const questions: QuestionWords = {
  waiting: 'The questions are being answered…',
  at: (step) => `Answered over the whole data set at step ${step}.`,
  none: 'This model is a decoder alone: there are no codes of images to ask about.',
  single: 'The data set has one image: a single code is no cloud to ask about.',
  notNumbers: 'Some codes are no numbers: nothing can be asked about them.',
  asked: {
    region: 'What region do the codes cover?',
    gaps: 'Do the gaps hold real samples?',
    outliers: 'Is any code far from the crowd?',
    regular: 'Can the space be made more regular?',
  },

  axes: (axes) =>
    `The plane shows two of the ${axes} axes of a code. What the codes cover, their shape and the gaps are judged on it; codes that the prior draws, their decodes, steps between codes, and codes far from the crowd have all axes.`,
  onPlane: (many) => `${many} on the plane`,

  region: (many, share, unit, once, twice) =>
    `The ${many} cover ${share} of ${unit}, and ${once} of all codes that the prior would draw; at twice their size, ${twice}.`,
  regionOnce: (many, share, unit, once) =>
    `The ${many} cover ${share} of ${unit}, and ${once} of all codes that the prior would draw.`,
  regionOfPoints: 'None: the codes are points, and points cover nothing.',
  unit: { circle: 'the unit circle', interval: 'what lies from −1 to 1' },
  length: (length) => `Their union has a length of ${length}; from −1 to 1 it is 2.`,
  area: (area) => `Their union has an area of ${area}; the unit circle has 3.14.`,
  shapes: { nothing: 'nothing', line: 'line', ring: 'ring', disc: 'disc', irregular: 'irregular' },
  nothing: (explained, images) =>
    `Next to nothing is coded: the decodes of the centres explain ${explained} of the variance of ${images}.`,
  explainedOf: {
    heldOut: 'the held-out images about the mean of the training images',
    all: 'the images',
  },
  onAxis: 'A code has one axis, so the centres lie along a line, whatever they are.',
  line: (across) => `The centres lie along a line: they spread ${across} as far across it as along it.`,
  ring: (emptiness, variation) =>
    `The centres form a ring: ${emptiness} of what a normal cloud has in its middle is missing, and the radius varies by ${variation}.`,
  disc: (evidence) => `The centres form a disc: ${evidence}.`,
  irregular: (across, emptiness, evidence) =>
    `The centres form no regular shape: no line, for they spread ${across} as far across as along; no ring, with ${emptiness} of a normal cloud’s middle missing; no disc, for ${evidence}.`,
  fromPrior: (many, nats) => `all ${many} together are ${nats} nats from the prior`,
  fromNormal: (nats) => `they are ${nats} nats from a normal cloud`,

  gaps: (many, share, plausible, inside) =>
    `${share} of the codes that the prior would draw fall into gaps, out of reach of all ${many}. Of their decodes ${plausible} are plausible, of those inside the ${many} ${inside}.`,
  onlyGaps: (many, plausible) =>
    `All codes that the prior would draw fall into gaps, out of reach of all ${many}. Of their decodes ${plausible} are plausible.`,
  noGaps: (many, inside) =>
    `There are none: the ${many} reach all codes that the prior would draw. Of their decodes ${inside} are plausible.`,
  plausible: 'Plausible: as near to some image of the data as 95 % of its own reconstructions are to theirs.',
  compared: (some, all) =>
    `Compared with ${some} of the ${all} images, so fewer are called plausible than beside all of them.`,
  gapList: 'Implausible gaps, the most central first. Press one to pin it.',
  gap: (number, code) => `Gap ${number}, code ${code}: pin it`,

  outliers: (count, all, far, alone) =>
    `${count} of ${all} are: ${far} farther out than 99.9 % of a normal cloud, ${alone} over five times as far from the nearest code as is usual.`,
  noOutliers: (all) => `None of ${all} is.`,
  outlierList: 'The farthest first. Press one to select it.',
  outlier: (index, radius, isolation) =>
    `Image ${index}, ${radius} standard deviations out, its nearest neighbour ${isolation} times the usual distance away: select it`,

  isRegular: 'It is the regular version: β = 1 and σ = 1.',
  pointsStay:
    'Not by β and σ: points take up no room, whatever the two are. With any other posterior each image has a width.',
  notRegular: (beta, sigma) =>
    `It has β = ${beta} and σ = ${sigma}. At β = 1 and σ = 1 every image takes up room, and the prior pulls all of them over the unit circle.`,
  regularise: 'Make it regular',
  continuityName: 'Continuity',
  continuity: (many, mean, high) =>
    `Inside the ${many} an image changes by ${mean} for a unit of the code, at one code in twenty by more than ${high}.`,
  continuityInGaps: (mean, high) =>
    `In the gaps an image changes by ${mean} for a unit of the code, at one code in twenty by more than ${high}.`,
  continuityMeans: 'The less, the more alike are the decodes of neighbouring codes.',
  completenessName: 'Completeness',
  completeness: (share, error) =>
    `${share} of the decodes of codes drawn from the prior are plausible${error === '' ? '' : `, give or take ${error}`}.`,
  completenessMeans: 'The more, the better the model generates.',
  completenessOf: 'of the codes drawn from the prior decode to something plausible',
  continuityOf: 'change of the image for a step as long as the codes are spread',

  show: {
    uncovered: 'Show what is uncovered',
    gaps: 'Show the gaps',
    outliers: 'Show them on the plane',
  },

  comparison: 'Before and now',
  what: 'answer',
  before: (step, beta, sigma) => `step ${step}: β ${beta}, σ ${sigma}`,
  now: (step, beta, sigma) => `now, step ${step}: β ${beta}, σ ${sigma}`,
  rows: {
    shape: 'Shape of the centres',
    circle: 'Unit circle covered',
    prior: 'Prior covered',
    together: 'KL(q̄||p), nats',
    inGaps: 'Prior in gaps',
    plausible: 'Plausible in gaps',
    completeness: 'Completeness',
    continuity: 'Change of the image',
    outliers: 'Codes far from the crowd',
  },
  interval: 'From −1 to 1 covered',
  forget: 'Leave out what was before',
};
