import type { TakeWords } from './take';

/** The words of the dialog in English. */
export const take: TakeWords = {
  pictures: 'Pictures',
  picturesHint: 'PNG at twice the size of the page; SVG with posteriors as ellipses that stay sharp.',
  as: (kind, what) => `${kind}: ${what}`,
  film: 'Film',
  filmHint: 'Records the plane with step, β and σ until you stop it, five minutes at most.',
  record: 'Record the training',
  noFilm: 'This browser cannot record films of a canvas.',
  recording: (time) => `Recording, ${time}`,
  stop: 'Stop and save',
  step: 'step',
  numbers: 'Numbers',
  frame: 'This moment',
  frameHint: 'One row an image: μ, σ and KL of its posterior.',
  history: 'Losses',
  historyHint:
    'One row a point of the curve, mean over images: in nats, but for the squared error and the simple regulariser.',
  measures: 'Measures',
  measuresHint: 'One row for each time that the numbers were measured: I, KL(q̄||p), coverage and what else is there.',
  weights: 'Weights',
  weightsHint:
    'Safetensors, named as in PyTorch, with the optimiser, the settings and the place in the data: the run goes on from it. Weights of the same form from elsewhere can be opened, too; drop them on the figure, or open them here.',
  saveWeights: 'Save weights',
  openWeights: 'Open weights…',
  layersHint:
    'A model of TensorFlow.js with a code of two numbers, as model.save() writes it: the decoder’s model.json, and the encoder’s where there is one, with their files of weights; or drop their folders on the figure.',
  openLayers: 'Open a TensorFlow.js model…',
  shown: {
    pair: 'The model of TensorFlow.js is shown. It is not trained here; “Start again” goes back to the page’s own model.',
    decoder:
      'The decoder of TensorFlow.js is shown: it decodes, but without an encoder there are no posteriors. It is not trained here; “Start again” goes back to the page’s own model.',
  },
  saved: (name) => `${name} is saved.`,
  notSaved: (why) => `That could not be saved: ${why}`,
  loaded: (name, step) => `${name} is loaded: step ${step}. Press play to go on training.`,
  adapted: (changes) => `To fit it, settings were changed: ${changes}.`,
  turned: (name, from, to) => `${name} ${from} → ${to}`,
  noLayers: 'none',
  freshOptimiser: 'It holds no state of the optimiser, which begins anew.',
  refused: (name, why) => `${name} cannot be used. ${why}. The running model was kept as it was.`,
  fault: (_, message) => message,
  comma: ', ',
  space: ' ',
};
