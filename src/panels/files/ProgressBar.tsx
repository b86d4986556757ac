import { filePanelWords } from '../../text/files.panels';
import type { Progress } from '../../worker/libraryProtocol';
import { useFigure } from '../context';

/** How far the reading of a file has come, in a bar and in megabytes. */
export function ProgressBar({ done, total }: Progress) {
  const words = filePanelWords[useFigure().language];
  const far = total > 0 ? words.ofAll(megabytes(done), megabytes(total)) : words.soFar(megabytes(done));
  return (
    <>
      {/* Without a value it shows that something goes on, as far as it goes. */}
      <progress
        aria-label={words.reading}
        aria-valuetext={far}
        {...(total > 0 ? { value: Math.min(done, total), max: total } : {})}
      />
      <span>{far}</span>
    </>
  );
}

/** Megabytes (10⁶ bytes) as text. */
function megabytes(bytes: number): string {
  return Math.round(bytes / 1e6).toLocaleString('en');
}
