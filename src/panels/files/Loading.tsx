import { useFigure, useLab } from '../context';
import './files.css';
import { progressOf } from './progressOf';
import { useLater } from './useLater';

/** Bytes from which on the reader sees how far a reading has come. */
const LONG = 10_000_000;

const loadBar = () => import('./LoadingBar');

/**
 * How far the reading of a large file has come, and a button to cancel it. Where its words cannot be fetched, the bar
 * alone is shown.
 */
export function Loading() {
  const { lab, words, language } = useFigure();
  const loading = useLab((state) => state.loading);
  // A total of 0 is not known: then what has come decides.
  const long = loading !== null && Math.max(loading.total, loading.done) >= LONG;
  const { part } = useLater(loadBar, long);
  if (!long) return null;
  if (part !== null) return <part.LoadingBar {...loading} language={language} onCancel={() => lab.cancelLoading()} />;
  return (
    <div className="loading-bar">
      <progress aria-label={words.transport.starting} {...progressOf(loading)} />
    </div>
  );
}
