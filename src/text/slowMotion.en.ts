import type { SlowWords } from './slowMotion';

export const slowMotion: SlowWords = {
  title: 'One step in slow motion',
  waiting: 'The next step is being taken apart …',
  untrained: 'This model was brought to be looked at and is not trained here: it has no next step.',
  failed: (message) => `The step cannot be shown: ${message}`,
  controls: {
    back: 'Stage before',
    forward: 'Next stage',
    play: 'Go on by itself',
    pause: 'Stop at this stage',
    next: 'Take the step',
    leave: 'Leave slow motion',
  },
  place: (stage, of, step) => `Stage ${stage} of ${of}, step ${step}`,
  titles: {
    batch: 'A batch',
    ellipses: 'Posteriors',
    noise: 'Noise',
    sample: 'Samples',
    decode: 'Decodes',
    loss: 'The loss',
    pulls: 'Two pulls',
    move: 'The move',
  },
  batch: (step, count, many) =>
    `Step ${step} looks at a batch of ${count} images, drawn at random from those that are trained on. Their ${many} stand out.`,
  ellipses: (count, one) =>
    `The encoder gives each image a centre μ and a width σ: its ${one}. From here on ${count} images of the batch are followed, those with numbers.`,
  points: (count) =>
    `The encoder gives each image a centre μ. From here on ${count} images of the batch are followed, those with numbers.`,
  noise:
    'For each image noise ε is drawn from the standard normal distribution, whose 1σ contour is the unit circle. It knows nothing of the image.',
  noiseOfBox: 'For each image noise ε is drawn, uniform on the dashed square of ±√3. It knows nothing of the image.',
  noiseOfPoint: 'A point has no width: the noise that is drawn all the same changes nothing.',
  several: (samples) => `Each image has ${samples} draws.`,
  sample: (formula, one) =>
    `${formula}: stretched and shifted, the same ε becomes a code z in the ${one} of its image.`,
  sampleOfPoint: 'z = μ: the code of an image is its centre.',
  share: (share) => `Here s = ${share}.`,
  decode: 'The decoder turns each code into an image, the second of each pair. The first is the one that it should be.',
  decodedFirst: 'Of several draws the first is shown.',
  loss: (reconstruction, regulariser, beta, total) =>
    `Over the batch the decodes miss the images by R = ${reconstruction}, and the posteriors are K = ${regulariser} from the prior. The loss is R + β·K with β = ${beta}: ${total}.`,
  pulls: (parameters, scale) =>
    `How each image would have its own ${parameters} changed: minus the gradient of its R + β·K, in its two parts. An arrow as long as the radius of the unit circle is ${scale} per unit.`,
  pullers: { reconstruction: 'R pulls, through z', regulariser: 'β·K pulls' },
  noEnds: 'No share of the width is in use, so its pulls are in numbers alone.',
  taking: 'The step is being taken …',
  move: (many) =>
    `The step is taken. It changes the weights, by the mean gradient of the whole batch and what Adam remembers of earlier ones, so ${many} do not always go where their own arrows point. Dashed: before.`,
  trueScale: 'The move is drawn at true scale.',
  magnified: (times) => `The move is drawn ${times} times as large as it is.`,
  images: 'Images of the batch that are followed',
  image: (number, index) => `${number}: image ${index}`,
  original: 'the image',
  decoded: 'its decode',
  rows: {
    mu: 'μ',
    sigma: 'σ',
    rho: 'ρ',
    noise: 'ε',
    code: 'z',
    reconstruction: 'R',
    regulariser: 'K',
    reconstructionOnMu: 'R on μ',
    regulariserOnMu: 'βK on μ',
    reconstructionOnSigma: 'R on σ',
    regulariserOnSigma: 'βK on σ',
    reconstructionOnL: 'R on L',
    regulariserOnL: 'βK on L',
    moveOfMu: 'Δμ',
    moveOfSigma: 'Δσ',
  },
  nats: 'nats',
};
