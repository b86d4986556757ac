import { useState } from 'react';
import { useFigure } from '../context';
import { errorText } from '../errorText';
import { download } from './download';

/** Kinds of files, by how their names end, and what browsers call them. */
const TYPES = {
  png: 'image/png',
  svg: 'image/svg+xml;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  safetensors: 'application/octet-stream',
} as const;

/**
 * Makes a file and gives it to the reader.
 * @param of what it is of; its name says so
 */
export type Take = (of: string, kind: keyof typeof TYPES, make: () => string | Blob | Promise<Blob>) => void;

export interface TakeAlong {
  readonly take: Take;
  /** The name of the last file, or why it could not be made; null before any. */
  readonly said: { readonly failed: boolean; readonly text: string } | null;
  readonly busy: boolean;
}

/** @param stepOf the step that the files are of, which their names say; that of the lab's frame where it is not said */
export function useTakeAlong(stepOf?: () => number): TakeAlong {
  const { id, lab, language } = useFigure();
  const [said, setSaid] = useState<TakeAlong['said']>(null);
  const [busy, setBusy] = useState(false);
  const make: Take = async (of, kind, content) => {
    const name = fileName(id, of, stepOf?.() ?? lab.frame?.step ?? 0, kind);
    setBusy(true);
    try {
      download(name, new Blob([await content()], { type: TYPES[kind] }));
      setSaid({ failed: false, text: name });
    } catch (error) {
      setSaid({ failed: true, text: errorText(error, language) });
    }
    setBusy(false);
  };
  return { take: make, said, busy };
}

/** Of which figure, which part of it, and when. */
export const fileName = (id: string, of: string, step: number, kind: string): string =>
  `${id}-${of}-step-${step}.${kind}`;
