import { useLab } from '../context';
import { latePart } from '../lazyPart';
import './files.css';

/** Bytes from which on the reader sees how far a reading has come. */
const LONG = 10_000_000;

const LoadingBar = latePart('loadingBar');

/** How far the reading of a large file has come, with a button to cancel it; nothing while nothing large is read. */
export function Loading() {
  // A total of 0 is not known: then what has come decides.
  const long = useLab(({ loading }) => loading !== null && Math.max(loading.total, loading.done) >= LONG);
  return long ? <LoadingBar height="32px" /> : null;
}
