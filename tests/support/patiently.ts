/** How long `vi` waits for something, and how often it looks: a busy machine is no failure. */
export const PATIENTLY = { timeout: 20_000, interval: 1 } as const;
