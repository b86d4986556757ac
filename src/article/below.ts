/** Figures of the page below the article, by their ids. They are there with scripts alone. */
export const BELOW = ['compare', 'sweep'] as const;
