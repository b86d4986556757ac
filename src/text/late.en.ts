/** Words of late parts in English; the shape of this object is what every language has to say. */
export const late = {
  /** The keys of the plane, and of its region where there is one. */
  plane: {
    keys: 'Arrow keys move a cross whose code is decoded, Enter pins it, S selects the image whose centre is nearest, Escape releases it, plus and minus zoom, 0 fits the view.',
    regionKeys: 'R marks a region around the cross.',
  },
  dialog: { close: 'Close', embed: 'Put this figure in a post', take: 'Take it along' },
  sample: { title: 'The selected image' },
  /** The pad, and what is drawn on it on the plane. */
  draw: { title: 'Draw your own', mark: 'drawn' },
  path: { title: 'Path and arithmetic' },
  timeline: { title: 'Timeline' },
  strip: {
    title: 'Images and their reconstructions',
    label: (count: string) => `${count} images of the data set, each above what the model makes of it`,
    original: 'x',
    rebuilt: 'x̂',
    /** Of a decoder alone. */
    none: 'This model is a decoder alone: it rebuilds no images.',
    pins: 'Pinned codes, decoded',
  },
  loss: {
    title: 'Loss per image',
    titleInNats: 'Loss, nats per image',
    label: (total: string, reconstruction: string, weighted: string, inNats: boolean) =>
      `Loss so far: total ${total}, reconstruction ${reconstruction}, weighted regulariser ${weighted}${inNats ? ' nats' : ''} per image`,
    total: 'R + βK',
    reconstruction: 'R, reconstruction',
    weighted: 'βK, pull of the prior',
  },
  status: (epoch: string, step: string, loss: string, inNats: boolean, covered: string, unit: string) =>
    `Paused at epoch ${epoch}, step ${step}. Loss ${loss}${inNats ? ' nats' : ''} per image. ${covered} of ${unit} is covered.`,
  share: {
    copy: 'Copy link',
    copied: 'Link copied',
    notCopied: 'Copy the link from here',
    withoutImages: 'The link opens this page without your own images: they are in this tab alone.',
    embed: 'Embed',
    save: 'Save',
  },
  image: {
    name: (index: string) => `image ${index}`,
    classOf: (label: string) => `class ${label}`,
    heldOut: 'held out',
    kl: 'KL',
  },
  controls: {
    pad: 'β and σ together',
    openFile: 'Open your own images',
    dropHere: 'Drop the files to see what is in them',
  },
};
