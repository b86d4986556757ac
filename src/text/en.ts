/** The interface in English; the shape of this object is what every language has to say. */
export const en = {
  code: 'en' as 'en' | 'zh',
  /** Between two sentences. */
  stop: '. ',
  /** Between two sentences that have their stops. */
  space: ' ',
  title: 'The geometry of a variational autoencoder',
  lead: 'An autoencoder turns every image into a point. A variational autoencoder turns it into an ellipse, and training makes all the ellipses together cover the unit circle. Both train here, in your browser, while you watch.',
  skip: 'Skip to the lab',
  language: 'Language',
  theme: { toLight: 'Switch to light colours', toDark: 'Switch to dark colours' },

  /** What posteriors are on the plane: one, and several. */
  outlines: {
    point: { one: 'point', many: 'points' },
    ellipse: { one: 'ellipse', many: 'ellipses' },
    rectangle: { one: 'rectangle', many: 'rectangles' },
  },

  transport: {
    label: 'Training',
    play: 'Play',
    pause: 'Pause',
    step: 'One step',
    reset: 'Start again',
    epoch: 'epoch',
    step1: 'step',
    rate: 'steps/s',
    starting: 'Loading…',
    controls: 'Controls',
  },

  engine: {
    names: { webgl: 'WebGL', simd: 'WebAssembly' } as Record<string, string>,
    automatic: (name: string) => `${name} (automatic)`,
    /** One that serves in the place of another that was asked for. */
    instead: (name: string, asked: string) => `${name} (instead of ${asked})`,
    /** Beside the name: how a kernel multiplies and adds. */
    arithmetic: { fused: 'fused', plain: 'plain' },
  },

  controls: {
    label: 'Data and model',
    beta: 'pull towards the prior',
    sigma: (one: string) => `share of the ${one} in use`,
    sigmaOfPoints: 'without effect on points',
    toOutlines: (many: string) => `Turn points into ${many}`,
    toPoints: (many: string) => `Turn ${many} into points`,
    more: 'More settings',
  },

  /** Settings with a control in view; src/text/settings.ts has all others. */
  settings: {
    data: 'Data set',
    engine: 'Engine',
    speed: 'Speed',
  },
  /** Of the data sets, by what is known of them. */
  dataGroups: {
    real: 'Real images',
    drawn: 'Drawn by this page',
    known: 'With a known answer',
    own: 'Your own',
  },
  choices: {
    data: {
      'uci-digits': 'UCI digits, 8×8',
      mnist: 'MNIST digits',
      faces: 'Typefaces',
      strokes: 'Strokes, pen-drawn',
      shapes: 'Shapes',
      ring: 'A turning bar',
      line: 'A moving blob',
      disc: 'A blob anywhere',
      noise: 'Noise',
      file: 'Your own file',
    } as Record<string, string>,
    engine: { auto: 'automatic', webgl: 'WebGL', simd: 'WebAssembly' } as Record<string, string>,
    speed: {
      '0': 'full speed',
      '1': '1 step/s',
      '10': '10 steps/s',
      '100': '100 steps/s',
      '1000': '1000 steps/s',
    } as Record<string, string>,
  },

  plane: {
    title: 'Latent plane',
    /** What the prior has within 1σ, of codes of two axes or more and of one: of it the outlines cover a share. */
    unit: { circle: 'the unit circle', interval: '[−1, 1]' },
    label: (many: string, n: string, covered: string, unit: string) =>
      `Latent plane: the posterior ${many} of ${n} images. ${covered} of ${unit} is covered.`,
    hint: 'Move over the plane to decode; click a centre for its image, elsewhere to pin (with Shift, anywhere); drag to pan, scroll to zoom.',
    hintTouch: 'Tap a centre for its image, elsewhere to pin; pinch to zoom.',
    covered: (unit: string) => `of ${unit} covered`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit to the codes',
    layers: 'Layers',
    legendPoint: 'μ, centre of a code',
    /** With how many σ it reaches on each side. */
    legendOutline: (one: string, reach: string) => `its ${one}, ${reach}σ`,
    legendNoNoise: (one: string) => `its ${one} is a point: σ is at 0`,
    legendPoints: 'its posterior is this point alone',
    legendPrior: 'prior: 1σ, 2σ, 3σ',
    legendTruth: 'true posterior p(z|x)',
    legendPredicted: 'predicted by the decoder, 1σ',
    problems: {
      missing: 'The posteriors are not drawn: a part of this page could not be loaded.',
      unsupported: 'The posteriors are not drawn: this browser offers neither WebAssembly nor WebGL 2 here.',
      layer: 'A layer that was switched on is not drawn: a part of this page could not be loaded.',
      gestures: 'Dragging and zooming by wheel or fingers could not be loaded; the buttons and keys still zoom.',
    },
  },

  prior: { title: 'Samples of the prior' },

  grid: {
    title: 'Decoded grid',
    label: 'Images decoded from a grid of codes over the same window as the latent plane',
    unvisited: (one: string) => `faded: no ${one} reaches here`,
    unvisitedPoints: 'faded: no code lies here',
  },

  numbers: 'Numbers',

  questions: { title: 'Four questions' },
  /** What they say is in src/text/notices.ts. */
  notices: { label: 'Messages', dismiss: 'Dismiss' },

  failure: {
    retry: 'Try again',
    reload: 'Reload the page',
    outdated: 'The site has a newer version of this page, and the files of this one may be gone.',
    words: (language: string) => `The words in ${language} did not come; the page goes on in English.`,
    part: 'This part of the page did not come: the network or the site did not deliver it.',
    broke: (message: string) =>
      `This part of the page has stopped: ${message}. This is a fault of the page, not of your browser.`,
    prose: 'The text of this page did not come: the network or the site did not deliver it.',
  },
};

export type Words = typeof en;
