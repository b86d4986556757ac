/** Where a small chart has its picture, in CSS pixels at its own size; it is as wide as its column. */
export const CHART = { width: 352, height: 204, left: 40, right: 344, top: 8, bottom: 180 } as const;
