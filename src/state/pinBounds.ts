/**
 * At most this many pins; a further one takes the place of the oldest. Each is decoded in every frame. An address with so
 * many, called by their letters, has about 1,700 characters of codes of two numbers, which pass through mail and chats;
 * of codes of eight numbers about 6,800, which every browser takes and not every chat.
 */
export const MAX_PINS = 100;

/** Characters of a name at most: what fits beside a pin on the plane. */
export const MAX_NAME = 24;
