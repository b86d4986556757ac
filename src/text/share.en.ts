import type { ShareWords } from './share';

/** The words of the dialog in English. */
export const share: ShareWords = {
  figure: 'Figure',
  figures: { lab: 'The lab', compare: 'Two models, side by side', sweep: 'One setting, many values' },
  panels: 'Panels',
  controls: 'Controls that are shown',
  parts: { share: 'Links and files', counters: 'Counters', caption: 'Caption' },
  width: 'Width at most, px',
  column: 'as the column',
  badWidth: (least, most) =>
    `That is not a whole number from ${least} to ${most}; the figure is as wide as the column.`,
  theme: 'Colours',
  themes: { auto: 'as the reader’s system', light: 'light', dark: 'dark' },
  language: 'Language',
  ofTheReader: 'the reader’s own',
  autoplay: 'Starts by itself when it is seen',
  preview: 'Preview',
  code: 'Code to paste',
  forms: {
    html: { name: 'HTML', hint: 'As high as what it shows, and open to scripts of your page.' },
    iframe: { name: 'Frame only', hint: 'For sites that take no scripts. Its height is that of the preview.' },
    markdown: { name: 'Markdown', hint: 'For Jekyll, Quarto, Hugo and others that let HTML through.' },
    mdx: { name: 'MDX, React', hint: 'A component, and its use.' },
  },
  copy: 'Copy the code',
  copied: 'Copied',
  refused: 'The browser does not let this page copy. The code is selected: copy it by Ctrl+C or ⌘C.',
  holds: 'It opens with the settings, the view and the pins that the figure has now, and trains from the beginning.',
  missing: {
    file: 'Your own images are not in the code: they stay on your machine, and the figure shows the data set of this site in their place.',
    layers:
      'The model that you opened is not in the code: it stays on your machine, and the figure trains one of its own in its place.',
    weights:
      'The weights that the model was given, from a file or another model, are not in the code: the figure trains from new ones.',
  },
};
