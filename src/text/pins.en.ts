export const pins = {
  name: (name: string) => `Name of pin ${name}`,
  tile: (name: string, x: string, y: string) => `${name}: (${x}, ${y})`,
  badName: (most: string) => `A name has 1 to ${most} characters; until then the pin keeps its own.`,
  earlier: (name: string) => `Move pin ${name} up the list`,
  later: (name: string) => `Move pin ${name} down the list`,
  remove: (name: string) => `Remove pin ${name}`,
};
