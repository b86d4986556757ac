/** The page's title, and the one by which its next release is known. */
export const TITLE = 'The geometry of a variational autoencoder';
export const NEXT_TITLE = 'The geometry of the next release';
