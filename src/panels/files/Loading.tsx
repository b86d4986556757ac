import { useLab } from '../context';
import { latePart } from '../lazyPart';
import './files.css';

/** Bytes from which on the reader sees how far a reading has come: of what the network brings, and of files at hand. */
const LONG = { fetched: 1_000_000, atHand: 10_000_000 } as const;

const LoadingBar = latePart('loadingBar');

/** How far the reading of many bytes has come, with a button to cancel it; nothing while few or none are read. */
export function Loading() {
  // A total of 0 is not known: then what has come decides.
  const long = useLab(
    ({ loading }) =>
      loading !== null && Math.max(loading.total, loading.done) >= (loading.fetched ? LONG.fetched : LONG.atHand),
  );
  return long ? <LoadingBar height="32px" /> : null;
}
