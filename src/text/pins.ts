/** The list of pins, and what is said of them on the plane; it comes with the first of them. */
import type { Language } from './index';
import { pins as en } from './pins.en';
import { pins as zh } from './pins.zh';

export const pinWords: Readonly<Record<Language, typeof en>> = { en, zh };
