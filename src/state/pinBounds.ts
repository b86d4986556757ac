/**
 * At most this many pins; a further one takes the place of the oldest. Each is decoded in every frame, and an address
 * with so many, of about 2,000 characters, still passes through mail and chats.
 */
export const MAX_PINS = 100;

/** Characters of a name at most: what fits beside a pin on the plane. */
export const MAX_NAME = 24;
