export const pins = {
  name: (name: string) => `Name of pin ${name}`,
  tile: (name: string, x: string, y: string) => `${name}: (${x}, ${y})`,
  badName: (most: string) => `A name has 1 to ${most} characters; until then the pin keeps its own.`,
  full: (most: string) =>
    `These are ${most} pins, as many as are kept: each is decoded in every frame and stands in the address. A further one takes the place of the oldest.`,
  earlier: (name: string) => `Move pin ${name} up the list`,
  later: (name: string) => `Move pin ${name} down the list`,
  /** Of one on the plane. */
  onPlane: (name: string, x: string, y: string) =>
    `Pin ${name}, code (${x}, ${y}). Arrow keys move it, with Shift more finely; Delete removes it.`,
  remove: (name: string) => `Remove pin ${name}`,
};
