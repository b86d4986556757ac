export const part = 'the part';
